/** The seven kinds of HTML blocks (CommonMark 0.31.2, section 4.6). */
import { EXCLAMATION, GREATER, isLetter, isSpaceOrTab, QUESTION, SLASH, skipSpaces } from './characters.ts';
import { Finder } from './finder.ts';
import { tagEnd, tagNameEnd } from './rawHtml.ts';

export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const rawNames = new Set(['pre', 'script', 'style', 'textarea']);
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
/** No name above is longer. */
const longestName = 10;

/** The kind of HTML block that begins with the `<` at `at`; 0 where none does. */
export function htmlKind(text: string, at: number, end: number): HtmlKind | 0 {
  const code = text.charCodeAt(at + 1);
  if (at + 1 >= end) return 0;
  if (code === QUESTION) return 3;
  if (code === EXCLAMATION) {
    if (text.startsWith('--', at + 2)) return 2;
    if (text.startsWith('[CDATA[', at + 2)) return 5;
    return isLetter(text.charCodeAt(at + 2)) ? 4 : 0;
  }
  const isClosing = code === SLASH;
  const nameStart = at + (isClosing ? 2 : 1);
  const nameEnd = tagNameEnd(text, nameStart, end);
  if (nameEnd === nameStart) return 0;
  const name = nameEnd - nameStart > longestName ? '' : text.slice(nameStart, nameEnd).toLowerCase();
  const behind = text.charCodeAt(nameEnd);
  const isOver = nameEnd === end || isSpaceOrTab(behind) || behind === GREATER;
  if (isOver && !isClosing && rawNames.has(name)) return 1;
  const isEmptyTag = behind === SLASH && nameEnd + 1 < end && text.charCodeAt(nameEnd + 1) === GREATER;
  if ((isOver || isEmptyTag) && blockNames.has(name)) return 6;
  const tag = tagEnd(text, at, end);
  return tag > 0 && skipSpaces(text, tag, end) === end ? 7 : 0;
}

/** Finds the ends of HTML blocks of the kinds 1 to 5, on one walk forward through a document. */
export class HtmlEnds {
  readonly #text: string;
  readonly #closings: readonly Finder[];
  readonly #endTag: Finder;

  constructor(text: string) {
    this.#text = text;
    this.#closings = ['-->', '?>', '>', ']]>'].map(closing => new Finder(text, closing));
    this.#endTag = new Finder(text, '</');
  }

  /** Whether a block of that kind ends in the stretch of a line; those of the kinds 6 and 7 end before a blank line. */
  closes(kind: HtmlKind, from: number, end: number): boolean {
    if (kind === 1) return this.#closesRaw(from, end);
    const finder = this.#closings[kind - 2];
    return kind < 6 && finder !== undefined && finder.next(from) < end;
  }

  #closesRaw(from: number, end: number): boolean {
    for (let at = this.#endTag.next(from); at < end; at = this.#endTag.next(at + 2)) {
      const nameEnd = tagNameEnd(this.#text, at + 2, end);
      const isShort = nameEnd - at - 2 <= longestName;
      if (isShort && this.#text.charCodeAt(nameEnd) === GREATER && nameEnd < end) {
        if (rawNames.has(this.#text.slice(at + 2, nameEnd).toLowerCase())) return true;
      }
    }
    return false;
  }
}
