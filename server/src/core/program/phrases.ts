// What stands for people and documents in running text beside their ids: full names and titles.
import type { RecordKind } from '../model/kinds.ts';
import { isPhrase, phraseKey } from '../text/phrases.ts';
import { peopleNamed } from './people.ts';
import type { Program } from './program.ts';
import type { RecordEntry } from './record.ts';

/** The records that are called by their titles. Those of others tell what one of many is about. */
const titled: ReadonlySet<RecordKind> = new Set(['policy', 'procedure', 'control']);

/** The full names that stand for a person alone, by the id or any other name of theirs. */
export function fullNamesOf(program: Program, person: string): readonly string[] {
  const people = program.manifest?.shape.people ?? [];
  return peopleNamed(people, person).flatMap(({ name }) =>
    name !== undefined && meantByPhrase(name, program)?.of === 'person' ? [name] : [],
  );
}

/** The title that stands for a record alone; undefined where it has none, or others have it. */
export function titleOf(program: Program, { shape: { title } }: RecordEntry): string | undefined {
  return title !== undefined && meantByPhrase(title, program)?.of === 'record' ? title : undefined;
}

/** What a full name or a title means: a person by their id, or a record. Undefined where it means none, or may mean several. */
export function meantByPhrase(
  words: string,
  program: Program,
):
  | { readonly of: 'person'; readonly id: string; readonly words: string }
  | { readonly of: 'record'; readonly entry: RecordEntry; readonly words: string }
  | undefined {
  const key = phraseKey(words);
  const { people = [], systems = [] } = program.manifest?.shape ?? {};
  if (systems.some(({ id, name }) => [id, name].some(one => one?.toLowerCase() === key))) return undefined;
  const [person, ...otherPeople] = peopleNamed(people, key);
  const [entry, ...others] = program.titled(key);
  if (otherPeople.length > 0 || others.length > 0 || (person && entry)) return undefined;
  if (person?.name?.toLowerCase() === key && isPhrase(person.name))
    return { of: 'person', id: person.id, words: person.name };
  const title = entry?.shape.title;
  if (!entry || title === undefined || !titled.has(entry.shape.kind) || !isPhrase(title)) return undefined;
  return { of: 'record', entry, words: title };
}
