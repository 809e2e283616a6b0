import { fileURLToPath } from 'node:url';
import { today } from '../generator/organisation.ts';
import { prepareDisk } from '../harness/disk.ts';
import { type Measure, type Result, repetitions, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { runNode } from '../harness/runNode.ts';

const command = fileURLToPath(new URL('../../server/dist/tickmark.cjs', import.meta.url));

/** `tickmark check` over a whole programme, in a new process and without a cache of its own. */
export const coldCheck: Measure = ({ documents, coldDisk }) =>
  documents.map((count): Result => {
    const folder = programmeFolder(count);
    const checks = Array.from({ length: repetitions }, () => {
      prepareDisk(folder, coldDisk);
      const { run, stdout } = runNode(
        [command, 'check', folder, '--format', 'json', '--today', today],
        folder,
      );
      return { run, ...countsIn(stdout) };
    });
    // The manifest is a document too.
    const incomplete = checks.find(check => check.documents !== count + 1);
    if (incomplete) throw new Error(`tickmark check read ${incomplete.documents} of ${count + 1} documents.`);
    const runs = checks.map(({ run }) => run);
    return { measure: 'cold check', subject, documents: count, runs, findings: checks[0]?.findings ?? 0 };
  });

/** How much a check read and found, from its JSON. @throws Error when that is not what it printed */
function countsIn(json: string): { documents: number; findings: number } {
  const output: unknown = JSON.parse(json);
  const findings = property(output, 'findings');
  const programmes = property(property(output, 'summary'), 'programmes');
  const documents = Array.isArray(programmes) ? property(programmes[0], 'documents') : undefined;
  if (!Array.isArray(findings) || typeof documents !== 'number') {
    throw new Error('tickmark check did not print what it read and found.');
  }
  return { documents, findings: findings.length };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
