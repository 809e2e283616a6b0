import type { Block } from './page.ts';
import { asList, wordsOf } from './simpler.ts';

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
      return wordsOf(block.text);
    case 'list':
      return block.items
        .map((item, i) => `${'  '.repeat(block.levels?.[i] ?? 0)}- ${wordsOf(item)}`)
        .join('\n');
    case 'table':
    case 'bars':
    case 'matrix':
    case 'map':
      return plainOfBlocks(asList(block));
  }
}
