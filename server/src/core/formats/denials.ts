import type { Citation } from '../catalog/citations.ts';
import type { MarkdownFacts } from '../markdown/facts.ts';
import type { TextRange } from '../text/range.ts';
import {
  addition,
  condition,
  exceptionOrAddition,
  labelBefore,
  mayDeny,
  notSubject,
  ofItself,
  referenceOrException,
  statusBehind,
  verbBefore,
  verbBehind,
} from './denialWords.ts';
import { placesOfDenials } from './placesOfDenials.ts';

/** A citation, and the words that deny it: with `but not CC6.2`, `CC6.4 is out of scope` nothing is said to be addressed. */
export interface Mention extends Citation {
  /** Those words with the id. */
  readonly denial?: TextRange;
  /** The paths of the links to other documents beside it (see linkedMentions.ts); absent where there are none. */
  readonly linkedTo?: readonly string[];
}

/** Citations in a row, with nothing but commas and the like between them. */
interface Run extends TextRange {
  readonly members: readonly Citation[];
}

/** So much of a text on each side of an id is looked at. */
const nearby = 200;
const joint = /^ ?[,;/&]? ?(?:and|or|nor)? ?$/i;
/** Where the sentence or block of an id begins: behind a period, a blank line, a pipe, or the mark of a list or heading. */
const sentenceStart = /[.!?;](?=\s)|\r?\n[ \t>]*\r?\n|\||(?:^|\n)[ \t>]*(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]/g;

/**
 * Marks what is cited only to say that it is not addressed: "CC6.4 is out of scope", "see also CC9.1", "CC6.1 but not CC6.2",
 * what is struck out, and in a document the rows, sections, and lists that say so.
 * @param citations those in text[start, end), in order
 * @param markdown the facts of the document, where it is one
 */
export function withDenials(
  text: string,
  { start, end }: TextRange,
  citations: readonly Citation[],
  markdown?: MarkdownFacts,
): readonly Mention[] {
  if (citations.length === 0) return citations;
  const isInPlaceOfDenials = markdown && placesOfDenials(text, markdown);
  return runsOf(text, citations).flatMap(run => {
    const denial = denialAt(text, { start, end }, run) ?? (isInPlaceOfDenials?.(run) ? run : undefined);
    if (!denial) return run.members;
    const range = { start: denial.start, end: denial.end };
    return run.members.map((one): Mention => ({ ...one, denial: range }));
  });
}

function runsOf(text: string, citations: readonly Citation[]): readonly Run[] {
  const runs: { start: number; end: number; members: Citation[] }[] = [];
  for (const one of citations) {
    const run = runs.at(-1);
    if (run && (one.start <= run.end || isJoint(text, run.end, one.start))) {
      run.members.push(one);
      run.end = Math.max(run.end, one.end);
    } else runs.push({ start: one.start, end: one.end, members: [one] });
  }
  return runs;
}

function isJoint(text: string, from: number, to: number): boolean {
  return to - from < 40 && joint.test(text.slice(from, to).replace(/[\s>]+/g, ' '));
}

/** The words around a run that deny it. */
function denialAt(text: string, { start, end }: TextRange, run: Run): TextRange | undefined {
  const before = text.slice(Math.max(start, run.start - nearby), run.start);
  const behind = text.slice(run.end, Math.min(end, run.end + nearby));
  if (!mayDeny.test(before) && !mayDeny.test(behind)) return undefined;
  const sentence = before.slice(startOfSentence(before));
  const isCase = condition.test(sentence);
  const isAddition = addition.test(behind.slice(0, endOfSentence(behind)));
  for (const pattern of [
    referenceOrException,
    ...(isAddition ? [] : [exceptionOrAddition]),
    labelBefore,
    ...(isCase ? [] : [verbBefore]),
  ]) {
    const [words] = pattern.exec(sentence) ?? [];
    if (words !== undefined) return { start: run.start - words.trimStart().length, end: run.end };
  }
  const isOfOther = notSubject.test(sentence.replace(ofItself, ''));
  const [line = ''] = /^[^\r\n|]*/.exec(behind) ?? [];
  for (const [pattern, rest] of [
    [verbBehind, behind],
    [statusBehind, line.trimEnd()],
  ] as const) {
    const [words] = isCase || isOfOther ? [] : (pattern.exec(rest) ?? []);
    if (words !== undefined) return { start: run.start, end: run.end + words.length };
  }
  return isStruckOut(before, behind) ? { start: run.start, end: run.end } : undefined;
}

function endOfSentence(behind: string): number {
  const end = behind.search(sentenceStart);
  return end < 0 ? behind.length : end;
}

function startOfSentence(before: string): number {
  let start = 0;
  for (const { 0: words, index } of before.matchAll(sentenceStart)) start = index + words.length;
  return start;
}

const strike = /(?<![~\\])~~(?!~)/g;

/** Whether an id is inside of `~~...~~` or `<del>...</del>`. */
function isStruckOut(before: string, behind: string): boolean {
  const inBlock = before.slice(
    Math.max(before.lastIndexOf('|'), before.search(/\n[ \t>\r]*\n(?![\s\S]*\n[ \t>\r]*\n)/)) + 1,
  );
  const rest = /^[^|]*?(?=\r?\n[ \t>]*\r?\n|\||$(?![\s\S]))/.exec(behind)?.[0] ?? '';
  if ([...inBlock.matchAll(strike)].length % 2 === 1) return rest.search(strike) >= 0;
  return (
    /<(?:del|s|strike)>(?![\s\S]*<\/(?:del|s|strike)>)/i.test(inBlock) && /<\/(?:del|s|strike)>/i.test(rest)
  );
}
