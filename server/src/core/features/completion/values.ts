import { writtenLike } from '../../formats/yamlEdits.ts';
import type { Key } from '../../model/key.ts';
import { type RecordKind, recordKinds } from '../../model/kinds.ts';
import { meaningOf, meaningOfSeverity } from '../../model/meanings.ts';
import { paragraph, prose } from '../../pages/page.ts';
import { nextId } from '../../rules/fixes/newId.ts';
import { type Editing, shapeAt } from '../editing.ts';
import { criteriaByState, descriptionOffers } from './criteria.ts';
import { recordDates } from './dates.ts';
import { neighborsOf } from './neighbors.ts';
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
      return byNeighbors(editing, key, offset);
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
      if (key.name === 'tags') return tagOffers(editing, offset);
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

/**
 * The records that a key may name. In evidence, the controls that no evidence names come first. Those that records beside this
 * one name most often follow.
 */
function byNeighbors(editing: Editing, key: Key, offset: number): Offer[] {
  const { program } = editing;
  const isOfEvidence = shapeAt(editing, offset)?.kind === 'evidence' && key.name === 'controls';
  const isNamed = (id: string) => [...program.referring(id)].some(({ shape }) => shape.kind === 'evidence');
  const named = neighborsOf(editing, ({ references }) =>
    references.flatMap(reference => (reference.key === key.name ? reference.id.toLowerCase() : [])),
  );
  const count = ({ label }: Offer) => named.get(label.toLowerCase()) ?? 0;
  const offers = referenceOffers(editing, key.refersTo, listedReferences(editing, key, offset));
  const ranked = offers.map(offer =>
    isOfEvidence && offer.rank === 0 && isNamed(offer.label) ? { ...offer, rank: 1 } : offer,
  );
  return named.size === 0 ? ranked : ranked.sort((a, b) => a.rank - b.rank || count(b) - count(a));
}

/** The words by which other records are sorted, those that most have first. */
function tagOffers(editing: Editing, offset: number): Offer[] {
  const own = shapeAt(editing, offset)?.tags ?? [];
  const counts = new Map<string, number>();
  for (const kind of recordKinds)
    for (const { shape } of editing.program.ofKind(kind))
      for (const tag of shape.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  // What is being typed is a tag of this record already.
  for (const tag of own) if (counts.get(tag) === 1) counts.delete(tag);
  const tags = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return tags.map(([tag]) => ({ ...wordOffer(tag), text: writtenLike('', tag) }));
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
