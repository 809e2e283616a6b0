import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { countWords } from './countWords.ts';
import { pickOne } from './inputs.ts';

/** Says what the next preset of rules reports, and names it in the manifest if a person wants that. Nothing is saved. */
export async function nextPreset({ status, presetEdit, apply }: Session): Promise<void> {
  const program = await chooseProgram(
    status,
    ({ nextPreset }) => nextPreset !== undefined,
    'No program is ready for the next preset. It is offered when no error and no warning is left, and at least half of the criteria have a control.',
  );
  if (program?.nextPreset === undefined) return;
  const { root, name, nextPreset: preset, manifest } = program;
  const change = await presetEdit({ root, preset });
  const detail = change ? `It reports ${countWords(change.counts)} in the program as it is now.` : '';
  const items = [
    { label: `Change to ${preset}`, detail, isWanted: true },
    { label: 'Not now', detail: '', isWanted: false },
  ];
  const item = await pickOne(items, { title: `Next preset of ${name}` });
  if (item?.isWanted !== true) return;
  if (change === null || !(await apply(change.edit))) {
    throw new Error(
      'The manifest could not be edited, because it has changed meanwhile or has findings. Fix them, and run the command again.',
    );
  }
  if (manifest !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(manifest));
}
