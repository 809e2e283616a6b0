import * as vscode from 'vscode';
import type {
  AddEvidenceCommand,
  AddedEvidence,
  EvidenceAnswers,
  EvidenceQuestion,
} from '../../../protocol/addEvidence.ts';
import { tell } from '../notices.ts';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { askQuestion } from './newRecord.ts';
import { askRecord } from './recordQuestions.ts';

/**
 * Asks what new evidence needs, copies its file into the program where it lies elsewhere, and adds its record: all of it in one
 * step that can be undone. Then it shows where a person goes on.
 * @param argument a file of the explorer, or what a lens, or a window of the tree, knows
 */
export async function addEvidence(session: Session, argument: unknown): Promise<void> {
  const given = givenIn(argument);
  const file = given.file ?? (await chooseFile());
  if (file === undefined) return;
  const root = given.root ?? (await rootFor(session, file));
  if (root === undefined) return;
  const content = await vscode.workspace.fs.readFile(file);
  const sha256 = await hashOf(content);
  const record = await askRecord<EvidenceAnswers, EvidenceQuestion, AddedEvidence>(
    answers => session.addEvidence({ root, file: file.toString(), sha256, answers }),
    askQuestion,
    given.answers,
  );
  if (record === undefined) return;
  await add(session, record, content);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(record.uri));
  const { end } = document.lineAt(Math.min(record.line, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end), preview: false });
  if (record.notice !== undefined) await tell(record.notice);
}

interface Given {
  readonly root: string | undefined;
  readonly file: vscode.Uri | undefined;
  readonly answers: EvidenceAnswers;
}

function givenIn(argument: unknown): Given {
  if (argument instanceof vscode.Uri) return { root: undefined, file: argument, answers: {} };
  const { evidenceFor, ...own }: GivenFields = isObject(argument) ? argument : {};
  // A node of the tree has what it is for under a key of its own.
  const { root, file, control, window }: GivenFields = isObject(evidenceFor) ? evidenceFor : own;
  return {
    root: typeof root === 'string' ? root : undefined,
    file: typeof file === 'string' ? vscode.Uri.parse(file) : undefined,
    answers: {
      ...(typeof control === 'string' ? { control } : {}),
      ...(typeof window === 'string' ? { window } : {}),
    },
  };
}

type GivenFields = Partial<Record<keyof AddEvidenceCommand | 'evidenceFor', unknown>>;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title: 'File of Evidence', openLabel: 'Add Evidence' });
  return chosen?.[0];
}

/** The root of the program in which a file lies, else of the one chosen. */
async function rootFor({ status }: Session, file: vscode.Uri): Promise<string | undefined> {
  const unfit = 'No SOC 2 program found. Run “Tickmark: Start a SOC 2 Program” to create one.';
  return (status.programOf(file) ?? (await chooseProgram(status, () => true, unfit)))?.root;
}

async function hashOf(content: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(content));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws {Error} where it could not be added; then nothing was */
async function add(
  session: Session,
  { copy, edits, uri, text }: AddedEvidence,
  content: Uint8Array,
): Promise<void> {
  const isDone = await session.apply(edits ?? {}, undefined, edit => {
    if (copy !== undefined) edit.createFile(vscode.Uri.parse(copy), { contents: content });
    if (text !== undefined)
      edit.createFile(vscode.Uri.parse(uri), { contents: new TextEncoder().encode(text) });
  });
  if (isDone) return;
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(copy ?? uri));
  throw new Error(
    `The evidence could not be added. Check that ${path} does not exist and that its folder is writable, and try again.`,
  );
}
