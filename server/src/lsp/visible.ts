import type { Block, Inlines } from '../core/pages/page.ts';
import { withTexts } from '../core/pages/texts.ts';

/**
 * What an editor would obey in the middle of a text of the workspace: controls, separators of lines, and marks of writing
 * direction (UAX #9), by which a text looks as if it said something else. Joiners stay: scripts and emoji need them.
 */
const obeyed = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text as people see it in the editor, of the same length, with signs in it that would be obeyed made visible. Tabs and line
 * ends stay. It is for what is only shown: ids, paths that a client gives back, and edits stay as they are.
 */
export function visible(text: string): string {
  return text.replace(obeyed, sign => (/[\t\n]/.test(sign) ? sign : '\ufffd'));
}

/** The same of blocks of a page; what their links lead to stays. */
export function visibleBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map(block => withTexts(block, { text: visibleText, words: visible }));
}

function visibleText(text: Inlines): Inlines {
  return text.map(inline =>
    typeof inline === 'string' ? visible(inline) : { ...inline, text: visible(inline.text) },
  );
}
