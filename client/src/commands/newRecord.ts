import * as vscode from 'vscode';
import type { CreatedRecord, NewRecordAnswers, NewRecordQuestion } from '../../../protocol/newRecord.ts';
import type { Position } from '../../../protocol/place.ts';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { createFile } from './createFile.ts';
import { askAny, askOne, askText } from './inputs.ts';
import { listItem } from './listItems.ts';
import type { Reply, Step } from './questions.ts';
import { askRecord, complaintAbout } from './recordQuestions.ts';

/** Where a new record is to lie, and what is known of it. */
interface Begun {
  readonly root: string;
  readonly folder?: string;
  readonly answers: NewRecordAnswers;
}

/**
 * Asks what a new record needs, creates it as the server says, and opens it where typing begins.
 * @param kind the kind of record; undefined to ask for it
 * @param argument what the command is given: a folder or file of the explorer, a node of the tree, or what a fix knows
 */
export async function newRecord(
  session: Session,
  kind: string | undefined,
  argument: unknown,
): Promise<void> {
  const begun = await begunBy(session, kind, argument);
  if (begun === undefined) return;
  const answers = kind === undefined ? begun.answers : { ...begun.answers, kind };
  const { root, folder } = begun;
  const place = folder === undefined ? { root } : { root, folder };
  const record = await askRecord<NewRecordAnswers, NewRecordQuestion, CreatedRecord>(
    given => session.newRecord({ ...place, answers: given }),
    askQuestion,
    answers,
  );
  if (record === undefined) return;
  await createFile(vscode.Uri.parse(record.uri), record.text);
  await openRecord(record);
}

/**
 * Asks what a task needs that is to close the gap of a node of a tree: by its title, who does it, and by when.
 * @throws {Error} where the node has no gap
 */
export async function planRemediation(session: Session, node: unknown): Promise<void> {
  const { remedy } = fieldsOf(node);
  if (givenIn(remedy) === undefined) {
    throw new Error('Choose a criterion, a control, or a window with a gap in the views of Tickmark.');
  }
  await newRecord(session, 'task', remedy);
}

async function begunBy(
  session: Session,
  kind: string | undefined,
  argument: unknown,
): Promise<Begun | undefined> {
  const { status } = session;
  if (argument instanceof vscode.Uri) {
    const folder = await folderOf(argument);
    const program = status.programOf(vscode.Uri.joinPath(folder, 'record'));
    if (program === undefined) throw new Error('This folder is in no SOC 2 program.');
    return { root: program.root, folder: folder.toString(), answers: {} };
  }
  const given = givenIn(argument);
  if (given !== undefined) return given;
  const unfit = 'No SOC 2 program found. Run “Tickmark: Start a SOC 2 Program” to create one.';
  const program = await chooseProgram(status, () => true, unfit);
  if (program === undefined) return undefined;
  const criterion = kind === 'control' ? await criterionAtCursor(session, program.root) : undefined;
  return { root: program.root, answers: criterion === undefined ? {} : { criterion } };
}

/** The criterion that is cited at the cursor of the active editor, if it is one of a program. */
async function criterionAtCursor({ pages }: Session, root: string): Promise<string | undefined> {
  const { here } = await pages(root, vscode.window.activeTextEditor);
  return here?.kind === 'criterion' ? here.page : undefined;
}

/** A folder of the explorer, or that of a file in it. */
async function folderOf(uri: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return type & vscode.FileType.Directory ? uri : vscode.Uri.joinPath(uri, '..');
}

/** A fix gives the program and answers; a node of the tree has the page of what it shows. */
function givenIn(argument: unknown): Begun | undefined {
  const { root, answers, page } = fieldsOf(argument);
  const { root: pageRoot, page: criterion } = fieldsOf(page);
  if (typeof pageRoot === 'string' && typeof criterion === 'string') {
    return { root: pageRoot, answers: { criterion } };
  }
  if (typeof root !== 'string') return undefined;
  const texts = Object.entries(fieldsOf(answers)).filter(([, answer]) => typeof answer === 'string');
  return { root, answers: Object.fromEntries(texts) };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Asks one question about a record, in the form that fits it. */
export function askQuestion(
  { heading, prompt, value, choices, isFree, problem, left }: Omit<NewRecordQuestion, 'asks'>,
  number: number,
  rejected: string | undefined,
): Promise<Reply<string>> {
  const step: Step = { title: heading, number, total: number + left - 1 };
  const items = choices.map(listItem);
  // A list has no place of its own for what is wrong.
  const placeholder = problem === undefined ? prompt : `${problem} ${prompt}`;
  if (!isFree) return askOne(step, placeholder, items, value ?? items[0]?.id ?? '');
  if (items.length > 0) return askAny(step, placeholder, items);
  const complaint = complaintAbout(problem, rejected);
  return askText(step, prompt, value ?? rejected ?? '', complaint, problem !== undefined);
}

/**
 * What a fix has created, as the server gives it to the command.
 * @throws {Error} where it is nothing of the kind
 */
export function recordGiven(argument: unknown): CreatedRecord {
  const { uri, text, snippet, selection } = fieldsOf(argument);
  const { start, end } = fieldsOf(selection);
  const [first, last] = [start, end].map(positionIn);
  if (typeof uri !== 'string' || typeof text !== 'string' || typeof snippet !== 'string' || !first || !last) {
    throw new Error('This command opens a record that a quick fix has created.');
  }
  return { uri, text, snippet, selection: { start: first, end: last } };
}

function positionIn(value: unknown): Position | undefined {
  const { line, character } = fieldsOf(value);
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined;
}

/**
 * Opens a record that was created. Where it can, it leads from one place to type at to the next; elsewhere the first is
 * selected.
 */
export async function openRecord({ uri, text, snippet, selection }: CreatedRecord): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { start, end } = selection;
  const first = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(document, { selection: first, preview: false });
  // With tabs the editor would write the indentation of YAML anew. What somebody has changed stays.
  const isAsCreated = document.getText().replace(/\r\n?/g, '\n') === text.replace(/\r\n?/g, '\n');
  if (editor.options.insertSpaces === false || !isAsCreated) return;
  // An editor that was just opened may take no snippet by itself; the command takes it for the selection of the active one.
  editor.selection = new vscode.Selection(
    new vscode.Position(0, 0),
    document.lineAt(document.lineCount - 1).range.end,
  );
  await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet });
}
