/** Block quotes and lists (CommonMark 0.31.2, section 5): what a line goes on with, and what it opens. */
import { ASTERISK, DASH, EQUALS, EXCLAMATION, GREATER, QUESTION, UNDERSCORE } from './characters.ts';
import type { LineCursor } from './cursor.ts';
import type { Dialect, ListMark } from './dialect.ts';
import { breakFailure, codeIndent } from './leafStarts.ts';

export interface Item {
  readonly start: number;
  end: number;
  /** How many lists are around its own. */
  readonly depth: number;
  checked?: boolean;
}

/** An open block quote, an open note, or an open list with its last item. */
interface Container {
  readonly list: OpenList | undefined;
  readonly isNote?: true;
  /** The number of the last quote or note among the containers up to this one; -1 without any. */
  readonly lastQuote: number;
  /** Whether it is a list, or in one. */
  readonly isInList: boolean;
  /** Behind the last line that belongs to it. */
  end: number;
}

interface OpenList {
  /** Its kind, as a bit: a mark that goes on with no list of that kind begins another list. */
  readonly kind: number;
  /** Of the list's range among the ranges of lists; -1 of a list in a list. */
  readonly slot: number;
  readonly depth: number;
  item: Item;
  /** The columns by which a line must be indented to belong to the item. */
  size: number;
  /** The columns that are enough where there are fewer: Pandoc 1 asked for four behind any mark. */
  least: number;
  /** The sizes of this list and all lists around it up to the next quote or note. */
  columns: number;
  /** Whether the item's first line holds but its mark: then a second blank line ends it. */
  startsBlank: boolean;
  endedByBlank: boolean;
}

/** The open containers, from the outermost to the innermost. */
export class Containers {
  /** The outermost lists, as flat ranges. */
  readonly lists: number[] = [];
  readonly items: Item[] = [];
  readonly #text: string;
  readonly #cursor: LineCursor;
  readonly #dialect: Dialect;
  readonly #hasTerm: () => boolean;
  readonly #stack: Container[] = [];
  /** How many of them the line at hand goes on with. */
  #matched = 0;
  /** The item just begun, as long as nothing is in it, not even a space behind its mark. */
  #freshItem: Item | undefined;
  /** The mark that `match` or `opens` found. */
  #mark: ListMark | undefined;
  /** How long the mark is of the note that `opens` found. */
  #noteMark = 0;
  #isTitle = false;
  /** No thematic break begins before this offset on the line at hand. */
  #noBreakBefore = 0;

  /** @param hasTerm whether the term of a definition stands before the line at hand */
  constructor(text: string, cursor: LineCursor, dialect: Dialect, hasTerm: () => boolean) {
    this.#text = text;
    this.#cursor = cursor;
    this.#dialect = dialect;
    this.#hasTerm = hasTerm;
  }

  /** Whether the line lacks the marks of some open container: it can only go on with a paragraph in there. */
  get isLazy(): boolean {
    return this.#matched < this.#stack.length;
  }

  /** Whether what is left of the line at hand is the title of a note: nothing begins there, and nothing goes on with it. */
  get isTitle(): boolean {
    return this.#isTitle;
  }

  get isInQuote(): boolean {
    return (this.#stack.at(-1)?.lastQuote ?? -1) >= 0;
  }

  /** Notes that the innermost container reaches at least to there. */
  extend(end: number): void {
    const container = this.#stack.at(-1);
    if (container && container.end < end) container.end = end;
  }

  /** The item that the next leaf is the first in, if it is in one. */
  takeFreshItem(): Item | undefined {
    const item = this.#freshItem;
    this.#freshItem = undefined;
    return item;
  }

  /** Finds how far the line goes on with what is open. True where it begins the next item of a list: see `openItem`. */
  match(): boolean {
    const cursor = this.#cursor;
    this.#matched = 0;
    this.#isTitle = false;
    for (let container = this.#stack[0]; container; container = this.#stack[this.#matched]) {
      const { list, isNote } = container;
      if (isNote) {
        if (!cursor.blank && cursor.indent < codeIndent) return false;
        cursor.takeColumns(codeIndent);
      } else if (!list) {
        if (cursor.indent >= codeIndent || cursor.code !== GREATER) return false;
        this.#takeQuoteMark();
        container.end = cursor.end;
      } else if (cursor.blank) {
        if (this.#goOnBlank(list)) return false;
      } else if (!list.endedByBlank && cursor.indent >= list.least) {
        list.startsBlank = false;
        cursor.takeColumns(list.size);
      } else {
        list.startsBlank = false;
        list.endedByBlank = false;
        return this.#continuesList(list);
      }
      this.#matched++;
    }
    return false;
  }

  /** Begins the item that `match` found, once the leaf in the item before it is closed. */
  openItem(): void {
    this.#matched++;
    this.closeUnmatched();
    const container = this.#stack.at(-1);
    if (!container?.list) return;
    const { list } = container;
    list.item.end = container.end;
    const { item, size, least, startsBlank } = this.#takeItemMark(list.depth);
    list.columns += size - list.size;
    list.size = size;
    list.least = least;
    list.item = item;
    list.startsBlank = startsBlank;
    container.end = this.#cursor.end;
  }

  /**
   * Whether a container begins here.
   * @param interrupts whether a paragraph would end here
   */
  opens(interrupts: boolean): boolean {
    const { indent, code, next, end } = this.#cursor;
    if (indent >= codeIndent || this.#isTitle) return false;
    if (code === GREATER || this.#findsNote()) return true;
    const mark = this.#dialect.markAt(this.#text, next, end);
    this.#mark = mark;
    if (!mark || (interrupts && !this.#interrupts(mark)) || (mark.needsTerm && !this.#hasTerm()))
      return false;
    return !this.isBreak();
  }

  /** Begins the container that `opens` found, once the leaf before it is closed. */
  open(): void {
    this.closeUnmatched();
    if (this.#cursor.code === GREATER) this.#openQuote();
    else if (this.#noteMark > 0) this.#openNote();
    else this.#openList();
    this.#matched = this.#stack.length;
  }

  /** Closes the containers that the line does not go on with. */
  closeUnmatched(): void {
    while (this.isLazy) this.#close();
  }

  closeAll(): void {
    this.#matched = 0;
    this.closeUnmatched();
  }

  /** Whether the line is a thematic break from here on. */
  isBreak(): boolean {
    const { next, end, code } = this.#cursor;
    if (code !== ASTERISK && code !== DASH && code !== UNDERSCORE) return false;
    if (next < this.#noBreakBefore) return false;
    const failure = breakFailure(this.#text, next, end);
    if (failure >= 0) this.#noBreakBefore = failure;
    return failure < 0;
  }

  /** Goes on with a list in a blank line. True where that were all: lists with no quote in them take it at once. */
  #goOnBlank(list: OpenList): boolean {
    const top = this.#stack.at(-1);
    if (!top?.list || top.lastQuote > this.#matched) {
      this.#cursor.takeColumns(list.size);
      return false;
    }
    this.#cursor.takeColumns(top.list.columns - list.columns + list.size);
    top.list.endedByBlank ||= top.list.startsBlank;
    this.#matched = this.#stack.length;
    return true;
  }

  #continuesList({ kind }: OpenList): boolean {
    const { next, end, indent } = this.#cursor;
    if (indent >= codeIndent) return false;
    const mark = this.#dialect.markAt(this.#text, next, end);
    this.#mark = mark;
    return mark !== undefined && (mark.continues & kind) !== 0 && !this.isBreak();
  }

  #interrupts({ interrupts }: ListMark): boolean {
    return interrupts === 'all' || (interrupts === 'inLists' && this.#stack.at(-1)?.isInList === true);
  }

  #findsNote(): boolean {
    const { noteAt } = this.#dialect;
    const { code, next, end } = this.#cursor;
    const mayBe = noteAt && (code === EXCLAMATION || code === QUESTION || code === EQUALS);
    this.#noteMark = mayBe ? noteAt(this.#text, next, end) : 0;
    return this.#noteMark > 0;
  }

  #openNote(): void {
    this.#cursor.takeMark(this.#noteMark);
    this.#isTitle = true;
    this.#freshItem = undefined;
    const isInList = this.#stack.at(-1)?.isInList ?? false;
    const { end } = this.#cursor;
    this.#stack.push({ list: undefined, isNote: true, lastQuote: this.#stack.length, isInList, end });
  }

  #openQuote(): void {
    this.#takeQuoteMark();
    this.#freshItem = undefined;
    const isInList = this.#stack.at(-1)?.isInList ?? false;
    this.#stack.push({ list: undefined, lastQuote: this.#stack.length, isInList, end: this.#cursor.end });
  }

  #openList(): void {
    const around = this.#stack.at(-1);
    const kind = this.#mark?.begins ?? 0;
    const depth = this.#depth();
    const slot = depth > 0 ? -1 : this.lists.push(this.#cursor.next, 0) - 2;
    const { item, size, least, startsBlank } = this.#takeItemMark(depth);
    const columns = size + (around?.list?.columns ?? 0);
    const list: OpenList = {
      kind,
      slot,
      depth,
      item,
      size,
      least,
      startsBlank,
      columns,
      endedByBlank: false,
    };
    const lastQuote = around?.lastQuote ?? -1;
    this.#stack.push({ list, lastQuote, isInList: true, end: this.#cursor.end });
  }

  /** How many lists are open. */
  #depth(): number {
    const list = this.#stack.findLast(container => container.list)?.list;
    return list ? list.depth + 1 : 0;
  }

  #takeQuoteMark(): void {
    this.#cursor.takeMark(1);
    this.#cursor.takeColumns(1);
  }

  /** Takes a list item's mark and the white space behind it. */
  #takeItemMark(depth: number): Pick<OpenList, 'item' | 'size' | 'least' | 'startsBlank'> {
    const cursor = this.#cursor;
    const { length = 0, size: fixedSize } = this.#mark ?? {};
    const item: Item = { start: cursor.next, end: cursor.end, depth };
    this.items.push(item);
    const markSize = cursor.indent + length;
    cursor.takeMark(length);
    const isBlank = cursor.blank;
    this.#freshItem = isBlank && cursor.at < cursor.end ? undefined : item;
    const { isPandoc } = this.#dialect;
    // Five columns are one, and code that is indented by four.
    const spaces = isBlank || cursor.indent > codeIndent ? 1 : cursor.indent;
    if (!isBlank) cursor.takeColumns(fixedSize === undefined ? spaces : Math.max(1, fixedSize - markSize));
    const size = fixedSize ?? markSize + (isBlank && isPandoc ? 0 : spaces);
    return {
      item,
      size,
      least: isPandoc ? Math.min(size, codeIndent) : size,
      startsBlank: isBlank && !isPandoc,
    };
  }

  #close(): void {
    const container = this.#stack.pop();
    if (!container) return;
    const { list, end } = container;
    this.#freshItem = undefined;
    this.extend(end);
    if (!list) return;
    list.item.end = end;
    if (list.slot >= 0) this.lists[list.slot + 1] = end;
  }
}
