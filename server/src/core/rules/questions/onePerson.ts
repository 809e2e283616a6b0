import type { PersonShape } from '../../model/shape.ts';
import { peopleNamed } from '../../program/people.ts';

/** What names several people, even where the manifest lists it as one. */
const team = /\b(?:teams?|groups?|departments?|committee|board|council)\b/i;

/**
 * The only person whom a value surely names: one of the people of the manifest, by id or name. Undefined for a role or a
 * team, which several people may have or be, and for whom the manifest does not name.
 */
export function onePerson(value: string, people: readonly PersonShape[]): PersonShape | undefined {
  const said = value.toLowerCase();
  const named = peopleNamed(people, value).filter(
    ({ id, name }) => id.toLowerCase() === said || name?.toLowerCase() === said,
  );
  return named.length === 1 && !team.test(value) ? named[0] : undefined;
}
