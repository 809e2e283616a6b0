import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickOne } from './inputs.ts';

/** Asks which report of a program to answer for, in this session: tree, status bar and findings follow. */
export async function switchReport({ status, chooseReport }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ reports }) => reports.length > 1,
    'No program has more than one report. The manifest lists reports under `reports`.',
  );
  if (program === undefined) return;
  const { name, root, report, reports } = program;
  const items = reports.map(({ id, words }) => ({
    label: words,
    description: id === report ? 'current' : '',
    id,
  }));
  const item = await pickOne(items, { title: `Report of ${name}` });
  if (item === undefined) return;
  if (!(await chooseReport({ root, report: item.id }))) {
    throw new Error(`The report ${item.id} is no longer in the manifest.`);
  }
}
