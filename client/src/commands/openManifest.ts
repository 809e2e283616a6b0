import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';

/** Opens the manifest of the program, of several that of the one chosen. */
export async function openManifest({ status }: Session): Promise<void> {
  const unfit = 'No program has a manifest. Run “Tickmark: Start a SOC 2 Program” to create one.';
  const program = await chooseProgram(status, ({ manifest }) => manifest !== undefined, unfit);
  if (program?.manifest === undefined) return;
  await vscode.window.showTextDocument(vscode.Uri.parse(program.manifest), { preview: false });
}
