import type { Window } from './states.ts';

/**
 * The types of evidence that a window lacks, as far as it asks for types.
 * @param systems those for which evidence is added; none for all
 */
export function typesMissing(
  { cells }: Pick<Window, 'cells'>,
  systems: readonly string[] = [],
): readonly string[] {
  const isOf = (system: string | undefined) =>
    system === undefined || systems.length === 0 || systems.includes(system);
  const types = cells.flatMap(cell =>
    !cell.isFilled && isOf(cell.system) && cell.expects !== undefined ? [cell.expects] : [],
  );
  return [...new Set(types)];
}
