import { mostProblems } from '../../../catalog/readers/problem.ts';
import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Program } from '../../../program/program.ts';
import { problemArgs } from '../../questions/problemArgs.ts';
import type { Fix, FixTarget, Report } from '../../rule.ts';

/** Reports the problems with these codes in the files of catalogs and mappings, in the words of their reader. */
export function reportProblems(
  { catalogFiles }: Program,
  isMeant: (code: string) => boolean,
  report: Report,
): void {
  for (const [path, problems] of catalogFiles.problems) {
    for (const { start, end, meant, ...problem } of problems.slice(0, mostProblems)) {
      const args = { ...problemArgs(problem), ...(meant === undefined ? {} : { meant }) };
      if (isMeant(problem.code)) report({ path, start, end }, args);
    }
  }
}

/** The fix that writes what was probably meant, if that is known. */
export function meantFix({ path, range, facts, args: { meant } }: FixTarget): readonly Fix[] {
  if (meant === undefined) return [];
  const text = writtenLike(facts.text.slice(range.start, range.end), meant);
  return [{ title: `Write ${meant}`, edits: [{ path, ...range, text }], preferred: true }];
}
