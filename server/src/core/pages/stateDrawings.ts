// The states of many criteria as drawings: how many are in each, and in which each of them is.
import { type Shown, shownOf, shownStates } from '../program/ladder.ts';
import type { Program } from '../program/program.ts';
import { type Parts, partsOf, type Row, rowsOf } from '../program/sections.ts';
import { countOf, coverageSummary, toneOf } from './coverageTables.ts';
import { viewWords } from './coverageWords.ts';
import {
  type Bars,
  type Block,
  type Cell,
  type CellGroup,
  heading,
  type Inlines,
  paragraph,
  type Sign,
} from './page.ts';
import { counted } from './words.ts';

/** Up the ladder the circle fills, as it does in the icons of the tree. */
const characters: Readonly<Record<Shown, string>> = {
  missing: '⊗',
  listed: '◌',
  documented: '○',
  designed: '◐',
  implemented: '●',
  evidenced: '◉',
  'relies on a vendor': '◈',
  excluded: '⊘',
};

/** Told only where a criterion is in them. */
const rare: readonly Shown[] = ['listed', 'evidenced', 'relies on a vendor', 'excluded'];

/**
 * How many criteria are in each state in the current report, and in which state each of them is.
 * @param isOwn whether a criterion in scope is among them
 */
export function statesOf(isOwn: (row: Row) => boolean, program: Program): Block[] {
  const { report } = program;
  const rows = rowsOf(program, report).filter(isOwn);
  if (rows.length === 0) return [paragraph('None of its criteria is in the scope of the current report.')];
  const summary = coverageSummary(rows);
  const occurring = shownStates.filter(state => countOf(summary, state) > 0);
  return [
    heading('States of its criteria'),
    stateBars(rows, [
      `${counted(rows.length, 'criterion', 'criteria')} in the scope of the current report `,
      { text: `(${viewWords(program, report)})`, style: 'emphasis' },
    ]),
    {
      kind: 'map',
      groups: groupsOf(partsOf(program, report, rows)),
      legend: occurring.map(signOf),
    },
  ];
}

/** How many criteria are in each state, as bars. */
export function stateBars(rows: readonly Row[], caption: Inlines): Bars {
  const summary = coverageSummary(rows);
  // The usual four are told with their counts where nothing is in them, too: a gap that is closed is news.
  const told = shownStates.filter(state => countOf(summary, state) > 0 || !rare.includes(state));
  return {
    kind: 'bars',
    caption,
    head: ['State', 'Criteria'],
    bars: told.map(state => ({
      label: [`${characters[state]} ${state}`],
      count: countOf(summary, state),
      tone: toneOf[state],
    })),
  };
}

/** The cells of criteria, by the groups that they are in; those of no group last. */
function groupsOf({ sections, rows }: Parts): CellGroup[] {
  const groups = sections.flatMap(({ kind, label, page, rows: own, parts }): CellGroup[] => {
    if (kind !== 'group') return groupsOf(parts);
    return [{ label: [{ text: label, target: { page } }], cells: own.map(cellOf) }];
  });
  if (rows.length === 0) return groups;
  return [
    ...groups,
    { ...(groups.length > 0 ? { label: ['Without a group'] } : {}), cells: rows.map(cellOf) },
  ];
}

function cellOf(row: Row): Cell {
  const { key, criterion } = row;
  return { label: [{ text: criterion.id, target: { page: key } }], sign: signOf(shownOf(row.coverage)) };
}

/** The sign of a state. */
export function signOf(state: Shown): Sign {
  return { sign: characters[state], meaning: state, tone: toneOf[state] };
}
