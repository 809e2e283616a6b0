import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type HrefOf, markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { type Block, type Inlines, paragraph, prose, section } from '../../../server/src/core/pages/page.ts';
import { type Drawn, elementsOf, firstOf, hostile, readers, words, wordsOf } from './drawn.ts';

function shown(blocks: readonly Block[], hrefOf?: HrefOf): string {
  return markdownOf({ title: 'T', blocks }, hrefOf).replace(/^# T\n\n/, '');
}

/** The cells of what is drawn that are no heads. */
function cellsOf(drawn: readonly Drawn[]): Drawn[] {
  return drawn.flatMap(one => {
    if (typeof one === 'string') return [];
    return one.element === 'td' ? [one] : cellsOf(one.inside);
  });
}

describe('a page in Markdown', () => {
  const cases: readonly (readonly [what: string, text: Inlines, markdown: string])[] = [
    ['words', ['as they are: 2 + 2, a_b, CC6.1-POF2 (x) & y'], 'as they are: 2 + 2, a_b, CC6.1-POF2 (x) & y'],
    ['code in backticks', prose('Write `CC6.1`.'), 'Write `CC6.1`.'],
    ['code that has backticks', [{ text: '`a``', style: 'code' }], '``` `a`` ```'],
    ['strong words', [{ text: 'a*b', style: 'strong' }], '**a&#42;b**'],
    [
      'signs that would be mark-up',
      ['<b> [x](y) *z* `c` _d_ &amp; \\'],
      '&#60;b> &#91;x&#93;(y) &#42;z&#42; &#96;c&#96; \\_d\\_ \\&amp; \\\\',
    ],
    ['what would be a list', ['- x'], '\\- x'],
    ['what would be a numbered list', ['12. x'], '12\\. x'],
    ['what would be a heading', ['# x'], '\\# x'],
    ['several lines', ['a\n\nb'], 'a b'],
  ];
  for (const [what, text, markdown] of cases) {
    it(`has ${what}`, () => assert.equal(shown([paragraph(...text)]), `${markdown}\n`));
  }

  it('has sections, and none where there is nothing to list', () => {
    assert.equal(shown([...section('A', [['x'], ['y']]), ...section('B', [])]), '## A\n\n- x\n- y\n');
  });

  it('has code in a fence longer than any in it', () => {
    assert.equal(shown([{ kind: 'code', text: '```\nx' }]), '````\n```\nx\n````\n');
  });

  it('has links where they lead somewhere', () => {
    const text = ['See ', { text: 'CC6.2 [x]', target: { page: 'CC6.2' } }];
    assert.equal(shown([paragraph(...text)]), 'See CC6.2 &#91;x&#93;\n');
    const hrefOf: HrefOf = target => ('page' in target ? `page:${target.page} (1)` : undefined);
    assert.equal(shown([paragraph(...text)], hrefOf), 'See [CC6.2 &#91;x&#93;](page:CC6.2%20%281%29)\n');
  });

  it('has tables, with a head in any case', () => {
    const rows = [[['a'], [{ text: 'x|y', style: 'code' as const }]]];
    assert.equal(
      shown([{ kind: 'table', caption: ['C'], head: ['A', 'B|'], rows }]),
      'C\n\n| A | B\\| |\n| --- | --- |\n| a | x\\|y |\n',
    );
    assert.equal(shown([{ kind: 'table', rows: [[['a'], ['b']]] }]), '|  |  |\n| --- | --- |\n| a | b |\n');
  });

  it('has cells that are read back as what was written', () => {
    const style = fc.constantFrom('strong' as const, 'emphasis' as const, 'code' as const);
    const cell = fc.oneof(
      hostile.map((text): Inlines => [text]),
      fc.tuple(hostile, style).map(([text, style]): Inlines => [{ text, style }]),
    );
    fc.assert(
      fc.property(fc.tuple(cell, cell), row => {
        const written = row.map(text =>
          words(text.map(one => (typeof one === 'string' ? one : one.text)).join('')),
        );
        const markdown = shown([{ kind: 'table', head: ['A', 'B'], rows: [row] }]);
        for (const [name, read] of Object.entries(readers)) {
          const drawnTable = read(markdown);
          assert.ok(firstOf('table', drawnTable), `${name}: ${markdown}`);
          assert.equal(words(wordsOf(cellsOf(drawnTable).slice(-2, -1))), written[0], `${name}: ${markdown}`);
          assert.equal(words(wordsOf(cellsOf(drawnTable).slice(-1))), written[1], `${name}: ${markdown}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is read back as what was written, whatever is in it and however it looks', () => {
    const inline = fc.oneof(
      hostile,
      fc.record({
        text: hostile,
        style: fc.constantFrom('strong' as const, 'emphasis' as const, 'code' as const),
      }),
      fc.record({ text: hostile, target: fc.constant({ page: 'P' }) }),
      fc.record({ text: hostile, target: fc.constant({ page: 'P' }), style: fc.constant('code' as const) }),
    );
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), text => {
        const written = words(text.map(one => (typeof one === 'string' ? one : one.text)).join(''));
        const markdown = shown([paragraph(...text), ...section('S', [text])], () => 'page:P');
        if (written === '') return;
        for (const [name, read] of Object.entries(readers)) {
          const [block, ...others] = read(markdown);
          assert.equal(words(wordsOf([block ?? ''])), written, `${name}: ${markdown}`);
          assert.equal(words(wordsOf(others)), words(`S ${written}`), `${name}: ${markdown}`);
          const allowed = new Set(['p', 'h2', 'ul', 'li', 'strong', 'em', 'code', 'a page:P']);
          assert.deepEqual(
            [...elementsOf([block ?? '', ...others])].filter(one => !allowed.has(one)),
            [],
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
