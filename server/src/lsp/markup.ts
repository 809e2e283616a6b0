import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { type HrefOf, markdownOfBlocks } from '../core/pages/markdown.ts';
import { type Block, type Inlines, paragraph } from '../core/pages/page.ts';
import { plainOfBlocks } from '../core/pages/plain.ts';
import { asList } from '../core/pages/simpler.ts';
import type { TextForm } from './abilities.ts';
import { visibleBlocks } from './visible.ts';

/** Parts of a page in the form that the client takes, with the links that it can follow. Text gets to it as mark-up only here. */
export function markup(said: readonly Block[], form: TextForm, hrefOf?: HrefOf): MarkupContent | string {
  const blocks = visibleBlocks(said);
  switch (form) {
    case 'markdown':
      return { kind: MarkupKind.Markdown, value: markdownOfBlocks(blocks, hrefOf) };
    case 'plaintext':
      return { kind: MarkupKind.PlainText, value: plainOfBlocks(blocks) };
    case 'markdown string':
      return markdownOfBlocks(blocks.flatMap(bare));
    case 'plain string':
      return plainOfBlocks(blocks);
  }
}

/** Words without style or link, for a client that may show Markdown as it is written. */
function bare(block: Block): Block[] {
  const words = (text: Inlines) => text.map(inline => (typeof inline === 'string' ? inline : inline.text));
  switch (block.kind) {
    case 'heading':
    case 'code':
      return [paragraph(block.text)];
    case 'paragraph':
      return [paragraph(...words(block.text))];
    case 'list':
      return [{ ...block, items: block.items.map(words) }];
    case 'table':
    case 'bars':
    case 'matrix':
    case 'map':
      return asList(block).flatMap(bare);
  }
}
