// Comma-separated values as RFC 4180 has them, with the place of every cell. What breaks its rules is read as far as it can be,
// and named.
import { lineEnd } from './lines.ts';
import type { TextRange } from './range.ts';

/** A cell: what stands between two separators, or in the quotes there. */
export interface CsvCell extends TextRange {
  /** Without quotes, and with each two quotes inside of them as one. */
  readonly value: string;
  readonly isQuoted: boolean;
}

/** What is wrong with the text itself. */
export interface CsvProblem extends TextRange {
  readonly is: 'unclosed quote' | 'text behind a quote' | 'quote inside';
}

export interface Csv {
  /** Lines without any cell are left out. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** In the order of the text. */
  readonly problems: readonly CsvProblem[];
}

/**
 * Reads comma-separated values. A line ends with CRLF, LF, or CR, and inside of quotes it is a part of the cell. Quotes that
 * nothing closes end with their line, so that they hide no other.
 * @param text without a byte order mark
 * @param separator what stands between cells; spreadsheets of many countries write a semicolon
 * @param mostRows after how many rows to stop
 */
export function readCsv(text: string, separator = ',', mostRows = Number.POSITIVE_INFINITY): Csv {
  const reader = new CsvReader(text, separator);
  const rows: CsvCell[][] = [];
  while (!reader.isAtEnd && rows.length < mostRows) {
    const row = reader.row();
    if (row.length > 1 || row[0]?.isQuoted || row[0]?.value.trim()) rows.push(row);
  }
  return { rows, problems: reader.problems };
}

/** So many cells may be searched through to their end in vain. */
const mostBroken = 100;

class CsvReader {
  readonly problems: CsvProblem[] = [];
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  /** How many quotes were opened that nothing closes: behind too many, others are looked for in their line only. */
  #broken = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The cells up to the end of the line, which is passed. */
  row(): CsvCell[] {
    const cells: CsvCell[] = [];
    do {
      cells.push(this.#text.charAt(this.#at) === '"' ? this.#quoted() : this.#plain());
    } while (this.#passes(this.#separator));
    if (!this.#passes('\r\n') && !this.#passes('\n')) this.#passes('\r');
    return cells;
  }

  #plain(): CsvCell {
    const start = this.#at;
    this.#at = this.#cellEnd(start);
    const value = this.#text.slice(start, this.#at);
    const quote = value.indexOf('"');
    if (quote >= 0) this.#report('quote inside', start + quote, start + quote + 1);
    const blanks = value.length - value.trimStart().length;
    const said = value.trim();
    return { value: said, isQuoted: false, start: start + blanks, end: start + blanks + said.length };
  }

  #quoted(): CsvCell {
    const opening = this.#at;
    const start = opening + 1;
    const last = this.#broken > mostBroken ? lineEnd(this.#text, start) : this.#text.length;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && end < last && this.#text.charAt(end + 1) === '"')
      end = this.#text.indexOf('"', end + 2);
    const isClosed = end >= 0 && end < last;
    const behindAt = end + 1;
    const cellEnd = isClosed ? this.#cellEnd(behindAt) : behindAt;
    const behind = isClosed ? this.#text.slice(behindAt, cellEnd) : '';
    // A quote in another line with text behind it opens a cell of its own.
    if (!isClosed || (behind.trim() !== '' && lineEnd(this.#text, start) < end)) {
      this.#broken += isClosed ? 1 : mostBroken + 1;
      this.#report('unclosed quote', opening, start);
      this.#at = lineEnd(this.#text, start);
      return { value: this.#text.slice(start, this.#at).trim(), isQuoted: true, start, end: this.#at };
    }
    this.#at = cellEnd;
    if (behind.trim() !== '') {
      const from = behindAt + behind.length - behind.trimStart().length;
      this.#report('text behind a quote', from, from + behind.trim().length);
    }
    const value = this.#text.slice(start, end);
    return { value: value.includes('"') ? value.replaceAll('""', '"') : value, isQuoted: true, start, end };
  }

  /** Where a cell without quotes ends. */
  #cellEnd(from: number): number {
    let end = from;
    for (; end < this.#text.length; end++) {
      const sign = this.#text.charAt(end);
      if (sign === this.#separator || sign === '\n' || sign === '\r') break;
    }
    return end;
  }

  #passes(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #report(is: CsvProblem['is'], start: number, end: number): void {
    this.problems.push({ is, start, end });
  }
}
