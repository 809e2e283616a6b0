import * as vscode from 'vscode';

/** An answer, the wish to go back to the question before, or undefined where everything was left. */
type Reply<T> = { readonly answer: T } | 'back' | undefined;

/** Where a question stands among others. */
export interface Step {
  readonly title: string;
  readonly number: number;
}

/** One of several questions. */
export interface Question<A> {
  /** Whether it makes sense after these answers. */
  readonly applies: (answers: A) => boolean;
  /** Asks, with what these answers hold as the suggestion, and gives what it adds to them. */
  readonly ask: (answers: A, step: Step) => Promise<Reply<Partial<A>>>;
}

/**
 * Asks one question after the other, with a way back.
 * @param answers what is suggested
 * @returns undefined where the questions were left
 */
export async function askAll<A>(
  title: string,
  questions: readonly Question<A>[],
  answers: A,
): Promise<A | undefined> {
  const asked: Question<A>[] = [];
  let left = questions;
  for (;;) {
    const question = left.find(({ applies }) => applies(answers));
    if (question === undefined) return answers;
    const reply = await question.ask(answers, { title, number: asked.length + 1 });
    if (reply === undefined) return undefined;
    if (reply === 'back') {
      const previous = asked.pop();
      left = previous === undefined ? questions : questions.slice(questions.indexOf(previous));
    } else {
      answers = { ...answers, ...reply.answer };
      asked.push(question);
      left = questions.slice(questions.indexOf(question) + 1);
    }
  }
}

/** What a reply adds to the answers, where it is an answer. */
export function answered<T, A>(reply: Reply<T>, added: (answer: T) => A): Reply<A> {
  return typeof reply === 'object' ? { answer: added(reply.answer) } : reply;
}

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
