import { rangeOf, type Stated } from '../model/shape.ts';
import { idOf } from '../pages/subject.ts';
import { means, type Named, type NamedPlace } from '../program/named.ts';
import { writtenIn } from '../program/pointing.ts';
import type { Program } from '../program/program.ts';
import { citesKey, type RecordEntry } from '../program/record.ts';
import { peopleIn, type Use, usesInManifest } from '../program/uses.ts';
import { namedHere } from './at/namedHere.ts';
import { subjectsAt } from './at/subjectsAt.ts';
import type { Editing } from './editing.ts';

/** What names or cites one thing, in a whole program; the places are in no order. */
export interface References {
  /** Where its id is stated. */
  readonly stated: readonly NamedPlace[];
  /** What refers to it or cites it. */
  readonly places: readonly NamedPlace[];
  /**
   * The ids that stand for it in running text. The program has no texts, so where they stand is for those to say who can read
   * them (`saidIn`).
   */
  readonly ids: readonly string[];
  /** The full names or titles that stand for it there too (`phrasesIn`). */
  readonly called: Called;
}

type Called = Pick<Named, 'of' | 'phrases'>;

/** Nothing that running text calls by a full name or title. */
export const notCalled: Called = { of: 'record', phrases: [] };

/** The references to what is named or cited at an offset; undefined where nothing is. */
export function referencesAt(editing: Editing, offset: number): References | undefined {
  const { program } = editing;
  const subjects = subjectsAt(editing, offset)?.subjects;
  if (subjects)
    return {
      stated: [],
      places: subjects.flatMap(one => citationsOf(idOf(one), program)),
      ids: [],
      called: notCalled,
    };
  const named = namedHere(editing, offset)?.named;
  if (!named) return undefined;
  const { of } = named;
  const places = of === 'record' ? referencesTo(named, program) : usesOfOthers(named, of, program);
  return { stated: named.stated, places, ids: named.ids, called: named };
}

/** The citations of a criterion or group, by its key. */
function citationsOf(key: string, program: Program): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const entry of program.citing(key)) {
    const { satisfies, mentions } = entry.shape;
    for (const citations of [satisfies, mentions])
      for (const citation of citations)
        if (citesKey(entry, citation, key))
          places.push(placeIn(entry, { at: citation.at, text: citation.id }));
  }
  return places;
}

/** The places that refer to records under a key. */
export function referencesTo(named: Named, program: Program): readonly NamedPlace[] {
  return [...named.keys].flatMap(key =>
    [...program.references(key), ...program.innerReferences(key)].flatMap(([entry, references]) =>
      references
        .filter(reference =>
          means({ ...reference, of: 'record', text: reference.id, isStatement: false }, named, program),
        )
        .map(({ at, id: text }) => placeIn(entry, { at, text })),
    ),
  );
}

/** The places that name people or systems. */
function usesOfOthers(named: Named, of: 'person' | 'system', program: Program): readonly NamedPlace[] {
  const isMeant = (use: Use) => use.of === of && !use.isStatement && means(use, named, program);
  const { path: manifestPath = '', shape } = program.manifest ?? {};
  const places = (shape ? usesInManifest(shape) : [])
    .filter(isMeant)
    .map(({ at, text }): NamedPlace => ({ path: manifestPath, record: 0, at, text }));
  const sets = [...named.keys].map(words => program.naming(of, words)).filter(({ size }) => size > 0);
  // A copy of a large set takes as long as all the rest.
  const naming = sets.length > 1 ? new Set(sets.flatMap(set => [...set])) : (sets[0] ?? []);
  for (const entry of naming) {
    const written = writtenIn(entry);
    const stated = of === 'person' ? peopleIn(written) : written.systems;
    for (const one of stated) if (named.keys.has(one.text.toLowerCase())) places.push(placeIn(entry, one));
  }
  return places;
}

function placeIn({ path, index }: RecordEntry, { at, text }: Stated): NamedPlace {
  return { path, record: index, at, text };
}

/**
 * How often each document has one of the ids in its very case where its places are. A text in which it stands more often speaks
 * of it too.
 */
export function idsAtPlaces(
  { stated, places, ids }: Pick<References, 'stated' | 'places' | 'ids'>,
  program: Program,
): ReadonlyMap<string, number> {
  const starts = new Map<string, Set<number>>();
  for (const { path, record, at, text } of [...stated, ...places]) {
    const summary = ids.includes(text) ? program.summary(path) : undefined;
    if (!summary) continue;
    const { start, end } = rangeOf(summary, record, at);
    const quotes = end - start - text.length;
    // An alias names what is written elsewhere.
    if (quotes !== 0 && quotes !== 2) continue;
    const own = starts.get(path);
    if (own) own.add(start);
    else starts.set(path, new Set([start]));
  }
  return new Map([...starts].map(([path, own]) => [path, own.size]));
}
