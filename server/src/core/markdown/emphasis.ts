/** Emphasis (CommonMark 0.31.2, section 6.2), as far as it matters here: which marks are no text. */
import { ASTERISK, isBlank } from './characters.ts';

/** A run of `*` or `_`; what is matched goes from the end of an opening and from the start of a closing one. */
export interface MarkRun {
  start: number;
  end: number;
  readonly mark: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The run of marks from `start` to `end` in a text that lies between `from` and `to`. */
export function markRun(source: string, start: number, end: number, from: number, to: number): MarkRun {
  const before = start === from ? blank : classOf(source.charCodeAt(start - 1));
  const after = end === to ? blank : classOf(source.charCodeAt(end));
  const mark = source.charCodeAt(start);
  const isLeft = after === letter || (after === punctuation && before !== letter);
  const isRight = before === letter || (before === punctuation && after !== letter);
  const isAsterisk = mark === ASTERISK;
  return {
    start,
    end,
    mark,
    opens: isLeft && (isAsterisk || !isRight || before === punctuation),
    closes: isRight && (isAsterisk || !isLeft || after === punctuation),
  };
}

/** The ranges of the marks that open or close emphasis, in no order. */
export function emphasisMarks(runs: readonly MarkRun[]): number[] {
  const marks: number[] = [];
  const openings: MarkRun[] = [];
  // How many openings were looked through in vain, for each kind of closing run: never again.
  const bottoms = new Map<number, number>();
  for (const run of runs) {
    while (run.closes && run.end > run.start) {
      const kind = run.mark * 6 + (run.opens ? 3 : 0) + ((run.end - run.start) % 3);
      const bottom = bottoms.get(kind) ?? 0;
      let index = openings.length - 1;
      while (index >= bottom && !matches(openings[index], run)) index--;
      const opening = index < bottom ? undefined : openings[index];
      if (!opening) {
        bottoms.set(kind, openings.length);
        break;
      }
      const used = opening.end - opening.start > 1 && run.end - run.start > 1 ? 2 : 1;
      marks.push(opening.end - used, opening.end, run.start, run.start + used);
      opening.end -= used;
      run.start += used;
      openings.length = opening.end > opening.start ? index + 1 : index;
      for (const [other, height] of bottoms)
        if (height > openings.length) bottoms.set(other, openings.length);
    }
    if (run.opens && run.end > run.start) openings.push(run);
  }
  return marks;
}

function matches(opening: MarkRun | undefined, closing: MarkRun): boolean {
  if (opening?.mark !== closing.mark) return false;
  const openingLength = opening.end - opening.start;
  const closingLength = closing.end - closing.start;
  const isEither = opening.closes || closing.opens;
  return !isEither || closingLength % 3 === 0 || (openingLength + closingLength) % 3 !== 0;
}

const letter = 0;
const blank = 1;
const punctuation = 2;

/** Whether a UTF-16 unit is white space, punctuation or symbol, or neither; half of a character is neither, as in remark. */
function classOf(code: number): typeof letter | typeof blank | typeof punctuation {
  if (isBlank(code)) return blank;
  const character = code === 0 ? '\uFFFD' : String.fromCharCode(code);
  if (/\s/.test(character)) return blank;
  return /[\p{P}\p{S}]/u.test(character) ? punctuation : letter;
}
