import { nearest } from '../core/text/nearest.ts';

/** What was probably meant by a word that is none of the known ones, as a sentence with a blank before it; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}
