import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickSome } from './inputs.ts';

/** Asks for the categories in scope, and edits the manifest to say so. The manifest is not saved. */
export async function chooseScope({ status, scopeEdit, apply }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ manifest }) => manifest !== undefined,
    'No program has a manifest. Run “Tickmark: Start a SOC 2 Program” to create one.',
  );
  if (program === undefined) return;
  const { name, root, categories } = program;
  if (categories.length === 0) {
    // Control objectives of a SOC 1 are often a mere list.
    throw new Error(
      'The catalogs of this report have no categories to choose from, so all of their criteria are in scope.',
    );
  }
  const items = categories.map(({ id, title, chosen }) => ({ label: title, picked: chosen, id }));
  const picked = await pickSome(items, {
    title: `Scope of ${name}`,
    placeHolder: 'Select the categories that the report covers',
  });
  if (picked === undefined) return;
  if (picked.length === 0)
    throw new Error('A report must cover at least one category. The scope was not changed.');

  const edit = await scopeEdit({ root, categories: picked.map(({ id }) => id) });
  if (edit === null || !(await apply(edit))) {
    throw new Error(
      'The manifest could not be edited, because it has changed meanwhile or has findings. Fix them, and run the command again.',
    );
  }
}
