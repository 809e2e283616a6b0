import type { Catalog } from '../../catalog/catalog.ts';
import { isTsc } from '../../catalog/isTsc.ts';
import type { Key } from '../../model/key.ts';
import { kinds, type RecordKind } from '../../model/kinds.ts';
import { recordKeyAt } from '../at/keyAt.ts';
import { type Editing, shapeAt } from '../editing.ts';
import { descriptionOffers, pointOffers, satisfiable } from './criteria.ts';
import { begunIds } from './inProse.ts';
import { catalogOffers, keyOffers, ownKeys, valueOffers } from './keys.ts';
import { type Completion, type Offer, placed, wordOffer } from './offer.ts';
import { listedReferences, personOffers, referenceOffers } from './records.ts';
import type { YamlCursor } from './yamlCursor.ts';

/** What can be put where a cursor stands in the metadata of a record, as completions of that place. */
export function recordCompletions(editing: Editing, cursor: YamlCursor, offset: number): Completion[] {
  const kind = shapeAt(editing, offset)?.kind ?? editing.facts.role.folder;
  const { path, typing, item } = cursor;
  if (path.length === 0) {
    const keys = kind === undefined || (typing === 'value' && !item) ? [] : ownKeys(kind);
    return placed(editing, keyOffers(editing, cursor, keys), cursor);
  }
  if (path.length === 1 && path[0] === 'kind') {
    const words = Object.keys(kinds).filter(word => word !== 'manifest' && word !== 'document');
    return placed(
      editing,
      words.map(word => wordOffer(word)),
      cursor,
    );
  }
  const cited = kind && citedAt(editing, kind, path);
  if (cited === 'satisfies' && typing === 'key') return placed(editing, catalogOffers(editing), cursor);
  if (cited) {
    // A bare list means the TSC.
    const catalog = cited === 'satisfies' ? editing.program.catalog : cited;
    const begun = editing.facts.text.slice(cursor.start, offset);
    const offers = pointOffers(editing, catalog, begun) ?? satisfiable(editing, offset, catalog, begun);
    return placed(editing, offers, cursor);
  }
  const key = kind && recordKeyAt(kind, path);
  if (!key) return [];
  if (typing === 'key' || (item && key.keys))
    return placed(editing, keyOffers(editing, cursor, key.keys ?? []), cursor);
  const offers = recordValueOffers(editing, key, offset);
  return offers.length > 0 || key.type !== 'text'
    ? placed(editing, offers, cursor)
    : begunIds(editing, offset);
}

/** What kind of place of a citation a path names: a `satisfies` itself, or a catalog in it. */
function citedAt(
  { program: { catalogs } }: Editing,
  kind: RecordKind,
  path: readonly string[],
): 'satisfies' | Catalog | undefined {
  if (recordKeyAt(kind, path)?.type === 'citations') return 'satisfies';
  const name = path.at(-1) ?? '';
  if (recordKeyAt(kind, path.slice(0, -1))?.type !== 'citations') return undefined;
  return isTsc(name) ? catalogs.tsc : catalogs.named(name);
}

function recordValueOffers(editing: Editing, key: Key, offset: number): Offer[] {
  if (key.type === 'reference')
    return referenceOffers(editing, key.refersTo, listedReferences(editing, key, offset));
  if (key.type === 'person') return personOffers(editing);
  if (key.type === 'boolean') return ['true', 'false'].map(word => wordOffer(word));
  if (key.name === 'describes') return descriptionOffers();
  return valueOffers(key);
}
