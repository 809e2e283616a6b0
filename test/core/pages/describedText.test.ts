import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { describedBlocks } from '../../../server/src/core/pages/describedText.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { textsOf } from '../../../server/src/core/pages/texts.ts';
import { text } from '../catalog/readers/read.ts';
import { hostile } from './drawn.ts';

function plain(written: string): string {
  return plainOfBlocks(describedBlocks(written));
}

describe('a description of several lines', () => {
  const cases: readonly (readonly [what: string, written: string, shown: string])[] = [
    ['nothing', '', ''],
    ['one line', 'Doors are locked.', 'Doors are locked.'],
    ['a paragraph that is broken into lines', 'Doors are\n  locked at\nnight.', 'Doors are locked at night.'],
    ['paragraphs, with other line ends', 'One.\r\n\r\nTwo.\r\rThree.', 'One.\n\nTwo.\n\nThree.'],
    ['a list right behind its words', 'Keeps:\n- a;\n- b.\nAnd c.', 'Keeps:\n\n- a;\n- b. And c.'],
    [
      'a list in a loose form, and what follows it',
      'Keeps:\n\n* a;\n\n* b.\n\nAlways.',
      'Keeps:\n\n- a;\n- b.\n\nAlways.',
    ],
    [
      'items with labels',
      'The guard:\na. locks;\n(2) opens;\niv) sings.',
      'The guard:\n\n- a. locks;\n- (2) opens;\n- iv) sings.',
    ],
    ['items that are broken into lines', '- locks\n  doors;\n- sings.', '- locks doors;\n- sings.'],
    ['items in items', '- a\n  - 1. b\n    - c\n  - 2. d\n- e', '- a\n  - 1. b\n    - c\n  - 2. d\n- e'],
    ['items that are out of line', '    - a\n  - b\n   - c\n      - d', '- a\n- b\n- c\n  - d'],
    ['a heading', '# Scope\n\nAll doors.', 'Scope\n\nAll doors.'],
    [
      'a line that begins with a letter, a number, or a dash',
      'As in plan\nB. and in\n2024. Or\n-5 degrees.',
      'As in plan B. and in 2024. Or -5 degrees.',
    ],
    ['signs that are no marks', 'a * b, *.c, 2**3, [d] (e), `f', 'a * b, *.c, 2**3, [d] (e), `f'],
    [
      'links',
      'See [D-2](#d-2), [the guide](https://a.b/c), and [https://a.b](https://a.b).',
      'See D-2, the guide (https://a.b/c), and https://a.b.',
    ],
  ];
  for (const [what, written, shown] of cases) {
    it(`may be ${what}`, () => assert.equal(plain(written), shown));
  }

  it('is Markdown with the same lists in it, and with its strong words and code', () => {
    const written = text(`
      The guard **always**:

      - a. locks \`doors\`;
        - 1. at *night*;
      - b. sings.

      **Guidance**

      Gates count too.
    `).trim();
    const escaped = written.replace('1. at *night*', '1\\. at &#42;night&#42;');
    assert.equal(markdownOfBlocks(describedBlocks(written)), escaped);
  });

  it('has items that are at most one deeper than the item before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.constantFrom('- x', 'a. x', 'x', ''))), lines => {
        const written = lines.map(([indent, line]) => ' '.repeat(indent) + line).join('\n');
        for (const block of describedBlocks(written)) {
          if (block.kind !== 'list' || !block.levels) continue;
          assert.equal(block.levels.length, block.items.length);
          for (const [i, level] of block.levels.entries()) {
            assert.ok(level >= 0 && level <= (block.levels[i - 1] ?? -1) + 1, written);
          }
        }
      }),
    );
  });

  it('has no line end in a text, whatever it is', () => {
    fc.assert(
      fc.property(hostile, written => {
        for (const texts of describedBlocks(written).flatMap(textsOf)) {
          for (const one of texts) assert.doesNotMatch(typeof one === 'string' ? one : one.text, /[\r\n]/);
        }
      }),
    );
  });
});
