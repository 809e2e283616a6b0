import * as vscode from 'vscode';
import type { ProgramStatus } from '../../../protocol/status.ts';
import type { CurrentStatus } from '../status.ts';
import { pickOne } from './inputs.ts';

/**
 * The program that a command is meant for, of those that fit: the one a person is at, the only one, or the one chosen
 * from a list. Undefined where the list was left.
 * @param unfit what to say, and what to do, where none fits
 * @throws {Error} saying so where none fits
 */
export async function chooseProgram(
  status: CurrentStatus,
  fits: (program: ProgramStatus) => boolean,
  unfit: string,
): Promise<ProgramStatus | undefined> {
  const fitting = status.programs.filter(fits);
  const [first] = fitting;
  if (first === undefined) throw new Error(unfit);
  const document = vscode.window.activeTextEditor?.document.uri;
  const here = document && status.programOf(document);
  if (here !== undefined && fits(here)) return here;
  if (fitting.length === 1) return first;
  const items = fitting.map(program => ({
    label: program.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(program.root)),
    program,
  }));
  const item = await pickOne(items, { title: 'Program' });
  return item?.program;
}
