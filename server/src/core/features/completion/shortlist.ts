import type { Completion } from './offer.ts';

/** How many are shown at a time: thousands of ids would be megabytes for each letter that is typed. */
const most = 200;

export interface Shortlist {
  readonly completions: readonly Completion[];
  /** Whether others may fit once more has been typed. */
  readonly isIncomplete: boolean;
}

/**
 * Of many completions those that fit best what is typed before an offset of a text: where it begins them, then where they
 * hold it, then where they hold its letters in this order, as editors look for them.
 */
export function shortlist(completions: readonly Completion[], text: string, offset: number): Shortlist {
  if (completions.length <= most)
    return { completions, isIncomplete: mayLeadElsewhere(completions, text, offset) };
  // They come nearly in their order, in which sorting takes little.
  const sorted = [...completions].sort((a, b) => (a.order < b.order ? -1 : 1));
  const typed = typedBehind(text, offset);
  const begun = sorted.filter(({ filter, start }) => {
    const begin = typed(start);
    return filter.length >= begin.length && filter.slice(0, begin.length).toLowerCase() === begin;
  });
  // Most often that is enough: in thousands of other words nothing has to be looked for.
  if (begun.length > most) return { completions: begun.slice(0, most), isIncomplete: true };
  const [holding, scattered]: [Completion[], Completion[]] = [[], []];
  const isBegun = new Set(begun);
  for (const completion of sorted) {
    if (isBegun.has(completion)) continue;
    const [words, letters] = [completion.filter.toLowerCase(), typed(completion.start)];
    if (words.includes(letters)) holding.push(completion);
    else if (holdsInOrder(words, letters)) scattered.push(completion);
  }
  const fitting = [...begun, ...holding, ...scattered];
  return { completions: fitting.slice(0, most), isIncomplete: fitting.length > most };
}

/** Whether words lead to criteria, to others with each letter: only who offers them can tell to which. An id does not. */
function mayLeadElsewhere(completions: readonly Completion[], text: string, offset: number): boolean {
  const criterion = completions.find(({ kind }) => kind === 'criterion');
  return criterion !== undefined && !/\d/.test(text.slice(criterion.start, offset));
}

/** What is typed between a place and an offset, in lower case; most begin at one place. */
function typedBehind(text: string, offset: number): (start: number) => string {
  let last = { start: offset, typed: '' };
  return start => {
    if (start !== last.start) last = { start, typed: text.slice(start, offset).toLowerCase() };
    return last.typed;
  };
}

function holdsInOrder(words: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
