import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csv } from '../../../server/src/core/exports/csv.ts';

/** Reads CSV as RFC 4180 has it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('CSV', () => {
  it('ends every row with CRLF, and quotes only what needs it', () => {
    assert.equal(
      csv([
        ['a', 'b c', ''],
        ['x,y', 'say "so"', 'two\nlines'],
      ]),
      'a,b c,\r\n"x,y","say ""so""","two\nlines"\r\n',
    );
  });

  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1']) {
    it(`makes text of ${JSON.stringify(formula)}`, () => {
      assert.deepEqual(rowsOf(csv([[formula]])), [[`'${formula}`]]);
    });
  }

  it('gives back what was put in, but for the apostrophe', () => {
    const unit = fc.constantFrom('a', ',', '"', '\r', '\n', ' ', '=', '-', '\u00e9', '\ud83d\ude00');
    const row = fc.array(fc.string({ unit, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row), rows => {
        const read = rowsOf(csv(rows)).map(cells => cells.map(cell => cell.replace(/^'/, '')));
        assert.deepEqual(read, rows);
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '\n', 'a', '"') }),
        text => {
          assert.doesNotMatch(rowsOf(csv([[text]]))[0]?.[0] ?? '', /^\s*[=+\-@]/);
        },
      ),
    );
  });
});
