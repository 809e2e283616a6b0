import type { Catalog } from '../../catalog/catalog.ts';
import { isTsc } from '../../catalog/isTsc.ts';
import { kinds, type RecordKind } from '../../model/kinds.ts';
import { recordKeyAt } from '../at/keyAt.ts';
import { type Editing, shapeAt } from '../editing.ts';
import { pointOffers, satisfiable } from './criteria.ts';
import { begunIds } from './inProse.ts';
import { catalogOffers, expectedKeys, keyOffers, ownKeys } from './keys.ts';
import { type Completion, placed, wordOffer } from './offer.ts';
import { recordValues } from './values.ts';
import type { YamlCursor } from './yamlCursor.ts';

/**
 * What can be put where a cursor stands in the metadata of a record, as completions of that place; undefined where no record
 * is, and under a key of somebody else's.
 */
export function recordCompletions(
  editing: Editing,
  cursor: YamlCursor,
  offset: number,
): Completion[] | undefined {
  const kind = shapeAt(editing, offset)?.kind ?? editing.facts.role.folder;
  const { path, typing, item } = cursor;
  if (path.length === 0) {
    if (kind === undefined) return undefined;
    const keys = typing === 'value' && !item ? [] : ownKeys(kind);
    return placed(editing, keyOffers(editing, cursor, keys, expectedKeys(kind)), cursor);
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
  if (!key) return undefined;
  if (typing === 'key' || (item && key.keys))
    return placed(editing, keyOffers(editing, cursor, key.keys ?? []), cursor);
  const offers = recordValues(editing, kind, key, path, offset);
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
