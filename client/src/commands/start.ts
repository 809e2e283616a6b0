import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { createFiles } from './createFile.ts';
import { dateOf } from './dates.ts';
import { askAll } from './questions.ts';
import { paramsOf, suggestedAnswers } from './startAnswers.ts';
import { startQuestions } from './startQuestions.ts';
import { whatNext } from './whatNext.ts';

/**
 * Asks what a first program needs, and creates its manifest: as an edit that can be undone, and never over another.
 * @param begin starts the server, or gives the running one
 */
export async function start(begin: () => Promise<Session>): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  for (const name of ['tickmark.yaml', 'tickmark.yml']) {
    const manifest = vscode.Uri.joinPath(folder.uri, name);
    if (!(await exists(manifest))) continue;
    await vscode.window.showTextDocument(manifest);
    throw new Error(`${folder.name} already has a manifest. Edit it to change what the report covers.`);
  }
  const looking = { location: vscode.ProgressLocation.Window, title: 'Tickmark: Looking for documents' };
  const { session, there } = await vscode.window.withProgress(looking, async () => {
    const session = await begin();
    return { session, there: await session.startFolder({ folder: folder.uri.toString() }) };
  });
  const suggested = suggestedAnswers(folder.name, there, dateOf(new Date()));
  const answers = await askAll('Start a SOC 2 Program', startQuestions(there), suggested);
  if (answers === undefined) return;

  const { uri, text, pages } = await session.newManifest(paramsOf(folder.uri.toString(), answers));
  const created = vscode.Uri.parse(uri);
  await createFiles([
    { uri: created, text },
    ...pages.map(page => ({ ...page, uri: vscode.Uri.parse(page.uri) })),
  ]);
  await session.show();
  await vscode.commands.executeCommand('tickmark.coverage.focus');
  await vscode.window.showTextDocument(created);
  await session.status.until(({ manifest }) => manifest !== undefined && isSame(manifest, created));
  await whatNext(session);
}

function isSame(uri: string, other: vscode.Uri): boolean {
  return vscode.Uri.parse(uri).toString() === other.toString();
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (first === undefined) {
    throw new Error('Open a folder for the control documentation, then run the command again.');
  }
  return others.length === 0 ? first : vscode.window.showWorkspaceFolderPick();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
