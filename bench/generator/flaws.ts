import type { Random } from './random.ts';

/** What is wrong with a document on purpose, so that there is something to find. */
export type Flaw =
  | 'unknown criterion'
  | 'misspelled criterion'
  | 'criterion out of scope'
  | 'unknown reference'
  | 'vague statement'
  | 'no owner'
  | 'placeholder'
  | 'broken link'
  | 'broken anchor'
  | 'empty section';

const inProse: readonly Flaw[] = ['placeholder', 'broken link', 'broken anchor', 'empty section'];
const inMapping: readonly Flaw[] = [
  'unknown criterion',
  'misspelled criterion',
  'criterion out of scope',
  'no owner',
];
const inControl: readonly Flaw[] = ['unknown reference', 'vague statement'];

const possible = {
  control: [...inMapping, ...inControl, ...inProse],
  register: [...inMapping, ...inControl],
  policy: [...inMapping, ...inProse],
  procedure: [...inMapping, ...inProse],
  narrative: [...inMapping, ...inProse],
  evidence: ['unknown reference' as const, ...inProse],
};

/** Draws the flaws of one document: none to four different ones, two on average. */
export function drawFlaws(kind: keyof typeof possible, random: Random): readonly Flaw[] {
  return random.shuffled<Flaw>(possible[kind]).slice(0, random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4]));
}

/** Ids that look like criteria and never were any, not even in older numberings. */
export const unknownCriteria: readonly string[] = ['CC9.9', 'CC6.9', 'CC7.6', 'CC4.3', 'A1.4', 'C1.9'];
export const misspelledCriteria: readonly string[] = ['cc6.1', 'CC 7.2', 'cc8.1', 'CC 5.3', 'cc9.2'];
/** Criteria of the categories that the program does not choose. */
export const criteriaOutOfScope: readonly string[] = ['PI1.3', 'PI1.1', 'P4.2', 'P6.1'];
