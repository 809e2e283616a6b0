import type { Heading } from './facts.ts';

const deepestHeading = 6;

/**
 * Where the section of each heading ends: where the next heading of its level or a higher one begins, else where the document
 * ends. Takes linear time.
 * @param headings in the order of the document
 * @param textEnd the length of the document
 * @returns an offset for each heading, in the same order
 */
export function sectionEnds(headings: readonly Heading[], textEnd: number): readonly number[] {
  /** Where a section of each level ends that begins before the heading being looked at. */
  const ends: number[] = [];
  return headings
    .toReversed()
    .map(({ level, start }) => {
      const end = ends[level] ?? textEnd;
      // It ends whatever is as deep or deeper.
      for (let deeper = level; deeper <= deepestHeading; deeper++) ends[deeper] = start;
      return end;
    })
    .reverse();
}
