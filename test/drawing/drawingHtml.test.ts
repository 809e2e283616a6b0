import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { barsHtml, mapHtml, matrixHtml } from '../../drawing/drawingHtml.ts';
import type { Html } from '../../drawing/html.ts';
import type { HrefOf } from '../../drawing/textHtml.ts';
import type { ShownBars, ShownMap, ShownMatrix } from '../../protocol/page.ts';
import type { Block, Inlines } from '../../server/src/core/pages/page.ts';
import { withTexts } from '../../server/src/core/pages/texts.ts';
import { shownBlocks } from '../../server/src/lsp/pages.ts';
import { bars, map, matrix } from '../core/pages/blocks.ts';
import { type Drawn, drawnHtml, elementsOf, hostile } from '../core/pages/drawn.ts';

const hrefOf: HrefOf = target => {
  if ('action' in target) return `do:${target.action}`;
  return 'page' in target ? `page:${target.page}` : target.uri;
};

/** A block as the client draws it, once it has come from the server. */
function drawn(block: Block): Html {
  const [shown] = shownBlocks([block], new Map());
  assert.ok(shown);
  return draw(JSON.parse(JSON.stringify(shown)));
}

function draw(block: ShownBars | ShownMatrix | ShownMap): Html {
  if (block.kind === 'bars') return barsHtml(block, hrefOf);
  return block.kind === 'matrix' ? matrixHtml(block, hrefOf) : mapHtml(block, hrefOf);
}

describe('in the view', () => {
  it('bars are a table, whose heads are heads and whose bars are not read aloud', () => {
    assert.equal(
      drawn(bars),
      `<table class="bars">
<caption>4 criteria</caption>
<thead>
<tr><th scope="col">State</th><th scope="col">Criteria</th><td></td></tr>
</thead>
<tbody>
<tr><th scope="row">○ missing</th><td>0</td><td></td></tr>
<tr><th scope="row">● done</th><td>4</td><td><svg class="furthest" width="20em" height="0.8em" aria-hidden="true"><rect width="100%" height="100%"/></svg></td></tr>
<tr><th scope="row">◐ begun</th><td>1</td><td><svg width="5em" height="0.8em" aria-hidden="true"><rect width="100%" height="100%"/></svg></td></tr>
</tbody>
</table>`,
    );
  });

  it('a matrix is a table that the keyboard scrolls, whose signs are read aloud as what they mean', () => {
    const done = '<span class="furthest" role="img" aria-label="in place" title="in place">●</span>';
    const open = '<span class="advanced" role="img" aria-label="not yet" title="not yet">◐</span>';
    assert.equal(
      drawn(matrix),
      `<div class="wide" role="region" aria-label="2 controls" tabindex="0">
<table class="matrix">
<caption>2 controls</caption>
<thead>
<tr><th scope="col">Criterion</th><th scope="col"><a href="page:A-1">A-1</a></th><th scope="col">B|&lt;2&gt;</th><th scope="col">Others</th></tr>
</thead>
<tbody>
<tr><th scope="row"><a href="page:X1">X1</a></th><td>${done}</td><td></td><td>0</td></tr>
<tr><th scope="row">X2</th><td>${done}</td><td>${open}</td><td>3</td></tr>
<tr><th scope="row">X3</th><td></td><td></td><td>0</td></tr>
</tbody>
</table>
</div>
<p class="legend" aria-hidden="true"><span class="furthest">●</span> in place · <span class="advanced">◐</span> not yet</p>`,
    );
  });

  it('a map is a list for each group, whose cells are links', () => {
    const html = drawn(map);
    assert.match(
      html,
      /^<p>3 criteria<\/p>\n<div class="map">\n<h3><a href="page:X">X Group<\/a><\/h3>\n<ul>\n/,
    );
    assert.match(
      html,
      /<li><span class="furthest" role="img" aria-label="in place" title="in place">●<\/span> <a href="page:X1">X1<\/a><\/li>/,
    );
    assert.equal(html.match(/<ul>/g)?.length, 2);
  });

  it('what is in them is text, whatever signs it has', () => {
    fc.assert(
      fc.property(hostile, words => {
        const text: Inlines = [words];
        for (const block of [bars, matrix, map]) {
          const plain = withTexts(block, { text: () => ['x'], words: () => 'x' });
          const filled = withTexts(block, { text: () => text, words: () => words });
          const read = (one: Block): readonly Drawn[] => drawnHtml(drawn(one));
          const named = (one: Block) =>
            [...elementsOf(read(one))].map(element => element.split(' ')[0]).toSorted();
          assert.deepEqual(named(filled), named(plain));
        }
      }),
      { numRuns: 100 },
    );
  });
});
