// A description of several lines, as catalogs have them: of it paragraphs, lists, and the marks that OSCAL's prose has are read.
import { type Block, type Inlines, paragraph } from './page.ts';

/** An item of a list by its bullet: `- words`. */
const BULLETED = /^(\s*)[-*+•]\s+(?=\S)/;
/** An item of a list by its label, which is a part of its words: `a. words`, `(2) words`, `iv) words`. */
const LABELED = /^(\s*)(?=\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]\s+\S)/;
/** `**strong**`, `` `code` ``, and `[words](address)`; each ends before the next of its own signs, so that reading is linear. */
const MARKS = /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|`([^`]+)`|\[([^[\]]+)\]\(([^()\s]*)\)/g;
/** How much further an item begins than the one that it is in. */
const NESTED_BY = 2;

/** The items of a list on the way. `indents` are those of the items around the last one, and its own. */
interface OpenList {
  readonly items: string[];
  readonly levels: number[];
  readonly indents: number[];
}

/**
 * A text as blocks: its paragraphs, and its lists with what is nested in them. Lines that follow each other without a mark are
 * one paragraph or item, as in Markdown. Nothing for an empty text.
 */
export function describedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: OpenList | undefined;
  let before = '';
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const item = itemIn(line, before, list !== undefined);
    if (item) {
      endParagraph();
      list ??= { items: [], levels: [], indents: [] };
      addItem(list, item);
    } else if (line.trim() === '') endParagraph();
    else if (list && before !== '') list.items.push(`${list.items.pop() ?? ''} ${line.trim()}`);
    else {
      endList();
      lines.push(line.trim());
    }
    before = line.trim();
  }
  endParagraph();
  endList();
  return blocks;

  function endParagraph(): void {
    if (lines.length > 0) blocks.push(paragraph(...marked(lines.join(' ').replace(/^#{1,6}\s+/, ''))));
    lines = [];
  }

  function endList(): void {
    if (!list) return;
    const { items, levels } = list;
    const nesting = levels.some(level => level > 0) ? { levels } : {};
    blocks.push({ kind: 'list', items: items.map(marked), ...nesting });
    list = undefined;
  }
}

interface Item {
  readonly indent: number;
  readonly text: string;
}

/** The item that a line begins; a label begins one only where the words before end, or announce a list. */
function itemIn(line: string, before: string, isInList: boolean): Item | undefined {
  const mayBeLabeled = isInList || before === '' || before.endsWith(':');
  const [begin, indent] = BULLETED.exec(line) ?? (mayBeLabeled ? LABELED.exec(line) : null) ?? [];
  if (begin === undefined || indent === undefined) return undefined;
  return { indent: indent.length, text: line.slice(begin.length).trim() };
}

function addItem({ items, levels, indents }: OpenList, { indent, text }: Item): void {
  while (indents.length > 1 && indent < (indents.at(-1) ?? 0)) indents.pop();
  const last = indents.at(-1);
  if (last === undefined || indent >= last + NESTED_BY) indents.push(indent);
  items.push(text);
  levels.push(indents.length - 1);
}

function marked(text: string): Inlines {
  const inlines: Inlines[number][] = [];
  let end = 0;
  for (const found of text.matchAll(MARKS)) {
    const [all, strong, code, words, address = ''] = found;
    inlines.push(text.slice(end, found.index));
    end = found.index + all.length;
    if (strong !== undefined) inlines.push({ text: strong, style: 'strong' });
    else if (code !== undefined) inlines.push({ text: code, style: 'code' });
    // A place in the document that the words are of is told by the words alone.
    else inlines.push(address === words || address.startsWith('#') ? (words ?? '') : `${words} (${address})`);
  }
  return [...inlines, text.slice(end)].filter(inline => inline !== '');
}
