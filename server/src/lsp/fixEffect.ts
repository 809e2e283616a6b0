import type { CodeAction } from 'vscode-languageserver';
import type { NewRecordCommand } from '../../../protocol/newRecord.ts';
import type { ProposeCriteriaCommand } from '../../../protocol/proposals.ts';
import { addCriteria } from '../core/formats/satisfiesEdits.ts';
import type { Citing, Fix, FixEdit } from '../core/rules/rule.ts';
import { below } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { createdRecord } from './createdRecord.ts';
import { factsAt } from './factsAt.ts';
import { type EditsContext, workspaceEdit } from './workspaceEdits.ts';

/** The command by which a client has the server ask it to open a document, at a range. */
export const showCommand = 'tickmark.showDocument';

/**
 * What a fix does in the client: it edits, and has a record opened that it makes, or it asks what that is to say. Undefined where
 * it cannot be applied (see `workspaceEdit`).
 */
export async function effectOf(
  context: EditsContext,
  host: ProgramHost,
  fix: Fix,
): Promise<Pick<CodeAction, 'edit' | 'command'> | undefined> {
  const { abilities, uriOf } = context;
  const root = uriOf(host.folder.root);
  if (fix.begins && abilities.own.newRecords) {
    const argument: NewRecordCommand = { root, answers: fix.begins };
    return { command: { title: fix.title, command: 'tickmark.newRecord', arguments: [argument] } };
  }
  if (fix.proposes) {
    if (!abilities.own.proposals) return undefined;
    const argument: ProposeCriteriaCommand =
      fix.proposes === 'any' ? { root } : { root, criteria: fix.proposes };
    return { command: { title: fix.title, command: 'tickmark.proposeCriteria', arguments: [argument] } };
  }
  if (fix.cites) return citing(context, host, fix.cites, fix.edits);
  // It only asks, and this client does not.
  if (fix.begins && fix.edits.length === 0 && !fix.creates) return undefined;
  const edit = await workspaceEdit(context, host, fix);
  if (!edit) return undefined;
  const [made] = fix.creates ?? [];
  if (!made?.stops) return { edit };
  const key = below(host.folder.root, made.path);
  const record = createdRecord(context, key, { text: made.text, stops: made.stops });
  if (abilities.own.newRecords) {
    return { edit, command: { title: fix.title, command: 'tickmark.openRecord', arguments: [record] } };
  }
  const { uri, selection } = record;
  return abilities.showsDocuments
    ? { edit, command: { title: fix.title, command: showCommand, arguments: [uri, selection] } }
    : { edit };
}

/** The edit by which a record of another document cites criteria, with other edits. */
async function citing(
  context: EditsContext,
  host: ProgramHost,
  { path, record, ids }: Citing,
  edits: readonly FixEdit[],
): Promise<Pick<CodeAction, 'edit'> | undefined> {
  const facts = await factsAt(context, host, path);
  const cited = facts && addCriteria(facts, record, ids);
  const edit = cited && (await workspaceEdit(context, host, { edits: [...edits, { path, ...cited }] }));
  return edit && { edit };
}
