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
    const finished = Array.from({ length: repetitions }, () => {
      prepareDisk(folder, coldDisk);
      const { run, stdout } = runNode(
        [command, 'check', folder, '--format', 'json', '--today', today],
        folder,
      );
      return { run, findings: countFindings(stdout) };
    });
    const runs = finished.map(({ run }) => run);
    return { measure: 'cold check', subject, documents: count, runs, findings: finished[0]?.findings ?? 0 };
  });

function countFindings(json: string): number {
  const output: unknown = JSON.parse(json);
  if (
    typeof output === 'object' &&
    output !== null &&
    'findings' in output &&
    Array.isArray(output.findings)
  ) {
    return output.findings.length;
  }
  throw new Error('tickmark check printed no findings as JSON.');
}
