import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Drawing, pageHtml } from '../../../client/src/views/pageHtml.ts';
import type { ShownBlock, ShownPage } from '../../../protocol/page.ts';

const drawing: Drawing = {
  nonce: 'N',
  hrefOf(target) {
    if ('action' in target) return target.action === 'unknown' ? undefined : `do:${target.action}`;
    return 'page' in target ? `page:${target.page}` : `place:${target.uri}`;
  },
  isOther: false,
};

function main(...blocks: readonly ShownBlock[]): string {
  const page: ShownPage = { page: 'T', title: 'T', blocks };
  return /<h1>T<\/h1>\n([\s\S]*)\n<\/main>/.exec(pageHtml(page, drawing))?.[1] ?? '';
}

describe('a page as HTML', () => {
  const place = {
    uri: 'file:///a',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  };
  const cases: readonly (readonly [what: string, block: ShownBlock, html: string])[] = [
    ['a heading', { kind: 'heading', text: 'A & B' }, '<h2>A &amp; B</h2>'],
    [
      'words with a style',
      {
        kind: 'paragraph',
        text: [
          'a ',
          { text: 'b', style: 'strong' },
          { text: 'c', style: 'emphasis' },
          { text: 'd', style: 'code' },
        ],
      },
      '<p>a <strong>b</strong><em>c</em><code>d</code></p>',
    ],
    [
      'a list with links',
      { kind: 'list', items: [[{ text: 'x', target: { page: 'CC6.2' } }], [{ text: 'y', target: place }]] },
      '<ul>\n<li><a href="page:CC6.2">x</a></li>\n<li><a href="place:file:///a">y</a></li>\n</ul>',
    ],
    [
      'items in items',
      { kind: 'list', items: [['a'], ['b'], ['c'], ['d'], ['e']], levels: [0, 1, 2, 0, 1] },
      '<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ul></li>\n<li>d\n<ul>\n<li>e</li>\n</ul></li>\n</ul>',
    ],
    [
      'a table',
      { kind: 'table', caption: ['C'], head: ['A&', 'B'], rows: [[['<x>'], [{ text: 'y', target: place }]]] },
      '<table>\n<caption>C</caption>\n<thead>\n<tr><th scope="col">A&amp;</th><th scope="col">B</th></tr>\n</thead>\n<tbody>\n<tr><td>&lt;x&gt;</td><td><a href="place:file:///a">y</a></td></tr>\n</tbody>\n</table>',
    ],
    [
      'buttons, without those that the client does not know',
      {
        kind: 'paragraph',
        text: [
          { text: 'New', target: { action: 'newControl' } },
          { text: 'Old', target: { action: 'unknown' } },
        ],
      },
      '<p><a class="button" role="button" href="do:newControl">New</a>Old</p>',
    ],
    ['code', { kind: 'code', text: '<a>\n  b' }, '<pre><code>&lt;a&gt;\n  b</code></pre>'],
    [
      'signs of mark-up as what they are',
      { kind: 'paragraph', text: [`<script>alert("1")</script>`, { text: "'", target: { page: '"><b>' } }] },
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<a href="page:&quot;&gt;&lt;b&gt;">&#39;</a></p>',
    ],
  ];
  for (const [what, block, html] of cases) it(`has ${what}`, () => assert.equal(main(block), html));

  it('lets nothing through but its own style and script', () => {
    const html = pageHtml({ page: 'T', title: '</title>', blocks: [] }, { ...drawing, isOther: true });
    assert.match(html, /content="default-src 'none'; style-src 'nonce-N'; script-src 'nonce-N'">/);
    assert.match(html, /<title>&lt;\/title&gt;<\/title>/);
    assert.deepEqual(html.match(/<(?:style|script|link|img|iframe)[^>]*>/g), [
      '<style nonce="N">',
      '<script nonce="N">',
    ]);
  });

  it('begins at its top only where another page was shown before', () => {
    assert.doesNotMatch(pageHtml({ page: 'T', title: 'T', blocks: [] }, drawing), /scrollTo/);
  });
});
