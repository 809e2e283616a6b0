import type { MarkdownFacts } from './facts.ts';

/**
 * Whether a reader sees the stretch from `start` to `end` as prose: no part of it is in code, HTML, an autolink, a
 * definition, or behind a link's text. An empty stretch is prose unless it is inside of such a thing.
 */
export function isProse({ hidden }: Pick<MarkdownFacts, 'hidden'>, start: number, end: number): boolean {
  // The first range that ends behind the start.
  let low = 0;
  let high = hidden.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hidden[middle * 2 + 1] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const next = hidden[low * 2];
  return next === undefined || next >= end;
}
