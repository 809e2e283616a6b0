import { blocksHtml } from '../../../drawing/blocksHtml.ts';
import { drawingStyle } from '../../../drawing/drawingHtml.ts';
import { escaped, type Html, html } from '../../../drawing/html.ts';
import type { HrefOf } from '../../../drawing/textHtml.ts';
import type { ShownPage } from '../../../protocol/page.ts';

/** How a page is put into a document. */
export interface Drawing {
  /** What the document's own style and script, and nothing else, are let through by. */
  readonly nonce: string;
  /** Where a link leads, as a URI; undefined for what this client cannot do. */
  readonly hrefOf: HrefOf;
  /** Whether another page was shown before: this one begins at its top, where VS Code would scroll it as that one was. */
  readonly isOther: boolean;
}

/**
 * A page as an HTML document, in the colors and fonts of the theme. What the page says is text: no sign in it is mark-up.
 */
export function pageHtml({ title, blocks }: ShownPage, { nonce, hrefOf, isOther }: Drawing): Html {
  const own = escaped(nonce);
  const policy = html`default-src 'none'; style-src 'nonce-${own}'; script-src 'nonce-${own}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style nonce="${own}">${style}${drawingStyle}</style>
${isOther ? html`<script nonce="${own}">${toTop}</script>` : html``}
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${blocksHtml(blocks, { hrefOf })}
</main>
</body>
</html>
`;
}

const toTop = html`addEventListener('load', () => setTimeout(() => scrollTo(0, 0)));`;

const style = html`
:root { --line: var(--vscode-widget-border, transparent); --focus: var(--vscode-focusBorder); --text: var(--vscode-foreground); --muted: var(--vscode-descriptionForeground); --bad: var(--vscode-charts-red); --begun: var(--vscode-charts-yellow); --advanced: var(--vscode-charts-blue); }
body.vscode-high-contrast, body.vscode-high-contrast-light { --line: var(--vscode-contrastBorder); }
body { padding: 0 2em 3em; font-size: var(--vscode-font-size); font-family: var(--vscode-font-family); color: var(--vscode-foreground); line-height: 1.5; }
main { max-width: 48em; }
h1 { margin: 1em 0 0.5em; font-size: 1.7em; font-weight: 600; line-height: 1.25; }
h2 { margin: 1.6em 0 0.4em; font-size: 1.15em; font-weight: 600; }
h1 + p { color: var(--vscode-descriptionForeground); }
p { margin: 0.6em 0; }
ul { margin: 0.4em 0; padding-left: 1.4em; }
li { margin: 0.25em 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover, a:focus { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
a.button { display: inline-block; padding: 0.35em 1em; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); border-radius: 3px; }
p:has(> a.button) { margin-bottom: 1.6em; }
a.button:hover, a.button:focus { color: var(--vscode-button-foreground); background: var(--vscode-button-hoverBackground); text-decoration: none; }
code { padding: 0 0.2em; font-family: var(--vscode-editor-font-family); font-size: 0.95em; color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); border-radius: 3px; }
table { margin: 0.6em 0; border-collapse: collapse; }
caption { padding: 0.3em 0; text-align: start; }
th, td { padding: 0.3em 1em 0.3em 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, transparent); }
pre { padding: 0.8em 1em; overflow-x: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-widget-border, transparent); }
pre code { padding: 0; color: inherit; background: none; }
.vscode-high-contrast a, .vscode-high-contrast-light a { text-decoration: underline; }
.vscode-high-contrast pre, .vscode-high-contrast-light pre { border-color: var(--vscode-contrastBorder); }
`;
