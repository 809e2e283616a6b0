import { writtenLike } from '../../formats/yamlEdits.ts';
import { manifestKeyAt, manifestKeysIn } from '../../model/manifestKeys.ts';
import { setsRule } from '../../rules/running/keysOfRules.ts';
import { keysWithRules } from '../../rules/running/ruleKeys.ts';
import type { Editing } from '../editing.ts';
import { foundByWords } from './byWords.ts';
import { criterionOffers } from './criteria.ts';
import { manifestDates } from './dates.ts';
import { keyOffers } from './keys.ts';
import { type Offer, wordOffer } from './offer.ts';
import { personOffers } from './records.ts';
import { severityOffers, systemOffers, valueOffers } from './values.ts';
import type { YamlCursor } from './yamlCursor.ts';

/** What can be put where a cursor stands in the manifest; undefined under a key of somebody else's. */
export function manifestOffers(editing: Editing, cursor: YamlCursor, offset: number): Offer[] | undefined {
  const key = manifestKeyAt(cursor.path, keysWithRules);
  if (cursor.typing === 'key') return keyOffers(editing, cursor, manifestKeysIn(cursor.path, keysWithRules));
  if (!key) return undefined;
  if (cursor.item && key.keys) return keyOffers(editing, cursor, key.keys);
  const { catalogs, report } = editing.program;
  if (key.refersTo === 'criterion') {
    const measured = report.catalogs.flatMap(name => catalogs.named(name) ?? []);
    const typed = editing.facts.text.slice(cursor.start, offset);
    return measured.flatMap(catalog =>
      criterionOffers(editing, catalog, foundByWords(catalog, typed), () => 0),
    );
  }
  if (key.refersTo === 'category') {
    const categories = catalogs.all.flatMap(catalog => catalog.categories);
    return categories.map(({ id, title }) => wordOffer(id, title));
  }
  if (key.refersTo === 'catalog')
    return catalogs.all.map(({ name, title }) => wordOffer(writtenLike('', name), title));
  if (key.refersTo === 'system') return systemOffers(editing);
  if (key.refersTo === 'person') return personOffers(editing);
  if (key.type === 'date') return manifestDates(editing, key.name);
  return setsRule(cursor.path, key) ? severityOffers(key.words ?? []) : valueOffers(key);
}
