import { check } from '../harness/check.ts';
import { fillPageCache } from '../harness/disk.ts';
import type { Measure, Result } from '../harness/measure.ts';
import { subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';

const strategies = {
  'warm check, trusting times': 'metadata',
  'warm check, hashing all': 'content',
};

/** `tickmark check` over a programme of which nothing has changed since an earlier run. */
export const warmCheck: Measure = ({ many: documents, runs }) => {
  fillPageCache(programmeFolder(documents));
  // Twice, for of a file that has only just been written the first run cannot trust the times.
  check(documents);
  check(documents);
  return Object.entries(strategies).map(([measure, strategy]): Result => {
    const checks = Array.from({ length: runs }, () => check(documents, '--cache-strategy', strategy));
    return {
      measure,
      subject,
      documents,
      runs: checks.map(({ run }) => run),
      findings: checks[0]?.findings ?? 0,
    };
  });
};
