import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type HrefOf, markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { type Block, type Inlines, paragraph, prose, section } from '../../../server/src/core/pages/page.ts';
import { remarkTree, textOf } from '../markdown/oracle.ts';

function shown(blocks: readonly Block[], hrefOf?: HrefOf): string {
  return markdownOf({ title: 'T', blocks }, hrefOf).replace(/^# T\n\n/, '');
}

describe('a page in Markdown', () => {
  const cases: readonly (readonly [what: string, text: Inlines, markdown: string])[] = [
    ['words', ['as they are: 2 + 2, a_b, CC6.1-POF2 (x) & y'], 'as they are: 2 + 2, a_b, CC6.1-POF2 (x) & y'],
    ['code in backticks', prose('Write `CC6.1`.'), 'Write `CC6.1`.'],
    ['code that has backticks', [{ text: '`a``', style: 'code' }], '``` `a`` ```'],
    ['strong words', [{ text: 'a*b', style: 'strong' }], '**a\\*b**'],
    [
      'signs that would be mark-up',
      ['<b> [x](y) *z* `c` _d_ &amp; \\'],
      '\\<b> \\[x\\](y) \\*z\\* \\`c\\` \\_d\\_ \\&amp; \\\\',
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
    assert.equal(shown([paragraph(...text)]), 'See CC6.2 \\[x\\]\n');
    const hrefOf: HrefOf = target => ('page' in target ? `page:${target.page} (1)` : undefined);
    assert.equal(shown([paragraph(...text)], hrefOf), 'See [CC6.2 \\[x\\]](page:CC6.2%20%281%29)\n');
  });

  it('is read back as the paragraph that was written, whatever is in it', () => {
    const unit = fc.constantFrom(...'ab 1.)(-+#=*_`~[]<>!&;:/\\"\'|\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), text => {
        const written = text.replace(/\s+/g, ' ').trim();
        const { children } = remarkTree(shown([paragraph(text)]));
        assert.deepEqual(
          children.map(block => [
            block.type,
            ...('children' in block ? block.children.map(({ type }) => type) : []),
          ]),
          written === '' ? [] : [['paragraph', 'text']],
        );
        assert.equal(children.map(textOf).join(''), written);
      }),
      { numRuns: 500 },
    );
  });
});
