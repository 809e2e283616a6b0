import { blocksHtml, type Links } from '../../../../drawing/blocksHtml.ts';
import { drawingStyle } from '../../../../drawing/drawingHtml.ts';
import { escaped, type Html, html, joined } from '../../../../drawing/html.ts';
import type { ShownBlock, ShownText } from '../../../../protocol/page.ts';
import type { Page } from '../../core/pages/page.ts';
import { shownBlocks } from '../../lsp/pages.ts';

/**
 * Pages as one HTML document that needs no other file, no network, and no script, and that prints well. What the pages say is
 * text: no sign in it is mark-up.
 * @param of the calendar date that the document tells of
 */
export function reportHtml(pages: readonly Page[], { day }: { readonly day: string }): Html {
  const title = [...new Set(pages.map(one => one.title))].join(', ') || 'Tickmark';
  const articles = pages.map(({ title, blocks }, i) =>
    articleHtml(title, shownBlocks(blocks, new Map()), `r${i + 1}`),
  );
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${runningHeads(title, day)}${drawingStyle}${style}</style>
</head>
<body>
<main>
${joined(articles, html`\n`)}
</main>
</body>
</html>
`;
}

function articleHtml(title: string, blocks: readonly ShownBlock[], name: string): Html {
  return html`<article>\n<h1>${escaped(title)}</h1>\n${blocksHtml(blocks, linksIn(blocks, name))}\n</article>`;
}

/** Links to criteria lead to the last row about each: the table of every criterion stands at the end. */
function linksIn(blocks: readonly ShownBlock[], name: string): Links {
  const rows = new Map<string, readonly ShownText[]>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      const page = pageOf(row);
      if (page !== undefined) rows.set(page, row);
    }
  }
  const idOf = (page: string) => `${name}-${page.replace(/[^\w.-]/g, '_')}`;
  return {
    hrefOf: target => ('page' in target && rows.has(target.page) ? `#${idOf(target.page)}` : undefined),
    idOf: row => {
      const page = pageOf(row);
      return page !== undefined && rows.get(page) === row ? idOf(page) : undefined;
    },
  };
}

/** The page of what a row is about, where it begins with a link to one. */
function pageOf([first]: readonly ShownText[]): string | undefined {
  const [inline] = first ?? [];
  const target = typeof inline === 'object' ? inline.target : undefined;
  return target && 'page' in target ? target.page : undefined;
}

/** What stands at the edges of each page on paper. */
function runningHeads(title: string, day: string): Html {
  return html`
@page { margin: 20mm 16mm; @top-left { content: ${cssString(title)}; } @top-right { content: ${cssString(day)}; } @bottom-left { content: ${cssString("Management's view, not an auditor's conclusion")}; } @bottom-right { content: counter(page) " / " counter(pages); } }
@page { @top-left, @top-right, @bottom-left, @bottom-right { font: 8pt sans-serif; color: #555; } }
`;
}

/** Text as a string in a style: only letters, digits, and spaces stand as they are. */
function cssString(text: string): Html {
  const safe = text.replace(/[^a-zA-Z0-9 ]/gu, sign => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return html`"${escaped(safe)}"`;
}

const style = html`
:root { color-scheme: light dark; --page: #fff; --text: #1f2328; --muted: #57606a; --line: #d0d7de; --focus: #0550ae; --bad: #b3261e; --begun: #7d5300; --advanced: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --page: #15181c; --text: #e6e8eb; --muted: #a5adb6; --line: #3b434c; --focus: #79b8ff; --bad: #ff8f87; --begun: #e3b341; --advanced: #79b8ff; } }
@media print { :root { color-scheme: light; --page: #fff; --text: #1f2328; --muted: #57606a; --line: #d0d7de; --focus: #0550ae; --bad: #b3261e; --begun: #7d5300; --advanced: #0550ae; } }
body { margin: 0; padding: 2em; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
main { max-width: 60em; margin: 0 auto; }
article { margin-bottom: 4em; }
article + article { break-before: page; }
h1 { margin: 0.5em 0; font-size: 1.9em; line-height: 1.25; }
h2 { margin: 2em 0 0.5em; padding-bottom: 0.2em; font-size: 1.3em; border-bottom: 1px solid var(--line); break-after: avoid; }
p { margin: 0.6em 0; }
a { color: inherit; text-decoration-color: var(--muted); }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: 0.95em; }
table { margin: 1em 0; border-collapse: collapse; }
caption { padding: 0.3em 0; text-align: start; break-after: avoid; }
th, td { padding: 0.3em 1em 0.3em 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
td { min-width: 5.5em; }
.bars td, .matrix td { min-width: 0; }
tr { break-inside: avoid; }
tr[id] td:first-child a { text-decoration: none; }
tr:target { outline: 2px solid var(--focus); }
@media print { body { padding: 0; font-size: 9.5pt; } main { max-width: none; } article { margin: 0; } .wide { max-width: none; overflow: visible; } .matrix { width: auto; font-size: 7.5pt; } .matrix th, .matrix td { padding-inline-end: 0.5em; } .matrix thead th { white-space: normal; } .bars { break-inside: avoid; } }
`;
