import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickOne } from './inputs.ts';

/** Asks which report of a program to answer for, in this session: tree, status bar and findings follow. */
export async function switchReport({ status, chooseReport }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ reports }) => reports.length > 1,
    'No program here has more than one report. Its manifest lists them under `reports`.',
  );
  if (program === undefined) return;
  const { name, root, report, reports } = program;
  const items = reports.map(({ id, words }) => ({
    label: words,
    description: id === report ? 'shown now' : '',
    id,
  }));
  const item = await pickOne(items, { title: `Report of ${name}` });
  if (item === undefined) return;
  if (!(await chooseReport({ root, report: item.id }))) {
    throw new Error(`The report ${item.id} is not in the manifest any more.`);
  }
}
