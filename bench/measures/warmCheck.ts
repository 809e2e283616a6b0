import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, check } from '../harness/check.ts';
import { fillPageCache } from '../harness/disk.ts';
import { usual } from '../harness/documents.ts';
import type { Measure, Result } from '../harness/measure.ts';
import { subject } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';

const strategies = {
  'warm check, trusting times': 'metadata',
  'warm check, hashing all': 'content',
};

/** `tickmark check` over a program of which nothing, or one document, has changed since an earlier run. */
export const warmCheck: Measure = ({ many: documents, runs }) => {
  fillPageCache(programFolder(documents));
  // Twice, for of a file that has only just been written the first run cannot trust the times.
  check(documents);
  check(documents);
  const result = (measure: string, checkOnce: (run: number) => Checked): Result => {
    const checks = Array.from({ length: runs }, (_, run) => checkOnce(run));
    const findings = checks[0]?.findings ?? 0;
    return { measure, subject, documents, runs: checks.map(({ run }) => run), findings };
  };
  const page = join(programFolder(documents), usual('procedure', documents).path);
  const text = readFileSync(page, 'utf8');
  try {
    return [
      ...Object.entries(strategies).map(([measure, strategy]) =>
        result(measure, () => check(documents, '--cache-strategy', strategy)),
      ),
      result('warm check, one document changed', run => {
        writeFileSync(page, `${text}\nReviewed ${run + 1} times.\n`);
        return check(documents);
      }),
    ];
  } finally {
    writeFileSync(page, text);
  }
};
