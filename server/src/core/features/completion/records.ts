import { recordAt } from '../../formats/recordAt.ts';
import type { Key } from '../../model/key.ts';
import { type RecordKind, recordKinds } from '../../model/kinds.ts';
import { paragraph } from '../../pages/page.ts';
import { nameOf } from '../../program/record.ts';
import type { Editing } from '../editing.ts';
import type { Offer } from './offer.ts';

/** The ids of records of a kind, or of any; those already listed come last. */
export function referenceOffers(
  { program }: Editing,
  kind: RecordKind | undefined,
  listed: ReadonlySet<string>,
): Offer[] {
  const asked = kind === undefined ? referableKinds : [kind];
  const records = asked.flatMap(one => program.referable(one));
  if (asked.length > 1) records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return records.map(({ id, entry }) => ({
    label: id,
    kind: 'record',
    detail: entry.shape.title ?? '',
    documentation: [paragraph(`${nameOf(entry)} in `, { text: entry.path, style: 'code' })],
    text: id,
    rank: listed.has(id) ? 2 : 0,
    words: entry.shape.title ?? '',
  }));
}

/** The kinds of what a reference of any kind may name. */
const referableKinds = recordKinds.filter(kind => kind !== 'document');

/** What the record names under a key already, what is at the cursor aside. */
export function listedReferences({ facts }: Editing, key: Key, offset: number): ReadonlySet<string> {
  const { shape, places } = facts.summary;
  const record = recordAt(facts, offset);
  const references = shape.records[record]?.references ?? [];
  const isHere = (at: number) =>
    (places[record]?.[2 * at] ?? 0) <= offset && offset <= (places[record]?.[2 * at + 1] ?? 0);
  return new Set(
    references.filter(({ key: name, at }) => name === key.name && !isHere(at)).map(({ id }) => id),
  );
}

/** The people that the manifest names. */
export function personOffers({ program }: Editing): Offer[] {
  return (program.manifest?.shape.people ?? []).map(({ id, name = '', role = '' }) => ({
    label: id,
    kind: 'person',
    detail: [name, role].filter(word => word !== '').join(', '),
    documentation: [],
    text: id,
    rank: 0,
    words: `${name} ${role}`,
  }));
}
