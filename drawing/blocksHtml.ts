import type { ShownBlock, ShownList, ShownTable, ShownText } from '../protocol/page.ts';
import { barsHtml, captionHtml, mapHtml, matrixHtml } from './drawingHtml.ts';
import { escaped, type Html, html, joined } from './html.ts';
import { type HrefOf, textHtml } from './textHtml.ts';

/** Where the links of blocks lead. */
export interface Links {
  readonly hrefOf: HrefOf;
  /** By what a link in the same document leads to a row of a table; undefined where none does. */
  readonly idOf?: (row: readonly ShownText[]) => string | undefined;
}

/** The blocks of a page, one below the other. What they say is text: no sign in it is mark-up. */
export function blocksHtml(blocks: readonly ShownBlock[], links: Links): Html {
  return joined(
    blocks.map(block => blockHtml(block, links)),
    html`\n`,
  );
}

function blockHtml(block: ShownBlock, links: Links): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return html`<p>${textHtml(block.text, links.hrefOf)}</p>`;
    case 'list':
      return listHtml(block, links);
    case 'code':
      return html`<pre><code>${escaped(block.text)}</code></pre>`;
    case 'table':
      return tableHtml(block, links);
    case 'bars':
      return barsHtml(block, links.hrefOf);
    case 'matrix':
      return matrixHtml(block, links.hrefOf);
    case 'map':
      return mapHtml(block, links.hrefOf);
  }
}

/** A list; items that are in another one stand in a list in it. */
function listHtml({ items, levels = [] }: ShownList, { hrefOf }: Links): Html {
  let open = 0;
  const lines = items.map((item, i) => {
    const level = levels[i] ?? 0;
    const next = i + 1 < items.length ? (levels[i + 1] ?? 0) : 0;
    const opened = joined(Array.from({ length: Math.max(0, level - open) }, () => html`<ul>\n`));
    const closed = joined(Array.from({ length: Math.max(0, level - next) }, () => html`\n</ul></li>`));
    open = level;
    return html`${opened}<li>${textHtml(item, hrefOf)}${next > level ? html`` : html`</li>`}${closed}`;
  });
  return html`<ul>\n${joined(lines, html`\n`)}\n</ul>`;
}

function tableHtml({ caption, head, rows }: ShownTable, { hrefOf, idOf }: Links): Html {
  const titles = head?.map(title => html`<th scope="col">${escaped(title)}</th>`);
  const lines = rows.map(cells => {
    const id = idOf?.(cells);
    const own = id === undefined ? html`` : html` id="${escaped(id)}"`;
    return html`<tr${own}>${joined(cells.map(cell => html`<td>${textHtml(cell, hrefOf)}</td>`))}</tr>`;
  });
  const heads = titles ? html`<thead>\n<tr>${joined(titles)}</tr>\n</thead>\n` : html``;
  return html`<table>\n${captionHtml(caption, hrefOf)}${heads}<tbody>\n${joined(lines, html`\n`)}\n</tbody>\n</table>`;
}
