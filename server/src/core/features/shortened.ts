import { type Block, firstItems, type Inlines, type List, paragraph } from '../pages/page.ts';
import { plainOfBlocks } from '../pages/plain.ts';
import { counted } from '../pages/words.ts';

/** How many lines a hover has at most, with the link to its page that a face adds. More hides what one is writing. */
const mostLines = 27;
/** How many characters an editor shows in a line of a hover. */
const width = 80;
/** How many lines a paragraph or an item of a list has at most: the texts of other catalogs can be any length. */
const mostOfText = 6;
/** How many items are left of a list, however long the others are. */
const fewestItems = 2;

/**
 * Of what a hover tells as much as fits beside the text, in order: of the longest list the last items are only counted, then
 * what comes last is left out. `…` stands for the rest of a text.
 */
export function shortened(blocks: readonly Block[]): Block[] {
  const short = blocks.map(withShortTexts);
  for (let at = longestList(short); at >= 0 && linesOf(short) > mostLines; at = longestList(short)) {
    const list = short[at];
    // The line that counts the others takes the place of one.
    const fewer = list?.kind === 'list' && othersIn(list.items.at(-1)) === 0 ? 2 : 1;
    if (list?.kind === 'list')
      short[at] = withItems(list, Math.max(fewestItems, itemsOf(list).length - fewer));
  }
  while (short.length > 1 && linesOf(short) > mostLines) {
    short.pop();
    if (short.at(-1)?.kind === 'heading') short.pop();
  }
  return short;
}

/** A list with its first items, and how many others it has. */
function withItems(list: List, count: number): List {
  const items = itemsOf(list);
  const others = othersIn(list.items.at(-1)) + items.length - count;
  return firstItems(list, count, [`and ${counted(others, 'other')}`]);
}

/** The items of a list, without a last one that only counts others. */
function itemsOf({ items }: List): readonly Inlines[] {
  return othersIn(items.at(-1)) > 0 ? items.slice(0, -1) : items;
}

/** How many others an item only counts, as `and 3 others`; 0 where it is one of its own. */
function othersIn(item: Inlines = []): number {
  const [text, ...more] = item;
  const [, count] = (more.length === 0 && typeof text === 'string' && /^and (\d+) others?$/.exec(text)) || [];
  return Number(count ?? 0);
}

/** How many lines blocks take, as they are written or as they are shown, where an empty line is half as high. */
function linesOf(blocks: readonly Block[]): number {
  const lines = plainOfBlocks(blocks).split('\n');
  const shown = lines.map(line => (line === '' ? 0.5 : Math.ceil(line.length / width)));
  return Math.max(
    lines.length,
    shown.reduce((sum, height) => sum + height, 0),
  );
}

/** Where the longest list is that can be shorter, the last of several; -1 where there is none. */
function longestList(blocks: readonly Block[]): number {
  let longest = -1;
  let most = 0;
  for (const [at, block] of blocks.entries()) {
    const count = block.kind === 'list' ? block.items.length : 0;
    // With the line that counts the others.
    if (count > fewestItems + 1 && count >= most) [longest, most] = [at, count];
  }
  return longest;
}

function withShortTexts(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(...shortText(block.text));
    case 'list': {
      const list = itemsOf(block).length > mostLines ? withItems(block, mostLines) : block;
      return { ...list, items: list.items.map(shortText) };
    }
    default:
      return block;
  }
}

function shortText(text: Inlines): Inlines {
  let room = mostOfText * width;
  const kept: Inlines[number][] = [];
  for (const inline of text) {
    const words = typeof inline === 'string' ? inline : inline.text;
    if (words.length > room) {
      const cut = `${words.slice(0, room).replace(/(?<!\s)\s+\S*$/, '')} …`;
      return [...kept, typeof inline === 'string' ? cut : { ...inline, text: cut }];
    }
    kept.push(inline);
    room -= words.length;
  }
  return kept;
}
