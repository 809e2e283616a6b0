import { type Block, firstItems, type Page, paragraph, prose } from '../core/pages/page.ts';
import { append } from '../core/text/lists.ts';

/** How many items of a list are shown, and how many lines of an example. */
const mostItems = 8;
const mostLines = 16;

/**
 * A page as far as it fits on a screen: without details, long lists cut off, and of each section one example. The last
 * paragraph says what is left out and how the whole is printed.
 * @param what by what the page was asked for
 */
export function shortPage({ title, blocks }: Page, what: string): Page {
  const shown: Block[] = [];
  const left: string[] = [];
  let isCut = false;
  for (const [heading, ...own] of sectionsOf(blocks)) {
    if (heading?.kind === 'heading' && heading.detail) left.push(heading.text);
    else {
      const kept = [heading, ...own].flatMap(block => block ?? []);
      const short = upToOneExample(kept).map(shortened);
      isCut ||= short.length < kept.length || short.some((block, i) => block !== kept[i]);
      append(shown, short);
    }
  }
  if (left.length === 0 && !isCut) return { title, blocks };
  const which = left.length > 0 ? `Left out: ${left.join('; ')}. ` : '';
  const all = paragraph(...prose(`${which}\`tickmark explain ${what} --all\` prints the whole page.`));
  return { title, blocks: [...shown, all] };
}

/** The blocks before the first heading, then each heading with what stands below it. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections;
}

function upToOneExample(section: readonly Block[]): readonly Block[] {
  const first = section.findIndex(({ kind }) => kind === 'code');
  return first < 0 ? section : section.slice(0, first + 1);
}

function shortened(block: Block): Block {
  if (block.kind === 'code') {
    const lines = block.text.split('\n');
    return lines.length > mostLines
      ? { ...block, text: [...lines.slice(0, mostLines - 1), '…'].join('\n') }
      : block;
  }
  if (block.kind !== 'list' || block.items.length <= mostItems) return block;
  const count = mostItems - 1;
  return firstItems(block, count, [`and ${block.items.length - count} more`]);
}
