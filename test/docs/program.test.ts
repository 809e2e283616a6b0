// Every row of the tables in docs/program.md is a test: a text in, a text out. A row without one fails, and so does a test
// whose row is gone; and what a row shows as code occurs in its tests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { coverageTables } from './programTables/coverage.ts';
import { criteriaTables } from './programTables/criteria.ts';
import { keyTables } from './programTables/keys.ts';
import { layoutTables } from './programTables/layouts.ts';
import { manifestTables } from './programTables/manifest.ts';
import { recordTables } from './programTables/records.ts';
import { tablesIn } from './programTables/table.ts';
import { tablesOfControls } from './programTables/tablesOfControls.ts';

const documented = tablesIn(readFileSync('docs/program.md', 'utf8'));
const tested = [
  ...layoutTables,
  ...manifestTables,
  ...recordTables,
  ...tablesOfControls,
  ...keyTables,
  ...criteriaTables,
  ...coverageTables,
];

it('every table of the page is tested, row by row', () => {
  const rowsOf = (name: string, rows: readonly string[]) => rows.map(row => `${name}: ${row}`);
  assert.deepEqual(
    tested.flatMap(({ table, rows }) => rowsOf(table, Object.keys(rows))).sort(),
    documented
      .flatMap(({ name, rows }) =>
        rowsOf(
          name,
          rows.map(row => row.name),
        ),
      )
      .sort(),
  );
});

/** What no fixture can show: an option of the command, which has tests of its own, and a state that nothing has yet. */
const elsewhere = ['--report', 'evidenced'];

for (const { name, rows } of documented) {
  describe(name, () => {
    const cases = tested.find(({ table }) => table === name)?.rows;
    for (const row of rows) {
      const own = cases?.[row.name] ?? [];
      for (const [i, [asked, textIn, textOut]] of own.entries())
        it(`${row.name}, ${i + 1}`, async () => assert.equal(await asked(textIn), textOut, textIn));

      it(`${row.name}, all that it shows`, () => {
        const words = own.flatMap(([, textIn, textOut]) => [textIn, textOut]).join('\n');
        const isShown = (code: string) =>
          words.includes(code) ||
          (/\w/.test(code) && code.split(/[^\w-]+/).every(word => words.includes(word)));
        assert.deepEqual(
          row.code.filter(code => !elsewhere.includes(code) && !isShown(code)),
          [],
        );
      });
    }
  });
}
