import {
  ASTERISK,
  BACKTICK,
  COLON,
  DASH,
  EQUALS,
  GREATER,
  HASH,
  isDigit,
  LESS,
  PIPE,
  skipSpaces,
  TILDE,
  trimSpaces,
  UNDERSCORE,
} from './characters.ts';
import { type Content, joinLines, placeOf } from './content.ts';
import { LineCursor } from './cursor.ts';
import { readDefinition } from './definitions.ts';
import type { Heading, Link, Ranges } from './facts.ts';
import { HtmlEnds, type HtmlKind, htmlKind } from './htmlBlocks.ts';
import {
  atxContentEnd,
  atxLevel,
  breakFailure,
  closesFence,
  fenceLength,
  listMarkLength,
  underlineLevel,
} from './leafStarts.ts';
import { delimiterWidth, headerWidth } from './tables.ts';

/** What the block pass makes of a document. */
export interface Blocks {
  /** In the order of the document. */
  readonly leaves: readonly Leaf[];
  readonly lists: Ranges;
  readonly items: readonly Item[];
  /** Where each label leads. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** A block that holds no other. A thematic break is of no interest. */
export type Leaf =
  | { readonly kind: 'code' | 'html'; readonly start: number; readonly end: number }
  | { readonly kind: 'definition'; readonly link: Link }
  | {
      readonly kind: 'heading';
      readonly level: Heading['level'];
      readonly start: number;
      readonly end: number;
      readonly content: Content;
    }
  | {
      readonly kind: 'paragraph';
      readonly start: number;
      readonly end: number;
      readonly content: Content;
      /** The list item that this paragraph begins, and may make a task. */
      readonly item: Item | undefined;
    }
  | { readonly kind: 'table'; readonly start: number; readonly end: number; readonly lines: Ranges };

export interface Item {
  readonly start: number;
  end: number;
  readonly depth: number;
  checked?: boolean;
}

/** An open block quote, or an open list with its last item. */
interface Container {
  readonly list: OpenList | undefined;
  /** The number of the last quote among the containers up to this one; -1 without any. */
  readonly lastQuote: number;
  /** Behind the last line that belongs to it. */
  end: number;
}

interface OpenList {
  /** The bullet, or the character behind the number: another one begins another list. */
  readonly mark: number;
  /** Of the list's range in the blocks' lists; -1 of a list in a list. */
  readonly slot: number;
  readonly depth: number;
  /** The columns by which a line must be indented to belong to the item. */
  size: number;
  /** The same of all lists around up to the next quote. */
  columns: number;
  item: Item;
  /** Whether the item's first line holds but its mark: then a second blank line ends it. */
  startsBlank: boolean;
  endedByBlank: boolean;
}

type OpenLeaf = OpenParagraph | OpenTable | OpenFence | OpenHtml | OpenIndented;

interface OpenParagraph {
  readonly kind: 'paragraph';
  readonly start: number;
  end: number;
  readonly item: Item | undefined;
  /** Its lines as flat ranges, where it is in a quote whose marks stand between them. */
  readonly lines: number[] | undefined;
  lastLine: number;
  /** The end of the line before the last; -1 without one. */
  lastLineBefore: number;
  lastIsIndented: boolean;
}

interface OpenTable {
  readonly kind: 'table';
  readonly start: number;
  end: number;
  readonly lines: number[];
}

interface OpenFence {
  readonly kind: 'fence';
  readonly start: number;
  end: number;
  readonly mark: number;
  readonly length: number;
}

interface OpenHtml {
  readonly kind: 'html';
  readonly start: number;
  end: number;
  readonly html: HtmlKind;
}

interface OpenIndented {
  readonly kind: 'indented';
  readonly start: number;
  end: number;
}

/** Indented this far, a line can begin nothing but code. */
const codeIndent = 4;

/**
 * Reads the block structure of a document, line by line (CommonMark 0.31.2, appendix, phase 1): each line first goes on
 * with the open containers, then opens new ones, then belongs to a leaf.
 * @param from offset at which the first line begins
 */
export function readBlocks(text: string, from: number): Blocks {
  return new BlockReader(text, from).read();
}

class BlockReader {
  readonly #text: string;
  readonly #cursor: LineCursor;
  readonly #htmlEnds: HtmlEnds;
  readonly #leaves: Leaf[] = [];
  readonly #lists: number[] = [];
  readonly #items: Item[] = [];
  readonly #definitions = new Map<string, string>();
  readonly #containers: Container[] = [];
  #leaf: OpenLeaf | undefined;
  /** How many of the containers the line at hand goes on with. */
  #matched = 0;
  /** The item just begun, as long as nothing is in it, not even a space behind its mark. */
  #freshItem: Item | undefined;
  /** No thematic break begins before this offset on the line at hand. */
  #noBreakBefore = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#cursor = new LineCursor(text, from);
    this.#htmlEnds = new HtmlEnds(text);
  }

  read(): Blocks {
    while (this.#cursor.nextLine()) this.#readLine();
    this.#matched = 0;
    this.#closeUnmatched();
    return { leaves: this.#leaves, lists: this.#lists, items: this.#items, definitions: this.#definitions };
  }

  #readLine(): void {
    this.#continueContainers();
    if (this.#isLazy || !this.#continueRaw()) {
      this.#openContainers();
      if (!this.#continueLeaf()) this.#openLeaf();
    }
  }

  /** Whether the line lacks the marks of some open container: it can only go on with a paragraph in there. */
  get #isLazy(): boolean {
    return this.#matched < this.#containers.length;
  }

  // Containers

  #continueContainers(): void {
    const cursor = this.#cursor;
    const containers = this.#containers;
    this.#matched = 0;
    for (let container = containers[0]; container; container = containers[this.#matched]) {
      if (!container.list) {
        if (cursor.indent >= codeIndent || cursor.code !== GREATER) return;
        this.#takeQuoteMark();
        container.end = cursor.end;
      } else if (cursor.blank) {
        if (this.#continueLists(container.list)) return;
      } else if (!container.list.endedByBlank && cursor.indent >= container.list.size) {
        container.list.startsBlank = false;
        cursor.takeColumns(container.list.size);
      } else {
        this.#continueWithNewItem(container, container.list);
        return;
      }
      this.#matched++;
    }
  }

  /** Goes on with a list in a blank line: with all the open ones at once where no quote is behind. */
  #continueLists(list: OpenList): boolean {
    const top = this.#containers.at(-1);
    if (!top?.list || top.lastQuote > this.#matched) {
      this.#cursor.takeColumns(list.size);
      return false;
    }
    this.#cursor.takeColumns(top.list.columns - list.columns + list.size);
    top.list.endedByBlank ||= top.list.startsBlank;
    this.#matched = this.#containers.length;
    return true;
  }

  #continueWithNewItem(container: Container, list: OpenList): void {
    const { next, end } = this.#cursor;
    list.startsBlank = false;
    list.endedByBlank = false;
    const length = this.#cursor.indent < codeIndent ? listMarkLength(this.#text, next, end) : 0;
    if (length === 0 || this.#text.charCodeAt(next + length - 1) !== list.mark || this.#isBreak()) return;
    this.#matched++;
    this.#closeUnmatched();
    list.item.end = container.end;
    const { item, size, startsBlank } = this.#takeItemMark(length, list.depth);
    list.columns += size - list.size;
    list.size = size;
    list.item = item;
    list.startsBlank = startsBlank;
    container.end = end;
  }

  #openContainers(): void {
    const cursor = this.#cursor;
    let interrupts = !this.#isLazy && this.#leaf?.kind === 'paragraph';
    while (cursor.indent < codeIndent) {
      if (cursor.code === GREATER) {
        this.#closeUnmatched();
        this.#takeQuoteMark();
        this.#freshItem = undefined;
        this.#containers.push({ list: undefined, lastQuote: this.#containers.length, end: cursor.end });
      } else {
        const length = this.#newListMark(interrupts);
        if (length === 0) return;
        this.#closeUnmatched();
        this.#openList(length);
      }
      this.#matched = this.#containers.length;
      interrupts = false;
    }
  }

  /** The length of the mark of a list that may begin here; 0 where none may. */
  #newListMark(interrupts: boolean): number {
    const { next, end, code } = this.#cursor;
    const length = listMarkLength(this.#text, next, end);
    if (length === 0) return 0;
    if (interrupts && isDigit(code) && (length > 2 || code !== 49)) return 0;
    if (interrupts && skipSpaces(this.#text, next + length, end) === end) return 0;
    return this.#isBreak() ? 0 : length;
  }

  #openList(length: number): void {
    const around = this.#containers.at(-1);
    const mark = this.#text.charCodeAt(this.#cursor.next + length - 1);
    const depth = this.#listDepth();
    let slot = -1;
    if (depth === 0) slot = this.#lists.push(this.#cursor.next, 0) - 2;
    const { item, size, startsBlank } = this.#takeItemMark(length, depth);
    const columns = size + (around?.list?.columns ?? 0);
    const list: OpenList = { mark, slot, depth, size, columns, item, startsBlank, endedByBlank: false };
    this.#containers.push({ list, lastQuote: around?.lastQuote ?? -1, end: this.#cursor.end });
  }

  #listDepth(): number {
    for (let i = this.#containers.length - 1; i >= 0; i--) {
      const list = this.#containers[i]?.list;
      if (list) return list.depth + 1;
    }
    return 0;
  }

  #takeQuoteMark(): void {
    this.#cursor.takeMark(1);
    this.#cursor.takeColumns(1);
  }

  /** Takes a list item's mark and the white space behind it (CommonMark 0.31.2, section 5.2). */
  #takeItemMark(length: number, depth: number): Pick<OpenList, 'item' | 'size' | 'startsBlank'> {
    const cursor = this.#cursor;
    const item: Item = { start: cursor.next, end: cursor.end, depth };
    this.#items.push(item);
    const markSize = cursor.indent + length;
    cursor.takeMark(length);
    const startsBlank = cursor.blank;
    this.#freshItem = startsBlank && cursor.at < cursor.end ? undefined : item;
    const spaces = startsBlank || cursor.indent > codeIndent ? 1 : cursor.indent;
    if (!startsBlank) cursor.takeColumns(spaces);
    return { item, size: markSize + spaces, startsBlank };
  }

  /** Whether the line is a thematic break from here on. */
  #isBreak(): boolean {
    const { next, end, code } = this.#cursor;
    if (code !== ASTERISK && code !== DASH && code !== UNDERSCORE) return false;
    if (next < this.#noBreakBefore) return false;
    const failure = breakFailure(this.#text, next, end);
    if (failure >= 0) this.#noBreakBefore = failure;
    return failure < 0;
  }

  /** Closes the open leaf, and the containers that the line does not go on with. */
  #closeUnmatched(): void {
    this.#closeLeaf();
    while (this.#isLazy) {
      const container = this.#containers.pop();
      if (!container) return;
      this.#freshItem = undefined;
      this.#extendContainer(container.end);
      if (!container.list) continue;
      container.list.item.end = container.end;
      if (container.list.slot >= 0) this.#lists[container.list.slot + 1] = container.end;
    }
  }

  #extendContainer(end: number): void {
    const container = this.#containers.at(-1);
    if (container && container.end < end) container.end = end;
  }

  // Leaves

  /** Goes on with fenced code or HTML: nothing else can begin in there. */
  #continueRaw(): boolean {
    const leaf = this.#leaf;
    const { next, end, at, blank, indent } = this.#cursor;
    if (leaf?.kind === 'fence') {
      leaf.end = end;
      if (indent < codeIndent && closesFence(this.#text, next, end, leaf.mark, leaf.length))
        this.#closeLeaf();
      return true;
    }
    if (leaf?.kind !== 'html') return false;
    if (blank && leaf.html >= 6) {
      this.#closeLeaf();
    } else {
      leaf.end = end;
      if (this.#htmlEnds.closes(leaf.html, at, end)) this.#closeLeaf();
    }
    return true;
  }

  /** Gives the line to the open leaf, or to one that follows it directly; false where a new leaf is to be begun. */
  #continueLeaf(): boolean {
    const leaf = this.#leaf;
    const cursor = this.#cursor;
    if (leaf?.kind === 'paragraph' && !cursor.blank) return this.#continueParagraph(leaf);
    if (leaf?.kind === 'table' && !cursor.blank && !this.#isLazy && cursor.indent < codeIndent) {
      if (this.#openMarked()) return true;
      leaf.lines.push(cursor.next, cursor.end);
      leaf.end = cursor.end;
      return true;
    }
    if (leaf?.kind === 'indented' && !this.#isLazy) {
      if (cursor.indent < codeIndent) return cursor.blank;
      leaf.end = cursor.end;
      return true;
    }
    return false;
  }

  #continueParagraph(leaf: OpenParagraph): boolean {
    const cursor = this.#cursor;
    if (cursor.indent < codeIndent) {
      const level = this.#isLazy ? 0 : this.#underline();
      if (level !== 0) return this.#closeAsHeading(leaf, level);
      if (!this.#isLazy && this.#endsInTable(leaf)) return this.#turnIntoTable(leaf);
      if (this.#openMarked()) return true;
    }
    leaf.lines?.push(cursor.next, cursor.following);
    leaf.lastLine = cursor.next;
    leaf.lastLineBefore = leaf.end;
    leaf.lastIsIndented = cursor.indent >= codeIndent;
    leaf.end = cursor.end;
    return true;
  }

  /** The level of the heading that the line makes of the paragraph above it; 0 where it makes none. */
  #underline(): 0 | 1 | 2 {
    const { code, next, end } = this.#cursor;
    return code === EQUALS || code === DASH ? underlineLevel(this.#text, next, end) : 0;
  }

  /** Makes the paragraph a heading; false where it held but definitions, and the line is none of its own. */
  #closeAsHeading(leaf: OpenParagraph, level: 1 | 2): boolean {
    const { end } = this.#cursor;
    this.#leaf = undefined;
    this.#extendContainer(leaf.end);
    const content = this.#takeDefinitions(leaf);
    if (!content) return false;
    const trimmed = { ...content, end: trimSpaces(content.source, content.start, content.end) };
    this.#leaves.push({
      kind: 'heading',
      level,
      start: placeOf(content, content.start),
      end,
      content: trimmed,
    });
    this.#extendContainer(end);
    return true;
  }

  #endsInTable(leaf: OpenParagraph): boolean {
    const { code, next, end } = this.#cursor;
    if (leaf.lastIsIndented || (code !== PIPE && code !== DASH && code !== COLON)) return false;
    const width = delimiterWidth(this.#text, next, end);
    return width > 0 && width === headerWidth(this.#text, leaf.lastLine, leaf.end);
  }

  #turnIntoTable(leaf: OpenParagraph): true {
    const start = leaf.lastLine;
    const lines = [start, leaf.end];
    if (leaf.lastLineBefore >= 0) {
      leaf.end = leaf.lastLineBefore;
      leaf.lines?.splice(-2);
      this.#closeLeaf();
    }
    this.#leaf = { kind: 'table', start, end: this.#cursor.end, lines };
    return true;
  }

  #openLeaf(): void {
    const cursor = this.#cursor;
    this.#closeUnmatched();
    if (cursor.blank) return;
    if (cursor.indent >= codeIndent) {
      this.#leaf = { kind: 'indented', start: cursor.at, end: cursor.end };
    } else if (!this.#openMarked()) {
      this.#openParagraph();
      return;
    }
    this.#freshItem = undefined;
  }

  #openParagraph(): void {
    const { next, end, following, indent } = this.#cursor;
    this.#leaf = {
      kind: 'paragraph',
      start: next,
      end,
      item: indent === 0 ? this.#freshItem : undefined,
      lines: (this.#containers.at(-1)?.lastQuote ?? -1) < 0 ? undefined : [next, following],
      lastLine: next,
      lastLineBefore: -1,
      lastIsIndented: false,
    };
    this.#freshItem = undefined;
  }

  /** Begins, and ends where it is of one line, a leaf that has marks of its own; false where there is none. */
  #openMarked(): boolean {
    const { code } = this.#cursor;
    if (code === HASH) return this.#openHeading();
    if (code === BACKTICK || code === TILDE) return this.#openFence(code);
    if (code === LESS) return this.#openHtml();
    if (!this.#isBreak()) return false;
    this.#closeUnmatched();
    this.#extendContainer(this.#cursor.end);
    return true;
  }

  #openHeading(): boolean {
    const { next, end } = this.#cursor;
    const level = atxLevel(this.#text, next, end);
    if (level === 0) return false;
    this.#closeUnmatched();
    const contentStart = skipSpaces(this.#text, next + level, end);
    const contentEnd = atxContentEnd(this.#text, contentStart, end);
    const isEmpty = contentStart === contentEnd;
    const content: Content = {
      source: this.#text,
      start: isEmpty ? next + level : contentStart,
      end: isEmpty ? next + level : contentEnd,
    };
    this.#leaves.push({ kind: 'heading', level, start: next, end, content });
    this.#extendContainer(end);
    return true;
  }

  #openFence(mark: number): boolean {
    const { next, end } = this.#cursor;
    const length = fenceLength(this.#text, next, end);
    if (length === 0) return false;
    this.#closeUnmatched();
    this.#leaf = { kind: 'fence', start: next, end, mark, length };
    return true;
  }

  #openHtml(): boolean {
    const { at, next, end } = this.#cursor;
    const html = htmlKind(this.#text, next, end);
    if (html === 0 || (html === 7 && this.#leaf?.kind === 'paragraph')) return false;
    this.#closeUnmatched();
    this.#leaf = { kind: 'html', start: at, end, html };
    if (this.#htmlEnds.closes(html, next + 1, end)) this.#closeLeaf();
    return true;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    if (!leaf) return;
    this.#leaf = undefined;
    this.#extendContainer(leaf.end);
    const { start, end } = leaf;
    if (leaf.kind === 'table') this.#leaves.push({ kind: 'table', start, end, lines: leaf.lines });
    else if (leaf.kind === 'html') this.#leaves.push({ kind: 'html', start, end });
    else if (leaf.kind === 'paragraph') this.#closeParagraph(leaf);
    else this.#leaves.push({ kind: 'code', start, end });
  }

  #closeParagraph(leaf: OpenParagraph): void {
    const content = this.#takeDefinitions(leaf);
    if (!content) return;
    const { item, end } = leaf;
    this.#leaves.push({ kind: 'paragraph', start: placeOf(content, content.start), end, content, item });
  }

  /** What is left of a paragraph behind the definitions it begins with; undefined where nothing is. */
  #takeDefinitions(leaf: OpenParagraph): Content | undefined {
    let content = contentOf(this.#text, leaf);
    for (let read = readDefinition(content); read; read = readDefinition(content)) {
      content = read.rest;
      this.#leaves.push({ kind: 'definition', link: read.link });
      const label = read.link.label ?? '';
      if (!this.#definitions.has(label)) this.#definitions.set(label, read.link.destination);
      if (content.start >= content.end) return undefined;
    }
    return content;
  }
}

function contentOf(text: string, { lines, start, end }: OpenParagraph): Content {
  if (!lines || lines.length === 2) return { source: text, start, end };
  lines[lines.length - 1] = end;
  return joinLines(text, lines);
}
