import type { Stated } from '../../model/shape.ts';
import { personIn } from '../../program/people.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';

/** The only person who performs a control, and where the record names that person first. */
export interface Performer {
  /** Equal for the ids, names, and roles of one person. */
  readonly person: string;
  readonly stated: Stated;
}

/**
 * The only person whom a control names under `performedBy`; undefined where it names several, or nobody, or where a system
 * performs it.
 */
export function onlyPerformer(program: Program, { shape }: RecordEntry): Performer | undefined {
  const [stated, ...others] = shape.lists?.['performedBy'] ?? [];
  if (!stated || shape.values['execution']?.text.toLowerCase() === 'automated') return undefined;
  const people = program.manifest?.shape.people ?? [];
  const person = personIn(stated.text, people);
  return others.every(({ text }) => personIn(text, people) === person) ? { person, stated } : undefined;
}

/** Whether a control is one that people perform now: it counts, and is not only planned. */
export function isPerformed({ shape: { kind, standing, values } }: RecordEntry): boolean {
  return kind === 'control' && standing === 'counts' && !/^planned$/i.test(values['status']?.text ?? '');
}
