import { MarkdownString } from 'vscode';
import type { TreeNode } from '../../../protocol/tree.ts';

/** A tooltip that the server has written. No command runs from it, and HTML in it is none. */
export function tooltipOf(markdown: NonNullable<TreeNode['tooltip']>): MarkdownString {
  return new MarkdownString(markdown);
}

/** A tooltip of text, a paragraph each, and below it links to commands: these and no others run from it. */
export function tooltipWith(
  paragraphs: readonly string[],
  commands: readonly { readonly id: string; readonly title: string }[],
): MarkdownString {
  const links = commands.map(({ id, title }) => `[${escaped(title)}](command:${id})`);
  const tooltip = new MarkdownString([...paragraphs.map(escaped), links.join(' | ')].join('\n\n'));
  tooltip.isTrusted = { enabledCommands: commands.map(({ id }) => id) };
  return tooltip;
}

/** Text on one line in which no sign means anything to Markdown: it knows no sign but those of ASCII. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, sign => `&#${sign.charCodeAt(0)};`);
}
