import * as vscode from 'vscode';
import { codeOf, replace } from './documents.ts';
import { press } from './press.ts';
import { session } from './tickmark.ts';
import { until } from './until.ts';

/** The most words that a person is shown on the way to a first program: ten minutes of reading. */
export const mostWords = 2000;

/** What a person writes into a control that was begun. */
export const controlWords: ReadonlyMap<string, string> = new Map([
  ['owner: \n', 'owner: people-lead\n'],
  [
    '[Describe who does what, when, and what it leaves behind]',
    'The people lead checks once a quarter what the policy asks for, and keeps a list of what was found.',
  ],
]);

/** The same of a policy. */
export const policyWords: ReadonlyMap<string, string> = new Map([
  ['owner: \n', 'owner: people-lead\n'],
  ['[Describe what the policy is for, and to whom and what it applies]', 'It applies to all staff.'],
  ['[List the rules: who must do what]', 'All staff treat customers and each other fairly.'],
  ['[Describe who may grant an exception, and for how long]', 'Nobody may grant an exception.'],
]);

/** Gives a command as a person does who takes what is suggested at each question. */
export async function takeSuggested(command: string, ...args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => {
    isDone = true;
  });
  await until(async () => {
    // Nothing happens where no question is shown.
    if (!isDone) await press('accept');
    return isDone;
  });
  await done;
}

/** Begins a record and fills it in: writes words for what is empty or a placeholder. Gives the text that was shown, saved. */
export async function write(command: string, words: ReadonlyMap<string, string>): Promise<string> {
  const before = vscode.window.activeTextEditor?.document.uri.toString();
  await takeSuggested(command);
  const { document } = await until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document.uri.toString() !== before && editor;
  });
  for (const [place, text] of words) await replace(document, place, text);
  await document.save();
  return document.getText();
}

/** The errors that the editor shows, a line each. */
export function errors(): string[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, found]) =>
      found
        .filter(
          ({ source, severity }) => source === 'tickmark' && severity === vscode.DiagnosticSeverity.Error,
        )
        .map(({ code, message }) => `${uri.path}: ${codeOf(code)}: ${message}`),
    );
}

/** Waits until the page that says what is next names what the program holds; gives all of the page's words. */
export async function whatNext(holds: string): Promise<string> {
  const { pageView } = await session();
  return until(() => {
    const page = pageView.page?.page === 'what-next' ? JSON.stringify(pageView.page.blocks) : '';
    return page.includes(holds) && page;
  });
}

/** How many words texts have. */
export function countWords(...texts: readonly string[]): number {
  return texts.join(' ').match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
