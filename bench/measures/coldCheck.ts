import { type Checked, check } from '../harness/check.ts';
import { dropPageCache, fillPageCache } from '../harness/disk.ts';
import { type Measure, type Result, repeated, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { inScratch } from '../harness/scratch.ts';

/** `tickmark check` over a whole programme, in a new process that knows nothing of earlier ones. */
export const coldCheck: Measure = async ({ many, most, runs }) => [
  await measured('cold check', 300, runs),
  await measured('cold check', 1_000, runs),
  await measured('cold check', many, runs),
  await measured('cold check, --no-cache', many, runs, async () => check(many, '--no-cache')),
  ...(dropPageCache() ? [await measured('cold check, cold disk', many, runs, undefined, dropPageCache)] : []),
  ...(most === undefined ? [] : [await measured('cold check', most, 1)]),
];

async function measured(
  measure: string,
  documents: number,
  times: number,
  run: () => Promise<Checked> = () => inScratch(cache => check(documents, '--cache', cache)),
  prepareDisk: (folder: string) => void = fillPageCache,
): Promise<Result> {
  const folder = programmeFolder(documents);
  const checks = await repeated(times, () => {
    prepareDisk(folder);
    return run();
  });
  return {
    measure,
    subject,
    documents,
    runs: checks.map(({ run }) => run),
    findings: checks[0]?.findings ?? 0,
  };
}
