// Blocks that are drawn, as the tests of every medium draw them.
import type { Bars, CellMap, Matrix, Sign } from '../../../server/src/core/pages/page.ts';

const done: Sign = { sign: '●', meaning: 'in place', tone: 'furthest' };
const open: Sign = { sign: '◐', meaning: 'not yet', tone: 'advanced' };

export const bars: Bars = {
  kind: 'bars',
  caption: ['4 criteria'],
  head: ['State', 'Criteria'],
  bars: [
    { label: ['○ missing'], count: 0, tone: 'bad' },
    { label: ['● done'], count: 4, tone: 'furthest' },
    { label: ['◐ begun'], count: 1 },
  ],
};

export const matrix: Matrix = {
  kind: 'matrix',
  caption: ['2 controls'],
  head: 'Criterion',
  columns: [[{ text: 'A-1', target: { page: 'A-1' } }], ['B|<2>']],
  rows: [
    { label: [{ text: 'X1', target: { page: 'X1' } }], signs: [done, null], others: 0 },
    { label: ['X2'], signs: [done, open], others: 3 },
    { label: ['X3'], signs: [null, null], others: 0 },
  ],
  legend: [done, open],
};

export const map: CellMap = {
  kind: 'map',
  caption: ['3 criteria'],
  groups: [
    {
      label: [{ text: 'X Group', target: { page: 'X' } }],
      cells: [
        { label: [{ text: 'X1', target: { page: 'X1' } }], sign: done },
        { label: ['X2.10'], sign: open },
      ],
    },
    { cells: [{ label: ['Y'], sign: open }] },
  ],
  legend: [done, open],
};
