import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineTable } from '../../../server/src/core/text/lineTable.ts';

const text = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', 'é', '\t', '\u2028'), { maxLength: 30 })
  .map(parts => parts.join(''));

describe('a line table', () => {
  it("agrees with the protocol's own document about every offset", () => {
    fc.assert(
      fc.property(text, content => {
        const lines = new LineTable(content);
        const oracle = TextDocument.create('file:///a', 'markdown', 1, content);
        assert.equal(lines.count, oracle.lineCount);
        for (let offset = 0; offset <= content.length; offset++) {
          // Inside a \r\n the oracle steps back to its start; no position of ours is asked for there.
          if (content[offset - 1] === '\r' && content[offset] === '\n') continue;
          const position = lines.positionAt(offset);
          assert.deepEqual(position, oracle.positionAt(offset));
          assert.equal(lines.offsetAt(position), offset);
        }
      }),
    );
  });

  it('clamps what lies outside', () => {
    const lines = new LineTable('ab\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(lines.offsetAt({ line: 7, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
  });

  it('tells a text whose lines have other lengths', () => {
    const lines = new LineTable('ab\ncd\r\n');
    assert.deepEqual(
      ['ab\ncd\r\n', 'xy\nzw\r\n', 'ab\ncd\r\n\n', 'abc\nd\r\n', 'ab\ncdef'].map(text => lines.isOf(text)),
      [true, true, false, false, false],
    );
  });
});
