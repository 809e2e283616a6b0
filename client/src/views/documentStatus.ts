import * as vscode from 'vscode';
import type { DocumentStanding } from '../../../protocol/documentStanding.ts';
import type { CurrentStatus } from '../status.ts';
import { withoutIcons, withoutLinks } from './labels.ts';

/** Shows beside the language of the active editor as what its document is read, or why it is not. */
export function showDocumentStatus(
  status: CurrentStatus,
  selector: vscode.DocumentSelector,
  ask: (document: vscode.Uri) => Promise<DocumentStanding>,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('tickmark.document', selector);
  item.name = 'Tickmark';
  let asked = 0;
  const draw = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    item.busy = status.indexing;
    if (document === undefined || vscode.languages.match(selector, document) === 0) return;
    const mine = ++asked;
    const standing = await ask(document.uri);
    if (mine === asked) show(item, standing, status.programOf(document.uri)?.manifest !== undefined);
  };
  void draw();
  return vscode.Disposable.from(
    item,
    status.onDidChange(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
  );
}

function show(
  item: vscode.LanguageStatusItem,
  { words, detail, isRead, root }: DocumentStanding,
  hasManifest: boolean,
): void {
  item.text = plain(words);
  item.detail = plain(detail);
  if (root !== undefined && isRead) item.command = { command: 'tickmark.showDashboard', title: 'Dashboard' };
  else if (hasManifest) item.command = { command: 'tickmark.openManifest', title: 'Manifest' };
  else item.command = undefined;
}

/** Both an icon and a link would be drawn there. */
function plain(text: string): string {
  return withoutLinks(withoutIcons(text));
}
