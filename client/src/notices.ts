import { window } from 'vscode';
import { withoutLinks } from './views/labels.ts';

/** Tells what went wrong, and offers answers; gives the one chosen. The words may have been said by a document or a file. */
export async function tellError(words: string, ...answers: readonly string[]): Promise<string | undefined> {
  return window.showErrorMessage(withoutLinks(words), ...answers);
}

/** Tells what came of a command. */
export async function tell(words: string): Promise<void> {
  await window.showInformationMessage(withoutLinks(words));
}
