import { check } from '../harness/check.ts';
import { dropPageCache, fillPageCache } from '../harness/disk.ts';
import { type Measure, type Result, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';

/** `tickmark check` over a whole programme, in a new process and without a cache of its own. */
export const coldCheck: Measure = ({ many, most, runs }) => [
  coldChecked('cold check', 300, runs, fillPageCache),
  coldChecked('cold check', 1_000, runs, fillPageCache),
  coldChecked('cold check', many, runs, fillPageCache),
  ...(dropPageCache() ? [coldChecked('cold check, cold disk', many, runs, dropPageCache)] : []),
  ...(most === undefined ? [] : [coldChecked('cold check', most, 1, fillPageCache)]),
];

function coldChecked(
  measure: string,
  documents: number,
  times: number,
  prepareDisk: (folder: string) => void,
): Result {
  const checks = Array.from({ length: times }, () => {
    prepareDisk(programmeFolder(documents));
    return check(documents);
  });
  return {
    measure,
    subject,
    documents,
    runs: checks.map(({ run }) => run),
    findings: checks[0]?.findings ?? 0,
  };
}
