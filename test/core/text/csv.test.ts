import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csv } from '../../../server/src/core/exports/csv.ts';
import { readCsv } from '../../../server/src/core/text/csv.ts';

const values = (text: string, separator?: string) =>
  readCsv(text, separator).rows.map(row => row.map(({ value }) => value));
const problems = (text: string) =>
  readCsv(text).problems.map(({ is, start, end }) => [is, text.slice(start, end), start]);

describe('comma-separated values', () => {
  it('are read with any line ends, and without what stands around a cell', () => {
    assert.deepEqual(values('a,b\r\n1, 2 \n3,\r,4'), [
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
      ['', '4'],
    ]);
    assert.deepEqual(values('\n\r\n  \n'), []);
    assert.deepEqual(values('a;"b;c"', ';'), [['a', 'b;c']]);
  });

  it('have separators, line ends, and quotes in quotes', () => {
    assert.deepEqual(values('"a, b","c\r\nd","say ""yes"""\r\n"",x'), [
      ['a, b', 'c\r\nd', 'say "yes"'],
      ['', 'x'],
    ]);
  });

  it('have each cell at its place, without its quotes', () => {
    const text = 'a, bc ,"d ""e"""\n"",f';
    const cells = readCsv(text).rows.flat();
    assert.deepEqual(
      cells.map(({ start, end }) => text.slice(start, end)),
      ['a', 'bc', 'd ""e""', '', 'f'],
    );
  });

  it('have a problem at quotes that are broken, and go on behind them', () => {
    assert.deepEqual(problems('a,"b\nc,d'), [['unclosed quote', '"', 2]]);
    assert.deepEqual(values('a,"b\nc,d'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(problems('a,"b\nc,"d"\n'), [['unclosed quote', '"', 2]]);
    assert.deepEqual(values('a,"b\nc,"d"\n'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(problems('"a" b,c'), [['text behind a quote', 'b', 4]]);
    assert.deepEqual(problems('a "b",c'), [['quote inside', '"', 2]]);
    assert.deepEqual(values('a "b",c'), [['a "b"', 'c']]);
  });

  it('say what was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', 'é') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), rows => {
        const text = rows
          .map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        assert.deepEqual(values(text), rows);
        assert.deepEqual(problems(text), []);
      }),
    );
  });

  it('read what is exported', () => {
    const rows = [
      ['id', 'title'],
      ['CC6.1', 'Access, "logical"\nand physical'],
    ];
    assert.deepEqual(values(csv(rows)), rows);
  });

  it('are read in linear time, whatever their quotes', () => {
    for (const part of ['"', '"\n', 'a"', '"",', '"a\n', '"""a\n', ',"'])
      assert.ok(readCsv(part.repeat(50_000)).rows.length <= 50_001);
  });
});
