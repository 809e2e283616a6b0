import type { TextRange } from '../text/range.ts';

/** What joins ids in a list: a sign, or a word that says that more is meant. */
const sign = '(?!(?<=\\bn)/a\\b)[,;/|]';
const word = '(?:&|\\+|\\b(?:and|or|plus|as well as|through|thru)\\b)';
const joint = new RegExp(`\\s(?=${word})${word}|${sign}|&|\\+`, 'gi');
const startsWithJoint = new RegExp(`^\\s{0,3}(?:${sign}|${word})`, 'i');
const isWord = new RegExp(`^\\s*${word}`, 'i');
/** Written like an id or the end of one: `2`, `6.x`, `CC6`, `A.8.24`, `AC-2`. */
const likeId =
  /^(?:[.-]?\d{1,2}|[A-Za-z]{0,5}[ _.-]?\d{1,3}[.,_-]\w{1,3}(?:[.(]\w{1,3}\)?)*|[A-Z]{1,3}[.-]?\d{1,3}(?:[.-]\d{1,3})*)$/;
/** What says that more is meant, without saying what. */
const more = /^(?:etc|others?|more|ff|et (?:al|seq)|so on)\b/i;
/** A remark on the ids before it, in brackets or in words, or a link. */
const remark =
  /^(?:[([{<"'#]|(?:as|if|in|only|part(?:ly|ial|ially)?|see|when|where|which|with|all|both)\b|n\/a$|none$|\w+:\/\/)/i;
/** Of one word or two: what the ids before it are about, as its capital says. */
const label = /^\p{Lu}\p{Ll}+ \S+$/u;
const numberAlone = /^\d{1,2}\.\d{1,2}$/;

/**
 * What stands in a list of ids where an id should, and is none: the friends of `CC6.1 and friends`. A label (`CC6.1 - Access`,
 * `Access: CC6.1`), a title, and a remark are no part of the list.
 * @param around the value, without its quotes
 * @param found the ids in it, in order
 * @param isTitle whether words are the title of a criterion, a group, or a category
 */
export function leftovers(
  text: string,
  around: TextRange,
  found: readonly TextRange[],
  isTitle: (words: string) => boolean,
): readonly TextRange[] {
  const [only] = found;
  // Most values are an id and nothing else.
  if (only && found.length === 1 && only.start <= around.start && only.end >= around.end) return [];
  let from = around.start;
  return [...found, { start: around.end, end: around.end }].flatMap(({ start, end }, count) => {
    const gap = { start: from, end: start };
    from = Math.max(from, end);
    if (gap.start >= gap.end) return [];
    return inGap(text, gap, count, start < around.end).filter(
      left => !isTitle(text.slice(left.start, left.end)),
    );
  });
}

/**
 * @param count how many ids stand before
 * @param isBefore whether an id stands behind, whose label the last words are
 */
function inGap(
  text: string,
  { start, end }: TextRange,
  count: number,
  isBefore: boolean,
): readonly TextRange[] {
  const gap = text.slice(start, end);
  if (count > 0 && !startsWithJoint.test(gap)) return [];
  const left: TextRange[] = [];
  let from = 0;
  let isJoined = false;
  for (const { index, 0: words } of [...gap.matchAll(joint), { index: gap.length, 0: '' }]) {
    const part = gap.slice(from, index);
    const element = part.trim().replace(/(?<!\.)\.$/, '');
    const isLabel = isBefore && index === gap.length;
    if (!isLabel && isLeft(element, count, isJoined)) {
      const at = start + from + part.indexOf(element);
      left.push({ start: at, end: at + element.length });
    }
    isJoined = isWord.test(words);
    from = index + words.length;
  }
  return left;
}

function isLeft(element: string, count: number, isJoined: boolean): boolean {
  if (element === '' || remark.test(element)) return false;
  if (count === 0) return numberAlone.test(element);
  if (isJoined || likeId.test(element) || more.test(element)) return /\w/.test(element);
  // Behind one id, it may be its label; in a list of several, a word or two should be another.
  return count > 1 && /^\S+(?: \S+)?$/.test(element) && /\w/.test(element) && !label.test(element);
}
