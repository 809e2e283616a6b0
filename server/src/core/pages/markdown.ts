import type { Block, Inline, Inlines, Page, Target } from './page.ts';

/** Where a link leads, as a URI; undefined where its words are to be no link. */
export type HrefOf = (target: Target) => string | undefined;

/** A page in Markdown. What is written in it is text, whatever signs there are in it. */
export function markdownOf(page: Page, hrefOf?: HrefOf): string {
  return `# ${escaped(page.title)}\n\n${markdownOfBlocks(page.blocks, hrefOf)}\n`;
}

/** Parts of a page in Markdown, an empty line between two. */
export function markdownOfBlocks(blocks: readonly Block[], hrefOf?: HrefOf): string {
  return blocks.map(block => blockText(block, hrefOf)).join('\n\n');
}

function blockText(block: Block, hrefOf: HrefOf | undefined): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'paragraph':
      return lineOf(block.text, hrefOf);
    case 'list':
      return block.items.map(item => `- ${lineOf(item, hrefOf)}`).join('\n');
    case 'code':
      return fenced(block.text);
  }
}

function lineOf(inlines: Inlines, hrefOf: HrefOf | undefined): string {
  const text = inlines
    .map(inline => (typeof inline === 'string' ? escaped(inline) : inlineText(inline, hrefOf)))
    .join('')
    .trim();
  // What would begin a list, a heading, a quote or a rule.
  return text.replace(
    /^(?:>|[-+#](?![A-Za-z0-9])|\d+[.)](?=\s|$))/,
    sign => `${sign.slice(0, -1)}\\${sign.at(-1)}`,
  );
}

function inlineText({ text, style, target }: Inline, hrefOf: HrefOf | undefined): string {
  const href = target && hrefOf?.(target);
  const shown = styled(text, style);
  return href === undefined ? shown : `[${shown}](${href.replace(/[()<>\s]/g, percent)})`;
}

/** A sign of ASCII as it stands in a URI that must not have it. */
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function styled(text: string, style: Inline['style']): string {
  if (style === 'code') return codeSpan(text);
  if (style === 'strong') return `**${escaped(text)}**`;
  return style === 'emphasis' ? `*${escaped(text)}*` : escaped(text);
}

/** Text in which no sign means anything to Markdown. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<~]|&(?=#?\w+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&');
}

/** A code span between more backticks than its text has in a row (CommonMark 0.31.2, section 6.1). */
function codeSpan(text: string): string {
  const ticks = '`'.repeat(longest(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${space}${text.replace(/\s+/g, ' ')}${space}${ticks}`;
}

/** A fence longer than any in the text, so that an example with code in it stays whole. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longest(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

function longest(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
