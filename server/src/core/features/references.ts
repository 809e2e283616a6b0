import { idOf } from '../pages/subject.ts';
import { means, type Named, type NamedPlace } from '../program/named.ts';
import { writtenIn } from '../program/pointing.ts';
import type { Program } from '../program/program.ts';
import { byPlace, cites, type RecordEntry } from '../program/record.ts';
import { type Use, usesIn, usesInManifest } from '../program/uses.ts';
import { nameAt } from './at/nameAt.ts';
import { subjectsAt } from './at/subjectsAt.ts';
import type { Editing } from './editing.ts';

/** What names or cites one thing, in a whole program. */
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
}

/** The references to what is named or cited at an offset; undefined where nothing is. */
export function referencesAt(editing: Editing, offset: number): References | undefined {
  const { program } = editing;
  const subjects = subjectsAt(editing, offset)?.subjects;
  if (subjects)
    return { stated: [], places: subjects.flatMap(one => citationsOf(idOf(one), program)), ids: [] };
  const named = nameAt(editing, offset)?.named;
  if (!named) return undefined;
  const places = named.of === 'record' ? referencesTo(named, program) : usesOf(named, program);
  return { stated: named.stated, places, ids: named.ids };
}

/** The citations of a criterion, by its key. */
function citationsOf(key: string, program: Program): readonly NamedPlace[] {
  return [...program.citing(key)].sort(byPlace).flatMap(entry => {
    const { satisfies, mentions } = entry.shape;
    const cited = [...satisfies, ...mentions].filter(citation => cites(entry, citation, key));
    return [...new Set(cited.map(({ at }) => at))].map(at => placeIn(entry, at));
  });
}

function referencesTo(named: Named, program: Program): readonly NamedPlace[] {
  const places = [...named.keys].flatMap(key =>
    [...program.references(key)].flatMap(([entry, references]) =>
      references
        .filter(reference =>
          means({ ...reference, of: 'record', text: reference.id, isStatement: false }, named, program),
        )
        .map(({ at }) => placeIn(entry, at)),
    ),
  );
  return places.sort(inOrder);
}

/** Who names people and systems is kept nowhere: every record is asked, which takes some milliseconds for ten thousand. */
function usesOf(named: Named, program: Program): readonly NamedPlace[] {
  const isMeant = (use: Use) => use.of === named.of && !use.isStatement && means(use, named, program);
  const { path: manifestPath = '', shape } = program.manifest ?? {};
  const places = (shape ? usesInManifest(shape) : [])
    .filter(isMeant)
    .map(({ at }): NamedPlace => ({ path: manifestPath, record: 0, at }));
  for (const path of program.paths()) {
    for (const entry of program.records(path)) {
      for (const use of usesIn(writtenIn(entry))) if (isMeant(use)) places.push(placeIn(entry, use.at));
    }
  }
  return places.sort(inOrder);
}

function placeIn({ path, index }: RecordEntry, at: NamedPlace['at']): NamedPlace {
  return { path, record: index, at };
}

function inOrder(a: NamedPlace, b: NamedPlace): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.record - b.record || a.at - b.at;
}
