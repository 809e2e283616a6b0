import type { Key } from '../../model/key.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { meaningOf, meaningOfSeverity } from '../../model/meanings.ts';
import { paragraph, prose } from '../../pages/page.ts';
import { nextId } from '../../rules/fixes/newId.ts';
import { type Editing, shapeAt } from '../editing.ts';
import { criteriaByState, descriptionOffers } from './criteria.ts';
import { recordDates } from './dates.ts';
import { type Offer, wordOffer } from './offer.ts';
import { listedReferences, personOffers, referenceOffers } from './records.ts';
import { windowOffers } from './windows.ts';

/**
 * The values that a key of a record may have, as far as they can be known: records, people, systems, windows, dates, and
 * the words that it allows or that are common there. None where any text may stand.
 * @param path the keys down to it
 */
export function recordValues(
  editing: Editing,
  kind: RecordKind,
  key: Key,
  path: readonly string[],
  offset: number,
): Offer[] {
  switch (key.type) {
    case 'reference':
      return referenceOffers(editing, key.refersTo, listedReferences(editing, key, offset));
    case 'person':
      return personOffers(editing);
    case 'boolean':
      return ['true', 'false'].map(word => wordOffer(word));
    case 'date':
      return recordDates(editing, path, offset);
    case 'window':
      return windowOffers(editing, offset);
    case 'id':
      return idOffers(editing, kind, offset);
    default:
      return key.names ? namedOffers(editing, key.names) : valueOffers(key, kind);
  }
}

function namedOffers(editing: Editing, names: NonNullable<Key['names']>): Offer[] {
  switch (names) {
    case 'system':
      return systemOffers(editing);
    case 'description criterion':
      return descriptionOffers();
    case 'gap':
      return [
        ...criteriaByState(editing, editing.program.catalog),
        ...referenceOffers(editing, 'control', new Set()),
      ];
  }
}

/** The systems that the manifest names. */
export function systemOffers({ program }: Editing): Offer[] {
  return (program.manifest?.shape.systems ?? []).map(({ id, name = '' }) => wordOffer(id, name));
}

/** The next id of those with which records of the kind are numbered. */
function idOffers(editing: Editing, kind: RecordKind, offset: number): Offer[] {
  const stated = shapeAt(editing, offset)?.id?.text;
  const others = [...editing.program.ofKind(kind)].filter(({ shape }) => shape.id?.text !== stated);
  const id = nextId(editing.program, kind, others);
  return id === undefined ? [] : [wordOffer(id, 'next free id')];
}

/** The words that a key allows, and those that are common there, each with what it means. */
export function valueOffers(
  { name, words = [], suggestions = [] }: Pick<Key, 'name' | 'words' | 'suggestions'>,
  kind?: RecordKind,
): Offer[] {
  return [...words, ...suggestions].map(word => meantOffer(word, meaningOf(name, word, kind)));
}

/** The severities that can be set for a rule, each with what it means. */
export function severityOffers(words: readonly string[]): Offer[] {
  return words.map(word => meantOffer(word, meaningOfSeverity(word)));
}

function meantOffer(word: string, meaning: string | undefined): Offer {
  return { ...wordOffer(word), documentation: meaning === undefined ? [] : [paragraph(...prose(meaning))] };
}
