/**
 * How long documents are, in UTF-16 code units, by rank: half of them are shorter than 4.6 KB, nine in ten shorter than
 * 20 KB, which is what real policy repositories measure. Records of evidence make the short end, policies the long one.
 */
const knots: readonly (readonly [rank: number, size: number])[] = [
  [0, 700],
  [0.25, 1_300],
  [0.5, 4_600],
  [0.8, 5_900],
  [0.9, 20_000],
  [0.99, 23_000],
  [1, 48_000],
];

/** The size at a rank from 0 (the shortest) to 1 (the longest): geometric between the knots. */
export function sizeAtRank(rank: number): number {
  let [low, least] = [0, 0];
  for (const [high, most] of knots) {
    if (rank <= high && high > low)
      return Math.round(least * (most / least) ** ((rank - low) / (high - low)));
    [low, least] = [high, most];
  }
  return least;
}
