import { recordAround } from '../../formats/recordAt.ts';
import { addKeyInOrder, setValue, writtenLike } from '../../formats/yamlEdits.ts';
import { keyOrder } from '../../model/keys.ts';
import type { PersonShape } from '../../model/shape.ts';
import { peopleNamed } from '../../program/people.ts';
import type { Program } from '../../program/program.ts';
import { ownEntry } from '../../yaml/lookup.ts';
import type { Fix, FixTarget } from '../rule.ts';
import { addEmptyKey } from './addEmptyKey.ts';

/** How many people are offered: of more a list helps nobody. */
const most = 5;

/**
 * The fixes that name an owner of the record of a finding: each of the manifest's people, those first who own most already,
 * and the key without a value, for somebody else.
 */
export function addOwner(target: FixTarget): readonly Fix[] {
  const { path, range, facts, program } = target;
  const record = recordAround(facts, range.start);
  if (!record) return [];
  const present = ownEntry(record.mapping, 'owner');
  const named = ownersIn(program).map((owner): Fix => {
    const value = writtenLike('', owner);
    const edit = present
      ? setValue(facts.text, present, value)
      : addKeyInOrder(facts.text, record.mapping, 'owner', value, keyOrder(record.kind));
    return { title: `Add owner: ${owner}`, edits: [{ path, ...edit }], preferred: false };
  });
  return [...named, ...addEmptyKey(target, 'owner')];
}

function ownersIn(program: Program): readonly string[] {
  const people = program.manifest?.shape.people ?? [];
  const counts = new Map<PersonShape, number>();
  for (const path of program.paths()) {
    for (const { shape } of program.records(path)) {
      const owners = peopleNamed(people, shape.values['owner']?.text ?? '');
      for (const person of owners) counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  const owned = (person: PersonShape) => counts.get(person) ?? 0;
  return people
    .toSorted((a, b) => owned(b) - owned(a))
    .slice(0, most)
    .map(({ id }) => id);
}
