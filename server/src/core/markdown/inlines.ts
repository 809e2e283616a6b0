/** Links, code and HTML in lines of text (CommonMark 0.31.2, section 6). */

import { detach } from '../text/detach.ts';
import { autolinkEnd } from './autolinks.ts';
import {
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACKET,
  EXCLAMATION,
  isPunctuation,
  LESS,
  OPEN_BRACKET,
  OPEN_PAREN,
} from './characters.ts';
import { CodeSpans, codeText } from './codeSpans.ts';
import { type Content, placeBehind, placeOf } from './content.ts';
import { markRun } from './emphasis.ts';
import type { Link } from './facts.ts';
import { Finder } from './finder.ts';
import type { Markup } from './headingText.ts';
import { labelEnd, normalizeLabel } from './labels.ts';
import { RawHtml } from './rawHtml.ts';
import { readTarget } from './targets.ts';
import { unescapeText } from './unescape.ts';

/** What was found, in the order of the document. */
export interface Findings {
  readonly links: Link[];
  readonly code: number[];
  readonly html: number[];
  readonly hidden: number[];
}

/** A `[` or `![` that may become the start of a link. */
interface Opening {
  readonly start: number;
  /** Behind the bracket. */
  readonly after: number;
  readonly isImage: boolean;
  /** Whether there are brackets in it: such a text is no label. */
  hasBrackets: boolean;
  /** How much was found before it. */
  readonly links: number;
  readonly code: number;
  readonly html: number;
  readonly runs: number;
}

/** What the brackets of a link hold, by offsets of the source. */
interface Target {
  readonly isReference: boolean;
  readonly destination: string;
  readonly start: number;
  readonly end: number;
  readonly label?: string;
  readonly after: number;
}

/** The characters that can begin something. An expression finds them many times faster than a loop does. */
const proseMarks = /[\\`<[\]]/g;
const headingMarks = /[\\`<[\]*_]/g;

/** Reads the text of a document's leaves, one after the other, in one walk forward. */
export class InlineReader {
  readonly #definitions: ReadonlyMap<string, string>;
  readonly #findings: Findings;
  readonly #documentHtml: RawHtml;
  readonly #proseMarks: Finder;
  readonly #headingMarks: Finder;
  // Of the content at hand:
  #content: Content = { source: '', start: 0, end: 0 };
  #markup: Markup | undefined;
  #html: RawHtml;
  #codeSpans: CodeSpans | undefined;
  readonly #openings: Opening[] = [];
  /** No link is begun by the openings below this height: there are no links in links. */
  #linksFrom = 0;
  /** Behind what was read last: an exclamation mark before it belongs to no image. */
  #read = 0;

  constructor(text: string, definitions: ReadonlyMap<string, string>, findings: Findings) {
    this.#definitions = definitions;
    this.#findings = findings;
    this.#documentHtml = new RawHtml(text);
    this.#proseMarks = new Finder(text, proseMarks);
    this.#headingMarks = new Finder(text, headingMarks);
    this.#html = this.#documentHtml;
  }

  /** @param markup takes what there is to know of the content's own text; costs time, for headings only */
  read(content: Content, markup?: Markup): void {
    const { source, start, end, pieces } = content;
    this.#content = content;
    this.#markup = markup;
    this.#html = pieces ? new RawHtml(source) : this.#documentHtml;
    this.#codeSpans = undefined;
    if (this.#openings.length > 0) this.#openings.length = 0;
    this.#linksFrom = 0;
    this.#read = start;
    const expression = markup ? headingMarks : proseMarks;
    const marks = pieces ? new Finder(source, expression) : markup ? this.#headingMarks : this.#proseMarks;
    for (let at = marks.next(start); at < end; at = marks.next(at))
      at = this.#readMark(source.charCodeAt(at), at);
  }

  /** Reads what the mark at `at` begins, if anything; returns where to go on. */
  #readMark(code: number, at: number): number {
    if (code === BACKSLASH) return this.#readEscape(at);
    if (code === BACKTICK) return this.#readCode(at);
    if (code === LESS) return this.#readAngle(at);
    if (code === OPEN_BRACKET) return this.#readOpening(at);
    if (code === CLOSE_BRACKET) return this.#readClosing(at);
    return this.#readRun(code, at);
  }

  #readEscape(at: number): number {
    const { source, end } = this.#content;
    if (at + 1 >= end || !isPunctuation(source.charCodeAt(at + 1))) return at + 1;
    this.#read = at + 2;
    return at + 2;
  }

  #readCode(start: number): number {
    const { source, end } = this.#content;
    this.#codeSpans ??= new CodeSpans(source, end);
    const contentStart = this.#codeSpans.runEnd(start);
    const after = this.#codeSpans.end(start, contentStart);
    if (after === 0) return contentStart;
    this.#hide(start, after, this.#findings.code);
    this.#markup?.replace(start, after, codeText(source, contentStart, after - (contentStart - start)));
    return after;
  }

  #readAngle(start: number): number {
    const { source, end } = this.#content;
    const link = autolinkEnd(source, start, end);
    if (link > 0) return this.#addAutolink(start, link);
    const after = this.#html.end(start, end);
    if (after === 0) return start + 1;
    this.#hide(start, after, this.#findings.html);
    this.#markup?.replace(start, after);
    return after;
  }

  #addAutolink(start: number, after: number): number {
    const { source } = this.#content;
    const address = detach(source.slice(start + 1, after - 1));
    const hasScheme = address.includes(':');
    this.#hide(start, after);
    this.#findings.links.push({
      kind: 'autolink',
      start: this.#placeOf(start),
      end: this.#placeBehind(after),
      destination: hasScheme ? address.replaceAll('\0', '\uFFFD') : `mailto:${address}`,
      destinationStart: this.#placeOf(start + 1),
      destinationEnd: this.#placeBehind(after - 1),
    });
    this.#markup?.replace(start, after, address);
    return after;
  }

  #readRun(mark: number, start: number): number {
    const { source, start: from, end: to } = this.#content;
    let end = start + 1;
    while (end < to && source.charCodeAt(end) === mark) end++;
    this.#markup?.addRun(markRun(source, start, end, from, to));
    return end;
  }

  #readOpening(at: number): number {
    const { source } = this.#content;
    const isImage = at > this.#read && source.charCodeAt(at - 1) === EXCLAMATION;
    const around = this.#openings.at(-1);
    if (around) around.hasBrackets = true;
    const { links, code, html } = this.#findings;
    this.#openings.push({
      start: isImage ? at - 1 : at,
      after: at + 1,
      isImage,
      hasBrackets: false,
      links: links.length,
      code: code.length,
      html: html.length,
      runs: this.#markup?.runs ?? 0,
    });
    this.#read = at + 1;
    return at + 1;
  }

  #readClosing(at: number): number {
    this.#read = at + 1;
    const opening = this.#openings.pop();
    if (!opening) return at + 1;
    const isInLink = !opening.isImage && this.#openings.length < this.#linksFrom;
    this.#linksFrom = Math.min(this.#linksFrom, this.#openings.length);
    const target = isInLink ? undefined : this.#targetOf(opening, at);
    if (!target) return at + 1;
    if (!opening.isImage) this.#linksFrom = this.#openings.length;
    this.#addLink(opening, at, target);
    return target.after;
  }

  /** Where the bracket pair from an opening to the `]` at `closing` leads; undefined where it is no link. */
  #targetOf(opening: Opening, closing: number): Target | undefined {
    const { source, end } = this.#content;
    const behind = closing + 1 < end ? source.charCodeAt(closing + 1) : 0;
    if (behind === OPEN_PAREN) {
      const target = readTarget(source, closing + 1, end);
      if (target) {
        const destination = unescapeText(source.slice(target.start, target.end));
        return { isReference: false, destination, ...target };
      }
    }
    if (this.#definitions.size === 0) return undefined;
    if (behind !== OPEN_BRACKET) return this.#reference(opening, opening.after, closing, closing + 1);
    const label = labelEnd(source, closing + 1, end);
    if (label > 0) return this.#reference(undefined, closing + 2, label, label + 1);
    const isCollapsed = closing + 2 < end && source.charCodeAt(closing + 2) === CLOSE_BRACKET;
    return this.#reference(opening, opening.after, closing, closing + (isCollapsed ? 3 : 1));
  }

  /** What a label refers to, where it does: the text of an opening with brackets in it is none. */
  #reference(opening: Opening | undefined, start: number, end: number, after: number): Target | undefined {
    if (opening?.hasBrackets) return undefined;
    const label = normalizeLabel(this.#content.source.slice(start, end));
    const destination = this.#definitions.get(label);
    return destination === undefined
      ? undefined
      : { isReference: true, destination, start, end, label, after };
  }

  #addLink(opening: Opening, closing: number, target: Target): void {
    const { start, after, isImage } = opening;
    if (target.after > closing + 1) this.#hide(closing, target.after);
    if (isImage) this.#forgetFrom(opening);
    const { destination, label } = target;
    const link: Link = {
      kind: target.isReference ? (isImage ? 'imageReference' : 'reference') : isImage ? 'image' : 'link',
      start: this.#placeOf(start),
      end: this.#placeBehind(target.after),
      destination,
      destinationStart: this.#placeOf(target.start),
      destinationEnd:
        target.end === target.start ? this.#placeOf(target.start) : this.#placeBehind(target.end),
      ...(label === undefined ? {} : { label }),
    };
    // Before the images in it.
    this.#findings.links.splice(opening.links, 0, link);
    this.#markup?.closeRuns(opening.runs);
    this.#markup?.replace(start, after);
    this.#markup?.replace(closing, target.after);
    if (isImage) this.#markup?.addImage(start, target.after);
  }

  /** Drops what was found in the description of an image: a reader sees it as plain text, if at all. */
  #forgetFrom(opening: Opening): void {
    this.#findings.links.length = opening.links;
    this.#findings.code.length = opening.code;
    this.#findings.html.length = opening.html;
  }

  /** Notes a range that is no prose, and what it is. */
  #hide(start: number, end: number, what?: number[]): void {
    const from = this.#placeOf(start);
    const to = this.#placeBehind(end);
    this.#findings.hidden.push(from, to);
    what?.push(from, to);
    this.#read = end;
  }

  #placeOf(offset: number): number {
    return placeOf(this.#content, offset);
  }

  #placeBehind(offset: number): number {
    return placeBehind(this.#content, offset);
  }
}
