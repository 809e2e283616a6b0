import { forgetAll, forgetFacts } from '../harness/caches.ts';
import { check } from '../harness/check.ts';
import { dropPageCache, fillPageCache } from '../harness/disk.ts';
import { type Measure, type Result, subject } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';

/** `tickmark check` over a whole program, in a new process that knows nothing of it. */
export const coldCheck: Measure = ({ many, most, runs }) => [
  measured('cold check, nothing compiled', 300, runs, { forget: forgetAll }),
  ...[...new Set([300, 1_000, many])].map(documents =>
    measured('cold check', documents, runs, { forget: forgetFacts }),
  ),
  measured('cold check, --no-cache', 1_000, runs, { forget: forgetFacts, options: ['--no-cache'] }),
  ...(dropPageCache()
    ? [measured('cold check, cold disk', many, runs, { forget: forgetFacts, isDiskCold: true })]
    : []),
  ...(most === undefined ? [] : [measured('cold check', most, 1, { forget: forgetFacts })]),
];

interface How {
  readonly forget: () => void;
  readonly options?: readonly string[];
  readonly isDiskCold?: boolean;
}

function measured(
  measure: string,
  documents: number,
  times: number,
  { forget, options = [], isDiskCold = false }: How,
): Result {
  const checks = Array.from({ length: times }, () => {
    forget();
    if (isDiskCold) dropPageCache();
    else fillPageCache(programFolder(documents));
    return check(documents, ...options);
  });
  return {
    measure,
    subject,
    documents,
    runs: checks.map(({ run }) => run),
    findings: checks[0]?.findings ?? 0,
  };
}
