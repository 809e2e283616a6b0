import type { PersonShape } from '../model/shape.ts';

const indexes = new WeakMap<readonly PersonShape[], ReadonlyMap<string, readonly PersonShape[]>>();

/**
 * Whom a value names, among the people of a manifest: each who has it as id, name or role, in any case. Several may have one
 * role; nobody is named by a value that is none of these.
 */
export function peopleNamed(people: readonly PersonShape[], value: string): readonly PersonShape[] {
  const index = indexes.get(people) ?? indexOf(people);
  indexes.set(people, index);
  return index.get(value.toLowerCase()) ?? [];
}

/** Whom a value means: the id of the only one among the people who is called so, else what is written, in lower case. */
export function personIn(value: string, people: readonly PersonShape[]): string {
  const [only, ...others] = peopleNamed(people, value);
  return only && others.length === 0 ? only.id.toLowerCase() : value.toLowerCase();
}

function indexOf(people: readonly PersonShape[]): ReadonlyMap<string, readonly PersonShape[]> {
  const index = new Map<string, PersonShape[]>();
  for (const person of people) {
    const { id, name, role } = person;
    for (const word of new Set([id, name, role].map(one => one?.toLowerCase()))) {
      if (word === undefined) continue;
      const same = index.get(word);
      if (same) same.push(person);
      else index.set(word, [person]);
    }
  }
  return index;
}
