import { fileURLToPath } from 'node:url';
import { fillPageCache } from '../harness/disk.ts';
import { type Measure, type Result, subject } from '../harness/measure.ts';
import { programFolder } from '../harness/program.ts';
import { runNode } from '../harness/runNode.ts';

const probe = fileURLToPath(new URL('../harness/editProbe.ts', import.meta.url));

/** What the probe prints of each edit. */
interface Edited {
  readonly milliseconds: number;
  readonly work: number;
}

/** From a new text of a document of about 5.5 KB to its findings, in the engine, among so many documents. */
export const editToFindings: Measure = ({ many }) =>
  [100, many].flatMap((documents): Result[] => {
    const folder = programFolder(documents);
    fillPageCache(folder);
    const { stdout } = runNode([probe, String(documents)], folder);
    const edits: Readonly<Record<string, readonly Edited[]>> = JSON.parse(stdout);
    return Object.entries(edits).flatMap(([kind, runs]): Result[] => [
      {
        measure: `edit to findings: ${kind}`,
        subject,
        documents,
        runs: runs.map(({ milliseconds }) => ({ value: milliseconds })),
      },
      {
        measure: `work of an edit: ${kind}`,
        subject,
        documents,
        unit: 'steps',
        runs: runs.map(({ work }) => ({ value: work })),
      },
    ]);
  });
