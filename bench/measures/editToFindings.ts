import { fileURLToPath } from 'node:url';
import { fillPageCache } from '../harness/disk.ts';
import { type Measure, type Result, subject } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { runNode } from '../harness/runNode.ts';

const probe = fileURLToPath(new URL('../harness/editProbe.ts', import.meta.url));

/** From a new text of a document of about 5.5 KB to its findings, in the engine, among so many documents. */
export const editToFindings: Measure = ({ many }) =>
  [100, many].flatMap((count): Result[] => {
    const folder = programmeFolder(count);
    fillPageCache(folder);
    const { stdout } = runNode([probe, folder], folder);
    return Object.entries(millisecondsIn(stdout)).map(([edit, milliseconds]) => ({
      measure: `edit to findings: ${edit}`,
      subject,
      documents: count,
      runs: milliseconds.map(value => ({ value })),
    }));
  });

function millisecondsIn(json: string): Readonly<Record<string, readonly number[]>> {
  const output: unknown = JSON.parse(json);
  if (typeof output !== 'object' || output === null) throw new Error('The edits were not measured.');
  return Object.fromEntries(
    Object.entries(output).map(([edit, list]) => [edit, Array.isArray(list) ? list.map(Number) : []]),
  );
}
