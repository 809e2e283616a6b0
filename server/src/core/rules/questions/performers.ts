import type { PersonShape, Stated } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { onePerson } from './onePerson.ts';

/** The only person who performs a control, and where the record names that person first. */
export interface Performer {
  readonly person: PersonShape;
  readonly stated: Stated;
}

/**
 * The only person whom a control names under `performedBy`, by id or name; undefined where it names several or nobody of the
 * manifest, a role or a team, or where a system performs it.
 */
export function onlyPerformer(program: Program, { shape }: RecordEntry): Performer | undefined {
  const [stated, ...others] = shape.lists?.['performedBy'] ?? [];
  if (!stated || shape.values['execution']?.text.toLowerCase() === 'automated') return undefined;
  const people = program.manifest?.shape.people ?? [];
  const person = onePerson(stated.text, people);
  const isAlone = others.every(({ text }) => onePerson(text, people) === person);
  return person && isAlone ? { person, stated } : undefined;
}

/** Whether a control is one that people perform now: it counts, and is not only planned. */
export function isPerformed({ shape: { kind, standing, values } }: RecordEntry): boolean {
  return kind === 'control' && standing === 'counts' && !/^planned$/i.test(values['status']?.text ?? '');
}
