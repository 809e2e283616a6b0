// The circumstances in which some points of the Trust Services Criteria apply: no category brings them into scope.

/** In words that follow the point, by the value of `only`. COSO principle 6 tells five kinds of objectives apart. */
const words: ReadonlyMap<string, string> = new Map([
  ['system', 'for an engagement about a system'],
  ['goods', 'where goods are made or delivered'],
  ['operations-objectives', 'where there are operations objectives'],
  ['external-financial-reporting-objectives', 'where there are objectives of external financial reporting'],
  ['external-nonfinancial-reporting-objectives', 'where there are objectives of other external reporting'],
  ['internal-reporting-objectives', 'where there are objectives of internal reporting'],
  ['compliance-objectives', 'where there are compliance objectives'],
]);

/**
 * A circumstance in words: *where goods are made or delivered*.
 * @param only what a point says; a category, or a circumstance of somebody's own catalog, is returned as it is
 */
export function circumstance(only: string): string {
  return words.get(only) ?? only;
}
