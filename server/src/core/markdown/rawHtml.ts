/** HTML in a line (CommonMark 0.31.2, section 6.6). */
import {
  BACKTICK,
  COLON,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  EXCLAMATION,
  GREATER,
  isBlank,
  isLetter,
  isLetterOrDigit,
  LESS,
  QUESTION,
  SINGLE_QUOTE,
  SLASH,
  skipBlanks,
  UNDERSCORE,
} from './characters.ts';
import { Finder } from './finder.ts';

/** The end of a tag name that begins at `start`; `start` where none does. */
export function tagNameEnd(text: string, start: number, end: number): number {
  if (start >= end || !isLetter(text.charCodeAt(start))) return start;
  let at = start + 1;
  while (at < end && isTagNamePart(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the opening or closing tag whose `<` stands at `start`; 0 where there is none before `end`. */
export function tagEnd(text: string, start: number, end: number): number {
  const isClosing = text.charCodeAt(start + 1) === SLASH;
  const nameStart = start + (isClosing ? 2 : 1);
  let at = tagNameEnd(text, nameStart, end);
  if (at === nameStart) return 0;
  if (!isClosing) at = attributesEnd(text, at, end);
  at = skipBlanks(text, at, end);
  if (!isClosing && at < end && text.charCodeAt(at) === SLASH) at++;
  return at < end && text.charCodeAt(at) === GREATER ? at + 1 : 0;
}

/** Finds HTML in lines, on one walk forward through a text. */
export class RawHtml {
  readonly #text: string;
  readonly #comment: Finder;
  readonly #instruction: Finder;
  readonly #declaration: Finder;
  readonly #cdata: Finder;

  constructor(text: string) {
    this.#text = text;
    this.#comment = new Finder(text, '-->');
    this.#instruction = new Finder(text, '?>');
    this.#declaration = new Finder(text, '>');
    this.#cdata = new Finder(text, ']]>');
  }

  /** The end of the tag, comment, instruction, declaration or CDATA whose `<` stands at `start`; 0 where there is none. */
  end(start: number, end: number): number {
    const text = this.#text;
    const code = text.charCodeAt(start + 1);
    if (code === QUESTION) return within(this.#instruction.next(start + 2) + 2, end);
    if (code !== EXCLAMATION) return tagEnd(text, start, end);
    // `<!-->` and `<!--->` are comments too.
    if (text.startsWith('--', start + 2)) return within(this.#comment.next(start + 2) + 3, end);
    if (text.startsWith('[CDATA[', start + 2)) return within(this.#cdata.next(start + 9) + 3, end);
    return isLetter(text.charCodeAt(start + 2)) ? within(this.#declaration.next(start + 3) + 1, end) : 0;
  }
}

function within(found: number, end: number): number {
  return found <= end ? found : 0;
}

/** The end of the attributes behind a tag name, before the white space that follows them. */
function attributesEnd(text: string, at: number, end: number): number {
  for (;;) {
    const name = skipBlanks(text, at, end);
    if (name === at || name === end || !isAttributeStart(text.charCodeAt(name))) return at;
    at = name + 1;
    while (at < end && isAttributePart(text.charCodeAt(at))) at++;
    const equals = skipBlanks(text, at, end);
    if (equals < end && text.charCodeAt(equals) === EQUALS) {
      const valueEnd = attributeValueEnd(text, skipBlanks(text, equals + 1, end), end);
      if (valueEnd === 0) return at;
      at = valueEnd;
    }
  }
}

/** The end of an attribute's value that begins at `at`; 0 where none does. */
function attributeValueEnd(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const quote = text.charCodeAt(at);
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    at++;
    while (at < end && text.charCodeAt(at) !== quote) at++;
    return at < end ? at + 1 : 0;
  }
  const start = at;
  while (at < end && isUnquotedPart(text.charCodeAt(at))) at++;
  return at > start ? at : 0;
}

function isTagNamePart(code: number): boolean {
  return isLetterOrDigit(code) || code === DASH;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === UNDERSCORE || code === COLON;
}

function isAttributePart(code: number): boolean {
  return isLetterOrDigit(code) || code === DASH || code === DOT || code === COLON || code === UNDERSCORE;
}

function isUnquotedPart(code: number): boolean {
  return (
    !isBlank(code) &&
    code !== DOUBLE_QUOTE &&
    code !== SINGLE_QUOTE &&
    code !== EQUALS &&
    code !== LESS &&
    code !== GREATER &&
    code !== BACKTICK
  );
}
