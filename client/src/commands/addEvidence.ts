import * as vscode from 'vscode';
import type {
  AddEvidenceCommand,
  AddedEvidence,
  EvidenceAnswers,
  EvidenceQuestion,
} from '../../../protocol/addEvidence.ts';
import { applyWithCopies } from '../copies.ts';
import { type FileToAdd, hashOf, type ReadFile, readToAdd } from '../evidenceFiles.ts';
import { tell } from '../notices.ts';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { askOne } from './inputs.ts';
import { askQuestion } from './newRecord.ts';
import { askRecord } from './recordQuestions.ts';

/** What is known about the evidence to add. */
interface Given {
  readonly root: string | undefined;
  /** The files, none for evidence that is kept at an address; undefined to ask for them. */
  readonly files: readonly FileToAdd[] | undefined;
  readonly answers: EvidenceAnswers;
}

/**
 * Asks what new evidence needs, copies its files into the program where they lie elsewhere, and adds a record of each: all of it
 * in one step that can be undone. Then it shows where a person goes on.
 * @param argument a file of the explorer, or what a lens or a node of the tree knows, also with what was dropped on it
 * @param selected all that is selected in the explorer, where the argument is one of it
 */
export async function addEvidence(session: Session, argument: unknown, selected: unknown): Promise<void> {
  const given = givenIn(argument, selected);
  const files = given.files ?? (await chooseFiles());
  if (files === undefined) return;
  const root = given.root ?? (await rootFor(session, files[0]));
  if (root === undefined) return;
  const read: ReadFile[] = [];
  for (const file of files) read.push(await readToAdd(file));
  const hashes = await Promise.all(
    read.map(async ({ uri, content }) => ({ file: uri.toString(), sha256: await hashOf(content) })),
  );
  const record = await askRecord<EvidenceAnswers, EvidenceQuestion, AddedEvidence>(
    answers => session.addEvidence({ root, files: hashes, answers }),
    askQuestion,
    given.answers,
  );
  if (record === undefined) return;
  await add(session, record, read);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(record.uri));
  const { end } = document.lineAt(Math.min(record.line, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end), preview: false });
  if (record.notice !== undefined) await tell(record.notice);
}

function givenIn(argument: unknown, selected: unknown): Given {
  if (argument instanceof vscode.Uri) {
    const all = Array.isArray(selected) ? selected.filter(one => one instanceof vscode.Uri) : [];
    const files = (all.length > 0 ? all : [argument]).map(uri => ({ uri }));
    return { root: undefined, files, answers: {} };
  }
  const { evidenceFor, ...own }: GivenFields = isObject(argument) ? argument : {};
  // A node of the tree has what it is for under a key of its own.
  const { root, files, ...answers }: GivenFields = isObject(evidenceFor) ? evidenceFor : own;
  return {
    root: typeof root === 'string' ? root : undefined,
    files: Array.isArray(files) ? files.filter(isFileToAdd) : undefined,
    answers: Object.fromEntries(
      known.flatMap(key => (typeof answers[key] === 'string' ? [[key, answers[key]]] : [])),
    ),
  };
}

type GivenFields = Partial<Record<keyof AddEvidenceCommand | 'files' | 'evidenceFor', unknown>>;

const known = ['control', 'window', 'system', 'type', 'address'] as const;

function isFileToAdd(value: unknown): value is FileToAdd {
  return isObject(value) && 'uri' in value && value.uri instanceof vscode.Uri;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The files that a person chooses; none where what they add is kept at an address. */
async function chooseFiles(): Promise<readonly FileToAdd[] | undefined> {
  const choices = [
    { id: 'files', label: 'A File…', detail: 'A file from elsewhere is copied into the program.' },
    { id: 'address', label: 'A Link…', detail: 'What is kept elsewhere stays there.' },
  ] as const;
  const step = { title: 'Add evidence', number: 1, total: 1 };
  const reply = await askOne<'files' | 'address'>(step, 'What is the evidence?', choices, 'files');
  if (typeof reply !== 'object') return undefined;
  if (reply.answer === 'address') return [];
  const chosen = await vscode.window.showOpenDialog({
    title: 'Files of Evidence',
    openLabel: 'Add Evidence',
    canSelectMany: true,
  });
  return chosen?.map(uri => ({ uri }));
}

/** The root of the program in which a file lies, else of the one chosen. */
async function rootFor({ status }: Session, file: FileToAdd | undefined): Promise<string | undefined> {
  const unfit = 'No SOC 2 program found. Run “Tickmark: Start a SOC 2 Program” to create one.';
  const own = file && status.programOf(file.uri);
  return (own ?? (await chooseProgram(status, () => true, unfit)))?.root;
}

/** @throws {Error} where it could not be added; then nothing was */
async function add(
  session: Session,
  { copies, edits, documents, uri }: AddedEvidence,
  read: readonly ReadFile[],
): Promise<void> {
  const files = copies.flatMap(({ from, to }) => {
    const file = read.find(one => one.uri.toString() === from);
    return file ? [{ ...file, to: vscode.Uri.parse(to) }] : [];
  });
  const isDone = await applyWithCopies(files, also =>
    session.apply(edits ?? {}, undefined, edit => {
      also(edit);
      for (const { uri, text } of documents)
        edit.createFile(vscode.Uri.parse(uri), { contents: new TextEncoder().encode(text) });
    }),
  );
  if (isDone) return;
  const path = vscode.workspace.asRelativePath(files[0]?.to ?? vscode.Uri.parse(uri));
  throw new Error(
    `The evidence could not be added. Check that ${path} does not exist and that its folder is writable, and try again.`,
  );
}
