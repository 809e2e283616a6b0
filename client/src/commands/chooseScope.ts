import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickSome } from './inputs.ts';

/** Asks for the categories in scope, and edits the manifest to say so. The manifest is not saved. */
export async function chooseScope({ status, scopeEdit }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ manifest }) => manifest !== undefined,
    'No program here has a manifest. Start one with “Tickmark: Start a SOC 2 Program”.',
  );
  if (program === undefined) return;
  const { name, root, categories } = program;
  if (categories.length === 0) {
    // Control objectives of a SOC 1 are often a mere list.
    throw new Error(
      'What the report is measured against has no categories to choose: all of it is in scope.',
    );
  }
  const items = categories.map(({ id, title, chosen }) => ({ label: title, picked: chosen, id }));
  const picked = await pickSome(items, {
    title: `Scope of ${name}`,
    placeHolder: 'Categories that the report covers',
  });
  if (picked === undefined) return;
  if (picked.length === 0) throw new Error('A report covers at least one category. Nothing was changed.');

  const edit = await scopeEdit({ root, categories: picked.map(({ id }) => id) });
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit))) {
    throw new Error('The manifest could not be edited. Open it, mend what is reported in it, and try again.');
  }
}
