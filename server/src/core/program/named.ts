// What an id stands for, and what else stands for the same.
import type { RecordKind } from '../model/kinds.ts';
import type { Place } from '../model/shape.ts';
import { peopleNamed } from './people.ts';
import { fullNamesOf, titleOf } from './phrases.ts';
import type { Program } from './program.ts';
import { namesOf, type RecordEntry } from './record.ts';
import { referenceKey } from './touched.ts';
import type { Use } from './uses.ts';

/** A place of a record, or (as record 0) of the manifest. */
export interface NamedPlace {
  readonly path: string;
  readonly record: number;
  readonly at: Place;
  /** What is written there, or for a record that is shown by its title or first line, ''. */
  readonly text: string;
}

/** What an id stands for; without `stated` nothing in the program has it. */
export interface Named {
  readonly of: Use['of'];
  /** The keys by which a use of the same sort may mean it: `referenceKey` of a record's, else in lower case. */
  readonly keys: ReadonlySet<string>;
  /** The ids that stand for it in running text, in their very case. */
  readonly ids: readonly string[];
  /** The full names or titles that stand for it in running text (see phrases.ts). */
  readonly phrases: readonly string[];
  /** Where its id is stated; of a record without an id, where that is shown. */
  readonly stated: readonly NamedPlace[];
  /** The records, where it is one or several. */
  readonly entries: ReadonlySet<RecordEntry>;
}

/** What a use names. A role can be that of several people, and an id that of several records. */
export function namedBy({ of, text, kind }: Pick<Use, 'of' | 'text' | 'kind'>, program: Program): Named {
  switch (of) {
    case 'record':
      return recordNamed(text, kind, program);
    case 'person':
      return personNamed(text, program);
    case 'system':
      return systemNamed(text, program);
  }
}

/** Whether a use means what was named. */
export function means(use: Use, named: Named, program: Program): boolean {
  const key = keyOf(use);
  if (use.of !== named.of || !named.keys.has(key)) return false;
  if (named.stated.length === 0) return true;
  if (use.isStatement) return named.ids.some(id => keyOf({ ...use, text: id }) === key);
  if (use.of !== 'record') return true;
  const meant = recordsNamed(use.text, use.kind, program);
  return meant.some(entry => named.entries.has(entry));
}

function keyOf({ of, text }: Pick<Use, 'of' | 'text'>): string {
  return of === 'record' ? referenceKey(text) : text.toLowerCase();
}

/**
 * The records that a reference means. Where some of them are of the kind that its key asks for, it means those; where some have
 * it as their id, and others as their file's name, it means the first.
 */
export function recordsNamed(
  text: string,
  kind: RecordKind | undefined,
  program: Program,
): readonly RecordEntry[] {
  const all = [...program.defining(text)];
  const ofKind = all.filter(({ shape }) => shape.kind === kind);
  const asked = ofKind.length > 0 ? ofKind : all;
  const key = referenceKey(text);
  const byId = asked.filter(({ shape: { id } }) => id && referenceKey(id.text) === key);
  return byId.length > 0 ? byId : asked;
}

function recordNamed(text: string, kind: RecordKind | undefined, program: Program): Named {
  const entries = recordsNamed(text, kind, program);
  return {
    of: 'record',
    keys: new Set([referenceKey(text), ...entries.flatMap(({ shape }) => namesOf(shape))]),
    ids: [...new Set(entries.flatMap(({ shape: { id } }) => (id ? [id.text] : [])))],
    phrases: entries.flatMap(entry => titleOf(program, entry) ?? []),
    stated: entries.map(({ path, index, shape: { at, id } }) => ({
      path,
      record: index,
      at,
      text: id?.text ?? '',
    })),
    entries: new Set(entries),
  };
}

function personNamed(text: string, program: Program): Named {
  const { path = '', shape } = program.manifest ?? {};
  const people = peopleNamed(shape?.people ?? [], text);
  const words = people.flatMap(({ id, name, role }) => [id, name, role].flatMap(word => word ?? []));
  return {
    of: 'person',
    keys: new Set([text, ...words].map(word => word.toLowerCase())),
    ids: people.map(({ id }) => id),
    phrases: fullNamesOf(program, text),
    stated: people.map(({ id, at }) => ({ path, record: 0, at, text: id })),
    entries: new Set(),
  };
}

function systemNamed(text: string, program: Program): Named {
  const { path = '', shape } = program.manifest ?? {};
  const key = text.toLowerCase();
  const systems = (shape?.systems ?? []).filter(({ id, name }) =>
    [id, name].some(word => word?.toLowerCase() === key),
  );
  const words = systems.flatMap(({ id, name }) => [id, name].flatMap(word => word ?? []));
  return {
    of: 'system',
    keys: new Set([text, ...words].map(word => word.toLowerCase())),
    ids: systems.map(({ id }) => id),
    phrases: [],
    stated: systems.map(({ id, at }) => ({ path, record: 0, at, text: id })),
    entries: new Set(),
  };
}
