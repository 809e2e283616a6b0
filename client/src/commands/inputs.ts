import * as vscode from 'vscode';
import { withoutIcons, withoutLinks } from '../views/labels.ts';
import type { Reply, Step } from './questions.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly id: T;
}

/** Has one of several chosen from a list; undefined where the list was left. What they are called is text. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: vscode.QuickPickOptions,
): Promise<Item | undefined> {
  return (await vscode.window.showQuickPick(items.map(shownAs), options))?.of;
}

/** The same of several. */
export async function pickSome<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: vscode.QuickPickOptions,
): Promise<readonly Item[] | undefined> {
  const picked = await vscode.window.showQuickPick(items.map(shownAs), { ...options, canPickMany: true });
  return picked?.map(({ of }) => of);
}

/** Items that belong together in a list, and what they are called. */
export interface Group<Item> {
  readonly label: string;
  readonly items: readonly Item[];
}

/**
 * Has some of several items chosen, which are listed in groups and have a button that opens what each is about. Undefined
 * where the list was left.
 */
export function pickGrouped<Item extends vscode.QuickPickItem & { readonly opens: vscode.Uri }>(
  groups: readonly Group<Item>[],
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
): Promise<readonly Item[] | undefined> {
  type Listed = vscode.QuickPickItem & { readonly of?: Item };
  const button: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: 'Open Document',
  };
  const input = vscode.window.createQuickPick<Listed>();
  input.title = withoutIcons(title);
  input.placeholder = placeholder;
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.ignoreFocusOut = true;
  input.items = groups.flatMap(({ label, items }): Listed[] => [
    { label: withoutIcons(label), kind: vscode.QuickPickItemKind.Separator },
    ...items.map(item => ({ ...shownAs(item), buttons: [button] })),
  ]);
  input.selectedItems = input.items.filter(({ of }) => of?.picked === true);
  return new Promise<readonly Item[] | undefined>(resolve => {
    input.onDidTriggerItemButton(({ item: { of } }) => {
      if (of) void vscode.window.showTextDocument(of.opens, { preview: true, preserveFocus: true });
    });
    input.onDidAccept(() => resolve(input.selectedItems.flatMap(({ of }) => of ?? [])));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}

/** An item in whose words no icon is seen. */
function shownAs<Item extends vscode.QuickPickItem>(of: Item) {
  const { label, description, detail, picked } = of;
  return {
    label: withoutIcons(label),
    ...(description === undefined ? {} : { description: withoutIcons(description) }),
    ...(detail === undefined ? {} : { detail: withoutIcons(detail) }),
    ...(picked === undefined ? {} : { picked }),
    of,
  };
}

/** Asks for one of several; the chosen one is suggested. Gives its id. */
export function askOne<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: T,
): Promise<Reply<T>> {
  const items = choices.map(shownAs);
  const input = vscode.window.createQuickPick<(typeof items)[number]>();
  input.items = items;
  input.activeItems = items.filter(({ of }) => of.id === chosen);
  input.matchOnDetail = true;
  input.placeholder = placeholder;
  return show(input, step, () => input.activeItems[0]?.of.id);
}

/** Asks for one of several, or for other words: what is typed comes last, as it is. Gives the id of the chosen one, or the words. */
export function askAny(
  step: Step,
  placeholder: string,
  choices: readonly Choice<string>[],
): Promise<Reply<string>> {
  const input = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly of: Choice<string> }>();
  const items = choices.map(shownAs);
  input.items = items;
  input.matchOnDetail = true;
  input.placeholder = placeholder;
  input.onDidChangeValue(typed => {
    const words = typed.trim();
    const own = shownAs({ id: words, label: words, description: 'as typed' });
    input.items = words === '' ? items : [...items, { ...own, alwaysShow: true }];
  });
  return show(input, step, () => input.activeItems[0]?.of.id);
}

/**
 * Asks for some of several; the chosen ones are suggested. Gives their ids.
 * @param least how many are to be chosen at least
 */
export function askSome<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen: readonly T[],
  least = 1,
): Promise<Reply<readonly T[]>> {
  const items = choices.map(shownAs);
  const input = vscode.window.createQuickPick<(typeof items)[number]>();
  input.canSelectMany = true;
  input.items = items;
  input.selectedItems = items.filter(({ of }) => chosen.includes(of.id));
  input.placeholder = placeholder;
  return show(input, step, () => {
    const ids = input.selectedItems.map(({ of }) => of.id);
    return ids.length >= least ? ids : undefined;
  });
}

/**
 * Asks for a line of text.
 * @param complaint what is wrong with a text; undefined where nothing is
 * @param isAgain whether an answer was not taken: what is wrong is then said at once, and not only once something is typed
 */
export function askText(
  step: Step,
  prompt: string,
  value: string,
  complaint: (text: string) => string | undefined,
  isAgain = false,
): Promise<Reply<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  const validate = (): void => {
    const wrong = complaint(input.value);
    input.validationMessage = wrong === undefined ? undefined : withoutIcons(withoutLinks(wrong));
  };
  input.onDidChangeValue(validate);
  if (value !== '' || isAgain) validate();
  return show(input, step, () => {
    validate();
    return input.validationMessage === undefined ? input.value.trim() : undefined;
  });
}

/** Shows an input until it is answered, left, or gone back from. */
function show<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, number, total }: Step,
  answer: () => T | undefined,
): Promise<Reply<T>> {
  input.title = title;
  input.step = number;
  input.totalSteps = total;
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
