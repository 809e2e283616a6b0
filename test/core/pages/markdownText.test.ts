import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  codeSpan,
  destination,
  escaped,
  fenced,
  joined,
  line,
  type Markdown,
  markdown,
} from '../../../server/src/core/pages/markdownText.ts';
import { type Drawn, drawn, firstOf, hostile, readers, words } from './drawn.ts';

/** A place where words of the workspace stand, and what is drawn there. */
const places: readonly (readonly [
  what: string,
  write: (text: string) => Markdown,
  shown: (words: string) => Drawn,
])[] = [
  ['a paragraph', text => line(escaped(text)), text => drawn('p', text)],
  ['a heading', text => markdown`## ${line(escaped(text))}`, text => drawn('h2', text)],
  ['an item', text => markdown`- ${line(escaped(text))}`, text => drawn('ul', '\n', drawn('li', text), '\n')],
  ['strong words', text => markdown`**${escaped(text)}**`, text => drawn('p', drawn('strong', text))],
  ['the middle of a line', text => markdown`a ${escaped(text)} b`, text => drawn('p', `a ${text} b`)],
  ['the words of a link', text => markdown`[${escaped(text)}](x)`, text => drawn('p', drawn('a x', text))],
  ['a code span', text => codeSpan(text), text => drawn('p', drawn('code', text))],
];

describe('words of the workspace in Markdown', () => {
  for (const [what, write, shown] of places) {
    it(`are text in ${what}`, () => {
      fc.assert(
        fc.property(hostile, text => {
          fc.pre(text.trim() !== '');
          const markdown = write(text.trim());
          for (const [name, read] of Object.entries(readers))
            assert.deepEqual(read(markdown), [shown(words(text))], `${name}: ${markdown}`);
        }),
        { numRuns: 1000 },
      );
    });
  }

  it('are text in a cell of a table', () => {
    fc.assert(
      fc.property(hostile, text => {
        fc.pre(text.trim() !== '');
        const table = markdown`| x |\n| --- |\n| ${escaped(text.trim())} |`;
        for (const [name, read] of Object.entries(readers))
          assert.deepEqual(firstOf('td', read(table)), drawn('td', words(text)), name);
      }),
    );
  });

  it('are text in a block of code', () => {
    fc.assert(
      fc.property(hostile, text => {
        const block = drawn('pre', drawn('code', `${text}\n`));
        assert.deepEqual(readers.micromark(fenced(text)), [block]);
      }),
    );
  });

  it('lead to one place as the destination of a link', () => {
    fc.assert(
      fc.property(hostile, text => {
        const uri = text.replaceAll('%', '');
        for (const [name, read] of Object.entries(readers)) {
          const [paragraph, ...others] = read(markdown`[x](${destination(uri)})`);
          assert.deepEqual(others, [], name);
          const link = firstOf('p', [paragraph ?? '']);
          assert.ok(typeof link === 'object' && link.inside.length === 1, name);
          const [target = ''] = link.inside;
          assert.ok(typeof target === 'object' && target.element.startsWith('a '), name);
          assert.equal(decodeURIComponent(target.element.slice(2)), uri, name);
        }
      }),
    );
  });

  it('do not fit where Markdown is wanted until they are escaped', () => {
    const text: string = 'x';
    // @ts-expect-error
    markdown`**${text}**`;
    // @ts-expect-error
    line(text);
    // @ts-expect-error
    joined([`**${escaped(text)}**`]);
    assert.equal(markdown`**${escaped(text)}**`, '**x**');
  });
});
