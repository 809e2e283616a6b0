import { includeGlobs } from '../../formats/documentation.ts';
import type { Program } from '../../program/program.ts';

/** Beside documents at the root lies what is about the repository, which is not to be read with them. */
const besideRoot = 'README.md';

/**
 * The globs for the manifest's `include` that have the pages read that look like documentation and are passed over: those
 * that cite criteria, or all where none does.
 */
export function passedOverGlobs({ passedOver }: Program): readonly string[] {
  const all = [...passedOver.keys()].sort();
  const citing = all.filter(path => passedOver.get(path)?.length !== 0);
  return includeGlobs(citing.length > 0 ? citing : all, [...all, besideRoot]);
}
