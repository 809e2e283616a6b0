import type { Programme } from '../../programme/programme.ts';
import type { Report } from '../rule.ts';

/** Reports what is wrong with these codes in the files of catalogues and mappings, in the words of their reader. */
export function reportProblems(
  { catalogueFiles }: Programme,
  isMeant: (code: string) => boolean,
  report: Report,
): void {
  for (const [path, problems] of catalogueFiles.problems) {
    for (const { start, end, code, message } of problems.slice(0, mostProblems)) {
      if (isMeant(code)) report({ path, start, end }, { problem: message });
    }
  }
}

/** Of more in one file a list helps nobody: one slip can make all that follows it wrong. */
const mostProblems = 100;
