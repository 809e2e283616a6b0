// Bars, matrices, and maps as HTML: tables and lists that say in words whatever their signs and colors show.
import type { ShownBars, ShownMap, ShownMatrix, ShownSign, ShownText, Tone } from '../protocol/page.ts';
import { escaped, type Html, html, joined } from './html.ts';
import { type HrefOf, textHtml } from './textHtml.ts';

/** How long the longest bar is, in em. */
const longestBar = 20;

/**
 * How drawings look, in colors that the document names: `--line`, `--focus`, `--text`, `--muted`, `--bad`, `--begun`, and
 * `--advanced`. The policy of a document may allow no style of a single element.
 */
export const drawingStyle = html`
.bars td { text-align: end; }
.bars td + td { text-align: start; vertical-align: middle; }
.bars svg { display: block; fill: currentColor; }
.bars th, .matrix th, .map h3 { font-weight: normal; }
.bars thead th, .matrix thead th { font-weight: 600; }
.wide { width: max-content; max-width: calc(100vw - 4em); overflow-x: auto; }
.wide:focus-visible { outline: 1px solid var(--focus); }
.matrix { width: max-content; }
.matrix th, .matrix td { padding-inline-end: 0.7em; }
.matrix th { white-space: nowrap; }
.matrix th + th { max-width: 10em; white-space: normal; overflow-wrap: break-word; }
.map { margin: 0.6em 0; columns: 19em; column-gap: 2em; }
.map h3 { margin: 0 0 0.2em; font-size: 1em; break-after: avoid; }
.map ul { margin: 0 0 0.6em; padding: 0; display: flex; break-inside: avoid; flex-wrap: wrap; gap: 0.4em; list-style: none; }
.map li { margin: 0; padding: 0.1em 0.5em; border: 1px solid var(--line); border-radius: 3px; }
.legend { color: var(--muted); }
.bad { color: var(--bad); }
.begun { color: var(--begun); }
.advanced { color: var(--advanced); }
.furthest { color: var(--text); }
.aside { color: var(--muted); }
`;

/** Bars as a table: the label, the count, and the bar, which says no more than the count. */
export function barsHtml({ caption, head, bars }: ShownBars, hrefOf: HrefOf): Html {
  const most = bars.reduce((so, { count }) => Math.max(so, count), 1);
  const rows = bars.map(({ label, count, tone }) => {
    const width = Math.round((count / most) * longestBar * 10) / 10;
    const bar = html`<svg${classOf(tone)} width="${number(width)}em" height="0.8em" aria-hidden="true"><rect width="100%" height="100%"/></svg>`;
    return html`<tr><th scope="row">${textHtml(label, hrefOf)}</th><td>${number(count)}</td><td>${count === 0 ? html`` : bar}</td></tr>`;
  });
  const heads = head.map(title => html`<th scope="col">${escaped(title)}</th>`);
  return table(html`bars`, { caption, head: html`<tr>${joined(heads)}<td></td></tr>`, rows }, hrefOf);
}

/** A matrix as a table, which the keyboard can scroll where it is wider than the view. */
export function matrixHtml({ caption, head, columns, rows, legend }: ShownMatrix, hrefOf: HrefOf): Html {
  const hasOthers = rows.some(({ others }) => others !== undefined);
  const heads = [
    escaped(head),
    ...columns.map(column => textHtml(column, hrefOf)),
    ...(hasOthers ? [html`Others`] : []),
  ].map(title => html`<th scope="col">${title}</th>`);
  const lines = rows.map(({ label, signs, others = 0 }) => {
    const cells = signs.map(sign => (sign ? signHtml(sign) : html``));
    const all = [...cells, ...(hasOthers ? [number(others)] : [])].map(cell => html`<td>${cell}</td>`);
    return html`<tr><th scope="row">${textHtml(label, hrefOf)}</th>${joined(all)}</tr>`;
  });
  const drawn = table(html`matrix`, { caption, head: html`<tr>${joined(heads)}</tr>`, rows: lines }, hrefOf);
  const name = caption ? wordsOf(caption) : head;
  return html`<div class="wide" role="region" aria-label="${escaped(name)}" tabindex="0">\n${drawn}\n</div>\n${legendHtml(legend)}`;
}

/** A map as a list for each group: each cell has its sign, and its words. */
export function mapHtml({ caption, groups, legend }: ShownMap, hrefOf: HrefOf): Html {
  const lines = groups.map(({ label, cells }) => {
    const items = cells.map(cell => html`<li>${signHtml(cell.sign)} ${textHtml(cell.label, hrefOf)}</li>`);
    const name = label ? html`<h3>${textHtml(label, hrefOf)}</h3>\n` : html``;
    return html`${name}<ul>\n${joined(items, html`\n`)}\n</ul>`;
  });
  const before = caption ? html`<p>${textHtml(caption, hrefOf)}</p>\n` : html``;
  return html`${before}<div class="map">\n${joined(lines, html`\n`)}\n</div>\n${legendHtml(legend)}`;
}

function table(
  name: Html,
  { caption, head, rows }: { caption: ShownText | undefined; head: Html; rows: readonly Html[] },
  hrefOf: HrefOf,
): Html {
  return html`<table class="${name}">\n${captionHtml(caption, hrefOf)}<thead>\n${head}\n</thead>\n<tbody>\n${joined(rows, html`\n`)}\n</tbody>\n</table>`;
}

/** What a table is about, on a line of its own; nothing where it does not say so. */
export function captionHtml(caption: ShownText | undefined, hrefOf: HrefOf): Html {
  return caption ? html`<caption>${textHtml(caption, hrefOf)}</caption>\n` : html``;
}

/** A sign that is read aloud, and shown below the pointer, as what it means. */
function signHtml({ sign, meaning, tone }: ShownSign): Html {
  const said = escaped(meaning);
  return html`<span${classOf(tone)} role="img" aria-label="${said}" title="${said}">${escaped(sign)}</span>`;
}

/** What the signs mean, for who sees them: read aloud they say it themselves. */
function legendHtml(legend: readonly ShownSign[]): Html {
  const items = legend.map(
    ({ sign, meaning, tone }) => html`<span${classOf(tone)}>${escaped(sign)}</span> ${escaped(meaning)}`,
  );
  return html`<p class="legend" aria-hidden="true">${joined(items, html` · `)}</p>`;
}

function classOf(tone: Tone | undefined): Html {
  return tone ? html` class="${escaped(tone)}"` : html``;
}

function number(value: number): Html {
  return escaped(`${value}`);
}

function wordsOf(text: ShownText): string {
  return text.map(inline => (typeof inline === 'string' ? inline : inline.text)).join('');
}
