import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Buffers } from '../../server/src/lsp/buffers.ts';
import { offsetAt, positionAt } from '../../server/src/lsp/positions.ts';
import { inBytes, inUnits } from './counting.ts';

/** Pieces of a text on which counting may go wrong. */
const piece = fc.constantFrom(
  'a',
  'ü',
  'e\u0301',
  '𝒜',
  '👩‍👩‍👧',
  '\t',
  '\r\n',
  '\n',
  '\r',
  '\ufeff',
  '\u2028',
);
const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));

/** The offsets between two characters, none in the middle of one or of a line end. */
function boundaries(content: string): number[] {
  return [...[...content.matchAll(/\r\n|[\s\S]/gu)].map(({ index }) => index), content.length];
}

for (const [encoding, count] of [
  ['utf-16', inUnits],
  ['utf-8', inBytes],
] as const) {
  describe(`a buffer of a client that counts in ${encoding}`, () => {
    it('is what the client has, after any changes', () => {
      fc.assert(
        fc.property(
          text,
          fc.array(fc.tuple(fc.nat(), fc.nat(), text), { maxLength: 8 }),
          (first, changes) => {
            const buffers = new Buffers();
            buffers.open('key', 'uri', first);
            let content = first;
            for (const [one, other, put] of changes) {
              const all = boundaries(content);
              const [start = 0, end = 0] = [one, other]
                .map(nth => all[nth % all.length] ?? 0)
                .sort((a, b) => a - b);
              const range = { start: count(content, start), end: count(content, end) };
              buffers.change('key', [{ range, text: put }], encoding);
              content = content.slice(0, start) + put + content.slice(end);
              assert.equal(buffers.get('key')?.content, content);
              assert.equal(buffers.get('key')?.text, content.replace(/^\ufeff/, ''));
            }
          },
        ),
        { numRuns: 1000 },
      );
    });

    it('has a position for each offset of its text, and takes it back', () => {
      fc.assert(
        fc.property(text, content => {
          const buffer = new Buffers().open('key', 'uri', content);
          for (const at of boundaries(content)) {
            const offset = at - buffer.mark;
            if (offset < 0) continue;
            const position = positionAt(buffer, offset, encoding);
            assert.deepEqual(position, count(content, at));
            assert.equal(offsetAt(buffer, position, encoding), offset);
          }
        }),
        { numRuns: 1000 },
      );
    });

    it('takes a position past the end of a line as that end, and one inside a character as its start', () => {
      const buffer = new Buffers().open('key', 'uri', 'ab\r\n𝒜');
      const at = (line: number, character: number) => offsetAt(buffer, { line, character }, encoding);
      assert.deepEqual([at(0, 2), at(0, 3), at(0, 999), at(1, 999), at(9, 9), at(-1, 0)], [2, 2, 2, 6, 6, 0]);
      if (encoding === 'utf-8') assert.deepEqual([at(1, 1), at(1, 3), at(1, 4)], [4, 4, 6]);
    });

    it('takes changes in their order, whole texts among them, and none before it is opened', () => {
      const buffers = new Buffers();
      const start = { line: 0, character: 0 };
      const changes = [{ text: 'b' }, { range: { start, end: start }, text: 'a' }];
      assert.equal(buffers.change('key', changes, encoding), undefined);
      buffers.open('key', 'uri', '');
      assert.equal(buffers.change('key', changes, encoding)?.text, 'ab');
      assert.equal(buffers.keyOf('uri'), 'key');
      buffers.close('key', 'uri');
      assert.equal(buffers.get('key'), undefined);
      assert.equal(buffers.keyOf('uri'), undefined);
    });

    it('takes what no client may do as what is nearest to it, and tells of it once', () => {
      const told: string[] = [];
      const buffers = new Buffers(fault => told.push(fault));
      const changed = (version: number, start: readonly [number, number], end: readonly [number, number]) => {
        const range = {
          start: { line: start[0], character: start[1] },
          end: { line: end[0], character: end[1] },
        };
        return buffers.change('key', [{ range, text: '|' }], encoding, version)?.content;
      };
      buffers.open('key', 'uri', 'first', 1);
      buffers.open('key', 'uri', 'ab\ncd\n', 1);
      assert.equal(changed(2, [1, 2], [0, 1]), 'a|\n');
      assert.equal(changed(3, [9, 9], [9, 9]), 'a|\n|');
      assert.equal(changed(4, [-1, 0], [0, 0]), '|a|\n|');
      assert.equal(changed(2, [0, 0], [0, 1]), '|a|\n|');
      assert.equal(changed(1, [0, 99], [0, 99]), '|a||\n|');
      assert.equal(buffers.close('key', 'uri'), true);
      assert.equal(buffers.close('key', 'uri'), false);
      assert.deepEqual(
        told.map(fault => /second time\.|ends before|outside|older|is not open/.exec(fault)?.[0]),
        ['second time.', 'ends before', 'outside', 'older', 'is not open'],
      );
    });
  });
}
