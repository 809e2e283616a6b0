import * as vscode from 'vscode';
import type { NewManifestParams } from '../../../protocol/newManifest.ts';
import type { Session } from '../session.ts';
import { dateOf, endOfMonth, isDate, startOfMonth } from './dates.ts';
import { askOne, askSome, askText, type Choice } from './inputs.ts';
import { answered, askAll, type Question } from './questions.ts';

type Kind = NewManifestParams['kind'];

/** Everything that can be answered; what does not apply is left out of the manifest. */
interface Answers {
  readonly organization: string;
  readonly kind: Kind;
  readonly type: 1 | 2;
  readonly asOf: string;
  readonly start: string;
  readonly end: string;
  readonly categories: readonly string[];
}

const kinds: readonly Choice<Kind>[] = [
  {
    id: 'soc2',
    label: 'SOC 2',
    detail: 'Security and other categories, for customers who ask for a report. The most common choice.',
  },
  { id: 'soc3', label: 'SOC 3', detail: 'The same criteria, in a short report for general use.' },
  { id: 'soc1', label: 'SOC 1', detail: "Controls that matter to your customers' financial reporting." },
];

const types: readonly Choice<1 | 2>[] = [
  { id: 1, label: 'Type I', detail: 'Are the controls suitably designed, as of a date?' },
  { id: 2, label: 'Type II', detail: 'Did they also operate effectively, over a period?' },
];

const everyCategory: readonly Choice<string>[] = [
  { id: 'security', label: 'Security', description: 'the common criteria; expected in every report' },
  { id: 'availability', label: 'Availability', description: 'the service is available as promised' },
  {
    id: 'processing-integrity',
    label: 'Processing Integrity',
    description: 'results are complete and correct',
  },
  { id: 'confidentiality', label: 'Confidentiality', description: 'confidential information is protected' },
  { id: 'privacy', label: 'Privacy', description: 'personal information is handled as promised' },
];

/** SOC 3 reports are over a period always. */
const overPeriod = ({ kind, type }: Answers): boolean => kind === 'soc3' || type === 2;

const notADate = (text: string): string | undefined =>
  isDate(text.trim()) ? undefined : 'Write the date as YYYY-MM-DD, such as 2026-03-31.';

const questions: readonly Question<Answers>[] = [
  {
    applies: () => true,
    ask: async ({ organization }, step) => {
      const unnamed = 'Enter the name of the organization.';
      const complaint = (text: string): string | undefined => (text.trim() === '' ? unnamed : undefined);
      const reply = await askText(step, 'Name of the organization', organization, complaint);
      return answered(reply, organization => ({ organization }));
    },
  },
  {
    applies: () => true,
    ask: async ({ kind }, step) =>
      answered(await askOne(step, 'Which report?', kinds, kind), kind => ({ kind })),
  },
  {
    applies: ({ kind }) => kind !== 'soc3',
    ask: async ({ type }, step) =>
      answered(await askOne(step, 'As of a date, or over a period?', types, type), type => ({ type })),
  },
  {
    applies: answers => !overPeriod(answers),
    ask: async ({ asOf }, step) =>
      answered(await askText(step, 'As of which date?', asOf, notADate), asOf => ({ asOf })),
  },
  {
    applies: overPeriod,
    ask: async ({ start, end }, step) =>
      answered(await askText(step, 'First day of the period', start, notADate), start => ({
        start,
        end: start < end ? end : endOfMonth(start, 5),
      })),
  },
  {
    applies: overPeriod,
    ask: async ({ start, end }, step) => {
      const complaint = (text: string): string | undefined =>
        notADate(text) ??
        (text.trim() > start ? undefined : `The period starts on ${start}. Enter a later date.`);
      const prompt = 'Last day of the period (usually 3 to 12 months)';
      return answered(await askText(step, prompt, end, complaint), end => ({ end }));
    },
  },
  {
    applies: ({ kind }) => kind !== 'soc1',
    ask: async ({ categories }, step) =>
      answered(await askSome(step, 'Which categories?', everyCategory, categories), categories => ({
        categories,
      })),
  },
];

/**
 * Asks what a first program needs, and creates its manifest: as an edit that can be undone, and never over another.
 * @param begin starts the server, or gives the running one
 */
export async function start(begin: () => Promise<Session>): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const manifest = vscode.Uri.joinPath(folder.uri, 'tickmark.yaml');
  if (await exists(manifest)) {
    await vscode.window.showTextDocument(manifest);
    throw new Error(`${folder.name} already has a manifest. Edit it to change what the report covers.`);
  }
  const today = dateOf(new Date());
  const answers = await askAll('Start a SOC 2 Program', questions, {
    organization: folder.name,
    kind: 'soc2',
    type: 1,
    asOf: endOfMonth(today, 3),
    start: startOfMonth(today, 0),
    end: endOfMonth(today, 5),
    categories: ['security'],
  });
  if (answers === undefined) return;

  const session = await begin();
  const { uri, text } = await session.newManifest(paramsOf(folder.uri, answers));
  const created = vscode.Uri.parse(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(created, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      `${vscode.workspace.asRelativePath(created)} could not be created. Check that the folder is writable.`,
    );
  }
  await session.show();
  await vscode.commands.executeCommand('tickmark.coverage.focus');
  await vscode.window.showTextDocument(created);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (first === undefined) {
    throw new Error('Open a folder for the control documentation, then run the command again.');
  }
  return others.length === 0 ? first : vscode.window.showWorkspaceFolderPick();
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function paramsOf(folder: vscode.Uri, answers: Answers): NewManifestParams {
  const { organization, kind, asOf, start, end } = answers;
  const common = { folder: folder.toString(), organization, kind };
  const scope = { categories: kind === 'soc1' ? [] : answers.categories };
  return overPeriod(answers)
    ? { ...common, ...scope, type: 2, period: { start, end } }
    : { ...common, ...scope, type: 1, asOf };
}
