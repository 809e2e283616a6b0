import type { Program } from '../../program/program.ts';

/** A control that carried out more policies than this would say nothing about any of them. */
const most = 3;

/**
 * The ids of the policies that the first control for a criterion is to carry out: those that count and cite the criterion,
 * while no control maps to it. In the order of their ids.
 * @param key of the criterion
 */
export function policiesCarriedOut(program: Program, key: string): readonly string[] {
  const { report } = program;
  if (program.coverage.stateOf(report, key).state !== 'documented') return [];
  const covering = program.coverage.covering(report, key);
  if (covering.some(({ as }) => as === 'control')) return [];
  const citing = new Set(
    covering.filter(({ bearing }) => bearing === 'document counts').map(({ entry }) => entry),
  );
  return program
    .referable('policy')
    .filter(({ entry }) => citing.has(entry))
    .slice(0, most)
    .map(({ id }) => id);
}
