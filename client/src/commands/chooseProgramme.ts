import * as vscode from 'vscode';
import type { ProgrammeStatus } from '../protocol.ts';
import type { CurrentStatus } from '../status.ts';
import { pickOne } from './inputs.ts';

/**
 * The programme that a command is meant for, of those that fit: the one a person is at, the only one, or the one chosen
 * from a list. Undefined where the list was left.
 * @param unfit what to say, and what to do, where none fits
 * @throws {Error} saying so where none fits
 */
export async function chooseProgramme(
  status: CurrentStatus,
  fits: (programme: ProgrammeStatus) => boolean,
  unfit: string,
): Promise<ProgrammeStatus | undefined> {
  const fitting = status.programmes.filter(fits);
  const [first] = fitting;
  if (first === undefined) throw new Error(unfit);
  const document = vscode.window.activeTextEditor?.document.uri;
  const here = document && status.programmeOf(document);
  if (here !== undefined && fits(here)) return here;
  if (fitting.length === 1) return first;
  const items = fitting.map(programme => ({
    label: programme.name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(programme.root)),
    programme,
  }));
  const item = await pickOne(items, { title: 'Programme' });
  return item?.programme;
}
