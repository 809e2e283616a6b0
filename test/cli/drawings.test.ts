// Bars, matrices, and maps on a terminal, here without color: standard output is no terminal in a test.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readable, readableBlocks } from '../../server/src/cli/readable.ts';
import type { Bars, Block, CellMap, Inlines, Matrix } from '../../server/src/core/pages/page.ts';
import { bars, map, matrix } from '../core/pages/blocks.ts';

const shown = (block: Block, width: number) => readableBlocks([block], width).join('');

describe('on a terminal', () => {
  it('bars stand below each other, with their counts', () => {
    assert.equal(
      shown(bars, 24),
      `4 criteria
  ○ missing  0
  ● done     4  ████████
  ◐ begun    1  ██`,
    );
    assert.equal(shown(bars, Number.POSITIVE_INFINITY).match(/█+/)?.[0].length, 40);
  });

  it('a matrix has a line for each row, and signs that its legend explains', () => {
    assert.equal(
      shown(matrix, 80),
      `2 controls
  Criterion  A-1  B|<2>  Others
  X1         ●    ·      0
  X2         ●    ◐      3
  X3         ·    ·      0

  ● in place · ◐ not yet`,
    );
  });

  it('a matrix that is too wide goes on below', () => {
    assert.equal(
      shown(matrix, 20),
      `2 controls
  Criterion  A-1
  X1         ●
  X2         ●
  X3         ·

  Criterion  B|<2>
  X1         ·
  X2         ◐
  X3         ·

  Criterion  Others
  X1         0
  X2         3
  X3         0

  ● in place · ◐ not
  yet`,
    );
  });

  it('a long head of a column takes several lines', () => {
    const columns = [['Review of access'], ['x'.repeat(16)], ['A']];
    assert.equal(
      shown({ ...matrix, columns, rows: [{ label: ['X1'], signs: [null, null, null] }], legend: [] }, 80),
      `2 controls
  Criterion  Review of       xxxxxxxxxxxxxx  A
             access          xx
  X1         ·               ·               ·`,
    );
  });

  it('a map has its cells below the labels of their groups, in columns', () => {
    assert.equal(
      shown(map, 80),
      `3 criteria
  X Group
    ● X1     ◐ X2.10
    ◐ Y

  ● in place · ◐ not yet`,
    );
    assert.match(shown(map, 16), /\n {4}● X1\n {4}◐ X2\.10\n/);
  });

  it('nothing of them is wider than 80 columns, however wide the terminal, and no sign is lost', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019-'), minLength: 1, maxLength: 30 });
    const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words): Inlines => [words.join(' ')]);
    const id = word.map((words): Inlines => [words]);
    const sign = fc.constantFrom(...matrix.legend);
    const drawings = fc.oneof(
      fc
        .array(fc.record({ label: id, count: fc.nat(99_999) }), { minLength: 1, maxLength: 8 })
        .map((all): Bars => ({ kind: 'bars', head: ['A', 'B'], bars: all })),
      fc.array(label, { maxLength: 20 }).chain(columns =>
        fc
          .array(
            fc.record({
              label,
              signs: fc.array(fc.option(sign), { minLength: columns.length, maxLength: columns.length }),
            }),
            { maxLength: 5 },
          )
          .map((rows): Matrix => ({ kind: 'matrix', head: 'A', columns, rows, legend: matrix.legend })),
      ),
      fc
        .array(fc.record({ label, cells: fc.array(fc.record({ label: id, sign })) }), { maxLength: 5 })
        .map((groups): CellMap => ({ kind: 'map', groups, legend: map.legend })),
    );
    fc.assert(
      fc.property(drawings, fc.constantFrom(80, 200, Number.POSITIVE_INFINITY), (block, width) => {
        const lines = readable({ title: 'T', blocks: [block] }, width).split('\n');
        assert.ok(
          lines.every(line => line.length <= 80 && line === line.trimEnd()),
          lines.join('\n'),
        );
        const signs = block.kind === 'matrix' ? block.rows.flatMap(row => row.signs.filter(one => one)) : [];
        const cells = block.kind === 'map' ? block.groups.flatMap(group => group.cells) : [];
        const drawn = lines.slice(0, -2).join('').match(/[●◐]/g) ?? [];
        if (block.kind !== 'bars') assert.equal(drawn.length, signs.length + cells.length);
      }),
      { numRuns: 300 },
    );
  });
});
