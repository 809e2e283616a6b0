import { editDistance, isSwapped } from './distance.ts';

/**
 * The candidate that a mistyped word most likely meant, or nothing when none is near: at most a third of the word's
 * letters may differ, case ignored; two neighboring letters that changed places count as one. Of equally near ones the
 * first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const known = candidate.toLowerCase();
    const distance = isSwapped(wanted, known) ? 1 : editDistance(wanted, known);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
