// How messages stand in a stream (LSP 3.17, "Base Protocol"): a header that says how many bytes follow, and those bytes.

import { brief } from '../core/text/brief.ts';

/** A message behind a longer header is none, in bytes. */
const longestHeader = 8192;
/** No message is longer, in bytes: 256 MB. */
const longestBody = 1 << 28;

/** What a name of a header field is made of (RFC 7230, `token`), and what may stand behind it. */
const field = /^([\w!#$%&'*+.^`|~-]+):[\t ]*((?:[\x21-\x7e][\t\x20-\x7e]*)?)$/;
const beginsField = /^[\w!#$%&'*+.^`|~-]*(?::[\t\x20-\x7e]*)?\r?$/;

/** A header that cannot be read: where the next message begins is then not known, so nothing can be read any more. */
export class BrokenHeader extends Error {
  constructor(why: string, header: string) {
    super(
      `${why}: ${JSON.stringify(brief(header, 100))}. Each message starts with "Content-Length: N", where N is its length in bytes, and an empty line; both end with CR LF.`,
    );
  }
}

/** Parts a stream of bytes into the contents of messages. */
export class Framing {
  #header = '';
  /** Where the line of the header begins that is not whole yet. */
  #lineStart = 0;
  #fields = new Map<string, string>();
  /** How long the content is; undefined while the header is read. */
  #length: number | undefined;
  #content: Uint8Array[] = [];
  #read = 0;

  /** Whether the stream may end here: in no message. */
  get isBetween(): boolean {
    return this.#length === undefined && this.#header === '';
  }

  /**
   * Takes the next bytes.
   * @returns the contents of the messages that end in them, in UTF-8 as they came
   * @throws BrokenHeader as soon as it is clear that what came is no header
   */
  take(bytes: Uint8Array): Uint8Array[] {
    const contents: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      if (this.#length === undefined) {
        at = this.#takeLine(bytes, at);
      } else {
        const part = bytes.subarray(at, at + this.#length - this.#read);
        this.#content.push(part);
        this.#read += part.length;
        at += part.length;
      }
      if (this.#length === this.#read) contents.push(this.#done());
    }
    return contents;
  }

  /** Takes what there is of a line of the header; gives where the rest begins. */
  #takeLine(bytes: Uint8Array, from: number): number {
    const lineFeed = bytes.indexOf(0x0a, from);
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1;
    const most = longestHeader - this.#header.length;
    this.#header += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + most)));
    if (end - from > most) throw new BrokenHeader('A header does not end', this.#header);
    const line = this.#header.slice(this.#lineStart);
    if (lineFeed < 0) {
      if (!beginsField.test(line)) throw new BrokenHeader('This is not a header', this.#header);
      return end;
    }
    if (!line.endsWith('\r\n')) throw new BrokenHeader('A line of a header ends without CR', this.#header);
    this.#lineStart = this.#header.length;
    if (line === '\r\n') this.#length = this.#lengthSaid();
    else this.#takeField(line.slice(0, -2));
    return end;
  }

  #takeField(line: string): void {
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new BrokenHeader('This is not a header', this.#header);
    const key = name.toLowerCase();
    const before = this.#fields.get(key);
    if (before !== undefined && before !== value)
      throw new BrokenHeader(`${name} occurs twice`, this.#header);
    this.#fields.set(key, value.trim());
  }

  /** How long the content is, by a header that is whole. */
  #lengthSaid(): number {
    const said = this.#fields.get('content-length');
    if (said === undefined) throw new BrokenHeader('A header has no Content-Length', this.#header);
    if (!/^\d+$/.test(said)) throw new BrokenHeader('Content-Length is not a number of bytes', this.#header);
    if (Number(said) > longestBody)
      throw new BrokenHeader(`A message may have at most ${longestBody} bytes`, this.#header);
    const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(this.#fields.get('content-type') ?? '') ?? [];
    if (charset !== undefined && !/^utf-?8$/i.test(charset))
      throw new BrokenHeader('Messages must be in UTF-8', this.#header);
    return Number(said);
  }

  #done(): Uint8Array {
    const [first] = this.#content;
    const content = this.#content.length === 1 && first ? first : joined(this.#content, this.#read);
    this.#header = '';
    this.#lineStart = 0;
    this.#fields = new Map();
    this.#length = undefined;
    this.#content = [];
    this.#read = 0;
    return content;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
