import type { Catalog } from '../../catalog/catalog.ts';
import { isOldNumbering, isPrivacyPrinciple } from '../../catalog/meaning.ts';
import type { CitationFact } from '../../formats/facts.ts';

/** Criteria whose numbers neither 2014 nor 2016 had. */
const onlyNew = /^(?:CC1\.5|CC3\.4|CC4\.2|CC6\.[3-8]|CC7\.5|CC8\.1|CC9\.[12])$/;

/** The numbers of the Generally Accepted Privacy Principles; alone they could be PCI DSS's or a clause's ... */
const likePrivacyPrinciple = /^(?:10|[1-9])\.(?:1\.[0-2]|2\.(?:[1-9]|1[01]))$/;
/** ... but nobody else begins to count at nought. */
const onlyPrivacyPrinciple = /^(?:10|[1-9])\.1\.0$/;

/** What a document cites of numberings that are gone, in order. */
export interface OldNumbers {
  /** Numbers of 2014 and 2016; none where the document also cites what came with 2017: that is of today, with mistakes. */
  readonly criteria: readonly CitationFact[];
  /** Numbers of the Generally Accepted Privacy Principles. */
  readonly privacy: readonly CitationFact[];
}

/** The citations for which the whole document is to be mapped anew: that is said once, and not of each. */
export function oldNumbersIn(citations: readonly CitationFact[], catalog: Catalog): OldNumbers {
  const strange = citations.filter(({ id }) => !catalog.criterion(id));
  if (strange.length === 0) return { criteria: strange, privacy: strange };
  const isOfToday = citations.some(({ id }) => onlyNew.test(id));
  const isPrivacy = strange.some(({ id }) => onlyPrivacyPrinciple.test(id));
  return {
    criteria: isOfToday ? [] : strange.filter(({ id }) => isOldNumbering(id)),
    privacy: strange.filter(
      ({ id }) => isPrivacyPrinciple(id) || (isPrivacy && likePrivacyPrinciple.test(id)),
    ),
  };
}
