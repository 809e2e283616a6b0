// What records and the manifest name by an id: other records, people, and systems. Criteria are cited, which is another matter.
import { keysOf } from '../model/keys.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { ManifestShape, Place, RecordShape, Stated } from '../model/shape.ts';
import { append } from '../text/lists.ts';

/** A place that names something by an id. */
export interface Use {
  /** What its key asks for. */
  readonly of: 'record' | 'person' | 'system';
  /** Of a reference to a record, the kind that its key asks for; absent where any will do. */
  readonly kind?: RecordKind;
  readonly text: string;
  readonly at: Place;
  /** Whether it is the place that gives the thing its id, and not one that refers to it. */
  readonly isStatement: boolean;
}

/** What a record names, its own id first. */
export function usesIn(shape: RecordShape): readonly Use[] {
  const uses = [...recordsIn(shape)];
  for (const person of peopleIn(shape)) uses.push(use('person', person));
  for (const system of shape.systems) uses.push(use('system', system));
  return uses;
}

function recordsIn({ id, references, innerReferences = [] }: RecordShape): readonly Use[] {
  const referring = [...references, ...innerReferences].map(({ id: text, at, kind }): Use => {
    const reference = use('record', { text, at });
    return kind ? { ...reference, kind } : reference;
  });
  return id ? [use('record', id, true), ...referring] : referring;
}

/** What the manifest names: the people and systems that it states, and those that it refers to. */
export function usesInManifest({ people, systems, reports }: ManifestShape): readonly Use[] {
  return [
    ...people.map(({ id, at }) => use('person', { text: id, at }, true)),
    ...systems.flatMap(({ id, at, owner }) => [
      use('system', { text: id, at }, true),
      ...(owner ? [use('person', owner)] : []),
    ]),
    ...reports.flatMap(report => (report.systems?.names ?? []).map(system => use('system', system))),
  ];
}

function use(of: Use['of'], { text, at }: Stated, isStatement = false): Use {
  return { of, text, at, isStatement };
}

/** The people that a record names, as they are written. */
export function peopleIn({ kind, values, lists }: RecordShape): readonly Stated[] {
  const single: Readonly<Partial<Record<string, Stated>>> = values;
  const several: Readonly<Partial<Record<string, readonly Stated[]>>> | undefined = lists;
  const people: Stated[] = [];
  for (const key of personKeysOf(kind)) {
    const list = several?.[key];
    const one = single[key];
    if (list) append(people, list);
    else if (one) people.push(one);
  }
  return people;
}

const personKeys = new Map<RecordKind, readonly string[]>();

/** The keys of a kind that name people. */
function personKeysOf(kind: RecordKind): readonly string[] {
  let keys = personKeys.get(kind);
  if (!keys) {
    const all = [...keysOf(kind).values()].filter(({ type }) => type === 'person');
    personKeys.set(kind, (keys = [...new Set(all.map(({ name }) => name))]));
  }
  return keys;
}
