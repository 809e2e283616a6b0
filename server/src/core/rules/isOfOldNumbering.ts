import { isOldNumbering } from '../catalogue/meaning.ts';
import type { CitationFact } from '../formats/facts.ts';

/** Criteria whose numbers neither 2014 nor 2016 had. */
const onlyNew = /^(?:CC1\.5|CC3\.4|CC4\.2|CC6\.[3-8]|CC7\.5|CC8\.1|CC9\.[12])$/;

/**
 * Whether a document is written in the numbering of 2014 and 2016: it cites numbers that only those had, and none that came
 * with 2017. One that has both is of today, with some wrong numbers in it.
 */
export function isOfOldNumbering(citations: readonly CitationFact[]): boolean {
  return citations.some(({ id }) => isOldNumbering(id)) && !citations.some(({ id }) => onlyNew.test(id));
}
