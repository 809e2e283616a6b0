import * as vscode from 'vscode';
import type { Reply, Step } from './questions.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly id: T;
}

/** Asks for one of several; the chosen one is suggested. Gives its id. */
export function askOne<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: T,
): Promise<Reply<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.items = choices;
  input.activeItems = choices.filter(({ id }) => id === chosen);
  input.placeholder = placeholder;
  return show(input, step, () => input.activeItems[0]?.id);
}

/** Asks for some of several, at least one; the chosen ones are suggested. Gives their ids. */
export function askSome<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: readonly T[],
): Promise<Reply<readonly T[]>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.canSelectMany = true;
  input.items = choices;
  input.selectedItems = choices.filter(({ id }) => chosen.includes(id));
  input.placeholder = placeholder;
  return show(input, step, () => {
    const ids = input.selectedItems.map(({ id }) => id);
    return ids.length > 0 ? ids : undefined;
  });
}

/**
 * Asks for a line of text.
 * @param complaint what is wrong with a text; undefined where nothing is
 */
export function askText(
  step: Step,
  prompt: string,
  value: string,
  complaint: (text: string) => string | undefined,
): Promise<Reply<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  input.onDidChangeValue(text => {
    input.validationMessage = complaint(text);
  });
  return show(input, step, () => {
    input.validationMessage = complaint(input.value);
    return input.validationMessage === undefined ? input.value.trim() : undefined;
  });
}

/** Shows an input until it is answered, left, or gone back from. */
function show<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, number }: Step,
  answer: () => T | undefined,
): Promise<Reply<T>> {
  input.title = title;
  input.step = number;
  input.ignoreFocusOut = true;
  if (number > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Reply<T>>(resolve => {
    input.onDidAccept(() => {
      const given = answer();
      if (given !== undefined) resolve({ answer: given });
    });
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
