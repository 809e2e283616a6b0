import { asList, type Block, type Inlines } from './page.ts';

/** Parts of a page as plain text, an empty line between two. */
export function plainOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'code':
      return block.text;
    case 'paragraph':
      return lineOf(block.text);
    case 'list':
      return block.items.map(item => `- ${lineOf(item)}`).join('\n');
    case 'table':
      return plainOfBlocks(asList(block));
  }
}

function lineOf(text: Inlines): string {
  return text.map(inline => (typeof inline === 'string' ? inline : inline.text)).join('');
}
