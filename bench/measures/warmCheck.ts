import { check } from '../harness/check.ts';
import { fillPageCache } from '../harness/disk.ts';
import { type Measure, repeated, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { inScratch } from '../harness/scratch.ts';

const strategies = {
  'warm check, trusting times': 'metadata',
  'warm check, hashing all': 'content',
};

/** `tickmark check` over a programme of which nothing has changed since an earlier run. */
export const warmCheck: Measure = ({ many: documents, runs }) =>
  inScratch(async cache => {
    fillPageCache(programmeFolder(documents));
    // Twice, for of a file that has only just been written the first run cannot trust the times.
    await repeated(2, async () => check(documents, '--cache', cache));
    const results = [];
    for (const [measure, strategy] of Object.entries(strategies)) {
      const checks = await repeated(runs, async () =>
        check(documents, '--cache', cache, '--cache-strategy', strategy),
      );
      results.push({
        measure,
        subject,
        documents,
        runs: checks.map(({ run }) => run),
        findings: checks[0]?.findings ?? 0,
      });
    }
    return results;
  });
