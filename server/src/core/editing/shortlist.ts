import type { Completion } from './completion.ts';

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
  if (completions.length <= most) return { completions, isIncomplete: false };
  const typedFrom = new Map<number, string>();
  const byRank: Completion[][] = [[], [], []];
  for (const completion of completions) {
    const { filter, start } = completion;
    const typed = typedFrom.get(start) ?? text.slice(start, offset).toLowerCase();
    typedFrom.set(start, typed);
    const rank = rankOf(filter.toLowerCase(), typed);
    if (rank !== undefined) byRank[rank]?.push(completion);
  }
  // They come nearly in their order, in which sorting takes little.
  const fitting = byRank.flatMap(list => list.sort((a, b) => (a.order < b.order ? -1 : 1)));
  return { completions: fitting.slice(0, most), isIncomplete: fitting.length > most };
}

/** How well what is typed fits, 0 best; undefined where it does not. */
function rankOf(filter: string, typed: string): number | undefined {
  if (filter.startsWith(typed)) return 0;
  if (filter.includes(typed)) return 1;
  let at = 0;
  for (const letter of typed) {
    at = filter.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 2;
}
