/** Blocks (CommonMark 0.31.2, sections 4 and 5): which lines of a document belong together, and to what. */

import { lineStart } from '../text/lines.ts';
import {
  BACKTICK,
  COLON,
  DASH,
  EQUALS,
  HASH,
  LESS,
  PIPE,
  skipSpaces,
  TILDE,
  trimSpaces,
} from './characters.ts';
import { Containers, type Item } from './containers.ts';
import { type Content, joinLines, placeOf } from './content.ts';
import { LineCursor } from './cursor.ts';
import { readDefinition } from './definitions.ts';
import type { Dialect } from './dialect.ts';
import type { Ranges } from './facts.ts';
import { HtmlEnds, htmlKind } from './htmlBlocks.ts';
import {
  atxContentEnd,
  atxLevel,
  closesFence,
  codeIndent,
  fenceLength,
  underlineLevel,
} from './leafStarts.ts';
import type { Leaf, OpenLeaf, OpenParagraph } from './leaves.ts';
import { PandocCode } from './pandocCode.ts';
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

/** The rest of a line, and a line that is blank but for the marks of quotes. */
const blankLine = /[ \t]*(?:\r\n|\n|\r)[> \t]*(?:\r\n|\n|\r)/y;

/**
 * Reads the block structure of a document, line by line (CommonMark 0.31.2, appendix, phase 1): each line first goes on
 * with the open containers, then opens new ones, then belongs to a leaf.
 * @param from offset at which the first line begins
 */
export function readBlocks(text: string, from: number, dialect: Dialect): Blocks {
  return new BlockReader(text, from, dialect).read();
}

class BlockReader {
  readonly #text: string;
  readonly #cursor: LineCursor;
  /** Absent in other dialects. */
  readonly #pandoc: PandocCode | undefined;
  readonly #containers: Containers;
  readonly #htmlEnds: HtmlEnds;
  readonly #leaves: Leaf[] = [];
  readonly #definitions = new Map<string, string>();
  #leaf: OpenLeaf | undefined;

  constructor(text: string, from: number, dialect: Dialect) {
    this.#text = text;
    this.#cursor = new LineCursor(text, from);
    this.#pandoc = dialect.isPandoc ? new PandocCode(text, this.#cursor) : undefined;
    this.#containers = new Containers(text, this.#cursor, dialect, () => this.#hasTerm());
    this.#htmlEnds = new HtmlEnds(text);
  }

  read(): Blocks {
    while (this.#cursor.nextLine()) {
      this.#readLine();
      this.#pandoc?.endLine(this.#leaf !== undefined);
    }
    this.#closeLeaf();
    this.#containers.closeAll();
    const { lists, items } = this.#containers;
    return { leaves: this.#leaves, lists, items, definitions: this.#definitions };
  }

  #readLine(): void {
    if (this.#containers.match()) {
      this.#closeLeaf();
      this.#containers.openItem();
    }
    if (!this.#containers.isLazy && this.#continueRaw()) return;
    this.#openContainers();
    if (this.#containers.isTitle) this.#readTitle();
    else if (!this.#continueLeaf()) this.#openLeaf();
  }

  #openContainers(): void {
    let interrupts = !this.#containers.isLazy && this.#leaf?.kind === 'paragraph';
    while (this.#containers.opens(interrupts)) {
      this.#closeLeaf();
      this.#containers.open();
      interrupts = false;
    }
  }

  /** Reads the title of a note, which is a paragraph by itself. */
  #readTitle(): void {
    if (!this.#cursor.blank) this.#openParagraph(undefined);
    this.#closeLeaf();
  }

  /** Whether the line is behind a paragraph of one line, or behind one blank line after it: the term of a definition. */
  #hasTerm(): boolean {
    const leaf = this.#leaf;
    if (this.#containers.isLazy) return false;
    if (leaf) return leaf.kind === 'paragraph' && leaf.lastLineBefore < 0;
    const last = this.#leaves.at(-1);
    if (last?.kind !== 'paragraph') return false;
    blankLine.lastIndex = last.end;
    const isNext =
      blankLine.test(this.#text) && blankLine.lastIndex === lineStart(this.#text, this.#cursor.next);
    return isNext && !/[\r\n]/.test(this.#text.slice(last.start, last.end));
  }

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
    if (leaf?.kind === 'table' && !cursor.blank && !this.#containers.isLazy && cursor.indent < codeIndent) {
      if (this.#openMarked()) return true;
      leaf.lines.push(cursor.next, cursor.end);
      leaf.end = cursor.end;
      return true;
    }
    if (leaf?.kind === 'indented' && !this.#containers.isLazy) {
      if (cursor.indent < codeIndent) return cursor.blank;
      leaf.end = cursor.end;
      return true;
    }
    return false;
  }

  #continueParagraph(leaf: OpenParagraph): boolean {
    const cursor = this.#cursor;
    if (cursor.indent < codeIndent) {
      const level = this.#containers.isLazy ? 0 : this.#underline();
      if (level !== 0) return this.#closeAsHeading(leaf, level);
      if (!this.#containers.isLazy && this.#endsInTable(leaf)) return this.#turnIntoTable(leaf);
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
    this.#containers.extend(leaf.end);
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
    this.#containers.extend(end);
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
    const item = this.#containers.takeFreshItem();
    const isIndented = cursor.indent >= codeIndent;
    if (isIndented && this.#pandoc?.isIndentedCode(item !== undefined) !== false) {
      this.#leaf = { kind: 'indented', start: cursor.at, end: cursor.end };
    } else if (isIndented || !this.#openMarked()) {
      this.#openParagraph(cursor.indent === 0 ? item : undefined);
    }
  }

  #openParagraph(item: Item | undefined): void {
    const { next, end, following } = this.#cursor;
    this.#leaf = {
      kind: 'paragraph',
      start: next,
      end,
      item,
      lines: this.#containers.isInQuote ? [next, following] : undefined,
      lastLine: next,
      lastLineBefore: -1,
      lastIsIndented: false,
    };
  }

  /** Begins, and ends where it is of one line, a leaf that has marks of its own; false where there is none. */
  #openMarked(): boolean {
    const { code } = this.#cursor;
    if (code === HASH) return this.#openHeading();
    if (code === BACKTICK || code === TILDE) return this.#openFence(code);
    if (code === LESS) return this.#openHtml();
    if (!this.#containers.isBreak()) return false;
    this.#pandoc?.takeBreak();
    this.#closeUnmatched();
    this.#containers.extend(this.#cursor.end);
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
    this.#containers.extend(end);
    return true;
  }

  #openFence(mark: number): boolean {
    const { next, end } = this.#cursor;
    const length = fenceLength(this.#text, next, end);
    if (length === 0 || this.#pandoc?.opensFence(mark, length, this.#leaf?.kind === 'paragraph') === false)
      return false;
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

  /** Closes the open leaf, and the containers that the line does not go on with. */
  #closeUnmatched(): void {
    this.#closeLeaf();
    this.#containers.closeUnmatched();
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    if (!leaf) return;
    this.#leaf = undefined;
    this.#containers.extend(leaf.end);
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
