import * as vscode from 'vscode';
import type { ProposalsResult, ProposeCriteriaCommand } from '../../../protocol/proposals.ts';
import { tell } from '../notices.ts';
import type { Session } from '../session.ts';
import { chooseProgram } from './chooseProgram.ts';
import { pickGrouped } from './inputs.ts';

/**
 * Proposes criteria for every document of a program that cites none, and has those written that a person selects.
 * @param argument `{root}` where a page names the program; with `criteria`, what a fix asks of every document that speaks of them
 */
export async function proposeCriteria(session: Session, argument: unknown): Promise<void> {
  const given = givenIn(argument);
  const root = given.root ?? (await chooseRoot(session));
  if (root === undefined) return;
  const found = await session.proposals({ ...given, root });
  const nothing = given.criteria
    ? 'No title or heading of a document that can be edited leads to these criteria.'
    : found.without === 0
      ? 'Every document cites criteria already.'
      : 'No title or heading of a document without criteria says which ones it may address. Add `satisfies` to its front matter, where criteria are completed by words.';
  await decide(session, root, found, nothing);
}

/** The same for the document in the active editor, whatever it cites already. */
export async function proposeCriteriaHere(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const program = document && session.status.programOf(document);
  if (document === undefined || program === undefined)
    throw new Error('Open a document of a program, then run the command again.');
  const found = await session.proposals({ root: program.root, document: document.toString() });
  const nothing = 'No title or heading of this document leads to a criterion that it does not cite already.';
  await decide(session, program.root, found, nothing);
}

/** Lists what was found, and edits the documents in one step that can be undone. Nothing else is written. */
async function decide(
  session: Session,
  root: string,
  { records }: ProposalsResult,
  nothing: string,
): Promise<void> {
  if (records.length === 0) {
    void tell(nothing);
    return;
  }
  const groups = records.map(({ uri, record, name, path, criteria }) => ({
    label: name === path || (isAlone(uri, records) && isNamedAfter(name, path)) ? path : `${name} · ${path}`,
    items: criteria.map(({ id, title, why, isTypical }) => ({
      label: `${id} ${title}`,
      description: why,
      picked: isTypical,
      opens: vscode.Uri.parse(uri),
      uri,
      record,
      id,
    })),
  }));
  const picked = await pickGrouped(groups, {
    title: records.length === 1 ? 'Propose Criteria' : `Propose Criteria for ${records.length} Documents`,
    placeholder: 'Which criteria does each document address?',
  });
  if (picked === undefined || picked.length === 0) return;
  const accepted = records.flatMap(({ uri, record, digest }) => {
    const own = picked.filter(item => item.uri === uri && item.record === record);
    return own.length > 0 ? [{ uri, record, digest, criteria: own.map(({ id }) => id) }] : [];
  });
  const edit = await session.acceptedEdit({ root, accepted });
  // As a refactoring the documents are saved, if the user has not set otherwise.
  if (edit === null || !(await session.apply(edit, { isRefactoring: true }))) {
    throw new Error(
      'The documents could not be edited, because one of them has changed since the list was made or has findings in its front matter. Run the command again.',
    );
  }
}

async function chooseRoot({ status }: Session): Promise<string | undefined> {
  const program = await chooseProgram(status, () => true, 'No SOC 2 program found.');
  return program?.root;
}

function givenIn(argument: unknown): Partial<ProposeCriteriaCommand> {
  if (typeof argument !== 'object' || argument === null) return {};
  const { root, criteria }: { root?: unknown; criteria?: unknown } = argument;
  if (typeof root !== 'string') return {};
  if (!Array.isArray(criteria)) return { root };
  return { root, criteria: criteria.filter(id => typeof id === 'string') };
}

/**
 * Whether a file is named after what it is about: then its path says enough. Beside a name and a path, the list would cut off
 * why the first criterion is proposed.
 */
function isNamedAfter(name: string, path: string): boolean {
  const [file = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  return hyphenated(name).includes(hyphenated(file));
}

function hyphenated(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** Whether a document has one record of the list. */
function isAlone(uri: string, records: ProposalsResult['records']): boolean {
  return records.filter(other => other.uri === uri).length === 1;
}
