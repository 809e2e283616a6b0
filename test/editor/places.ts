import * as vscode from 'vscode';
import { rangeOf, uriOf } from './documents.ts';

/** What a provider of places gives: a place, or a link to one. */
type Place = vscode.Location | vscode.LocationLink;

/** Words of a document that an editor is asked about. */
export interface Asked {
  readonly document: vscode.TextDocument;
  /** The last character of the words. */
  readonly at: vscode.Position;
}

/** Finds words in a document, which opens without a tab: that is quicker. */
export async function wordsIn(path: string, words: string): Promise<Asked> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  return { document, at: rangeOf(document, words).end.translate(0, -1) };
}

/** Where the editor leads from words: a line each with the path below the workspace and the words there, sorted. */
export async function places(
  leads: 'Definition' | 'Declaration' | 'Implementation' | 'Reference',
  path: string,
  words: string,
): Promise<readonly string[]> {
  const { document, at } = await wordsIn(path, words);
  const found = await vscode.commands.executeCommand<Place[]>(
    `vscode.execute${leads}Provider`,
    document.uri,
    at,
  );
  const lines = await Promise.all(found.map(wordsAt));
  return [...new Set(lines)].sort();
}

async function wordsAt(place: Place): Promise<string> {
  const { uri, range } =
    'targetUri' in place
      ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange }
      : place;
  if (uri.scheme === 'tickmark') return `${uri.scheme}:${uri.path}`;
  const document = await vscode.workspace.openTextDocument(uri);
  return `${vscode.workspace.asRelativePath(uri)}: ${document.getText(range)}`;
}
