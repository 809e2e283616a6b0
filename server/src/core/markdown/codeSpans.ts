/** Code in a line (CommonMark 0.31.2, section 6.1). */
import { detach } from '../text/detach.ts';
import { BACKTICK, isLineEnd, SPACE, skipSpaces } from './characters.ts';

/** Finds code spans in one paragraph, in time linear in its length. */
export class CodeSpans {
  readonly #source: string;
  readonly #end: number;
  /** Where the last run of backticks of each length stands; known once a run was looked for in vain. */
  #lastRuns: Map<number, number> | undefined;

  constructor(source: string, end: number) {
    this.#source = source;
    this.#end = end;
  }

  /** The end of the run of backticks at `start`. */
  runEnd(start: number): number {
    let at = start;
    while (at < this.#end && this.#source.charCodeAt(at) === BACKTICK) at++;
    return at;
  }

  /** The end of the span that the run of backticks from `start` to `contentStart` opens; 0 where it opens none. */
  end(start: number, contentStart: number): number {
    const length = contentStart - start;
    if (this.#lastRuns && (this.#lastRuns.get(length) ?? -1) <= start) return 0;
    for (let at = contentStart; at < this.#end; at++) {
      if (this.#source.charCodeAt(at) !== BACKTICK) continue;
      const end = this.runEnd(at);
      if (end - at === length) return end;
      at = end;
    }
    this.#lastRuns ??= this.#findLastRuns(start);
    return 0;
  }

  #findLastRuns(from: number): Map<number, number> {
    const runs = new Map<number, number>();
    for (let at = from; at < this.#end; at++) {
      if (this.#source.charCodeAt(at) !== BACKTICK) continue;
      const end = this.runEnd(at);
      runs.set(end - at, at);
      at = end;
    }
    return runs;
  }
}

/** What a reader sees of a code span's content: each line end a space, one space less around. */
export function codeText(source: string, start: number, end: number): string {
  let text = '';
  let plainStart = start;
  for (let at = start; at < end; at++) {
    if (!isLineEnd(source.charCodeAt(at))) continue;
    text += `${source.slice(plainStart, at)} `;
    if (source.startsWith('\r\n', at)) at++;
    plainStart = skipSpaces(source, at + 1, end);
    at = plainStart - 1;
  }
  text += source.slice(plainStart, end);
  const isPadded = text.charCodeAt(0) === SPACE && text.charCodeAt(text.length - 1) === SPACE;
  return detach(isPadded && text.trim() !== '' ? text.slice(1, -1) : text);
}
