import type { DocumentEdits } from '../../../../protocol/documentEdits.ts';
import {
  type AcceptParams,
  acceptRequest,
  type ProposalsParams,
  type ProposalsResult,
  type ProposedFor,
  proposalsRequest,
} from '../../../../protocol/proposals.ts';
import { proposalsFor } from '../../core/features/proposals.ts';
import { addCriteria } from '../../core/formats/satisfiesEdits.ts';
import { isDocumenting, nameOf, type RecordEntry } from '../../core/program/record.ts';
import { unmappedRecords } from '../../core/program/unmapped.ts';
import type { FixEdit } from '../../core/rules/rule.ts';
import { below } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { integer, list, object, optional, string } from '../shapes.ts';
import { visible } from '../visible.ts';
import { plainEdits, textOf } from '../workspaceEdits.ts';
import { type Feature, request } from './feature.ts';

/** More documents at once are more than anybody goes through; the others follow when these are done. */
const mostRecords = 200;

/** Which criteria documents may address, and the edits by which they cite those that a person accepts. */
export const proposals: Feature = {
  answers: [
    request(requestOf(proposalsRequest), object({ root: string, document: optional(string) }), proposed),
    request(
      requestOf(acceptRequest),
      object({
        root: string,
        accepted: list(object({ uri: string, record: integer, criteria: list(string) })),
      }),
      accept,
    ),
  ],
};

async function proposed(
  { root, document }: ProposalsParams,
  context: ServerContext,
): Promise<ProposalsResult> {
  const host = context.hostAt(root);
  if (!host) return { records: [], without: 0 };
  const records: ProposedFor[] = [];
  let without = 0;
  for (const entry of askedAbout(host, document, context)) {
    if (records.length === mostRecords) break;
    const facts = await factsOf(host, entry.path, context);
    const criteria = facts ? proposalsFor(entry, facts, host.engine.program) : [];
    if (criteria.length === 0) without++;
    else
      records.push({
        uri: context.folders.uriOf(below(host.folder.root, entry.path)),
        record: entry.index,
        name: visible(entry.shape.title ?? nameOf(entry)),
        path: visible(entry.path),
        criteria: criteria.map(({ id, title, why, isTypical }) => ({
          id,
          title: visible(title),
          why: visible(why),
          isTypical,
        })),
      });
  }
  return { records, without };
}

function askedAbout(
  host: ProgramHost,
  document: string | undefined | null,
  context: ServerContext,
): readonly RecordEntry[] {
  const { program } = host.engine;
  if (document === undefined || document === null) return [...unmappedRecords(program)];
  const hosted = context.workspace.hostedAt(context.keyOf(document));
  const records = hosted?.host === host ? program.records(hosted.path) : [];
  return records.filter(({ shape }) => isDocumenting(shape));
}

async function accept(
  { root, accepted }: AcceptParams,
  context: ServerContext,
): Promise<DocumentEdits | null> {
  const host = context.hostAt(root);
  if (!host) return null;
  const edits: FixEdit[] = [];
  for (const { uri, record, criteria } of accepted) {
    const hosted = context.workspace.hostedAt(context.keyOf(uri));
    const ids = criteria.filter(id => host.engine.program.catalog.criterion(id));
    if (hosted?.host !== host || ids.length === 0) continue;
    const facts = await factsOf(host, hosted.path, context);
    const edit = facts && addCriteria(facts, record, ids);
    if (edit) edits.push({ path: hosted.path, ...edit });
  }
  return edits.length > 0 ? ((await plainEdits(context.editsContext, host, edits)) ?? null) : null;
}

async function factsOf(host: ProgramHost, path: string, context: ServerContext) {
  const text = await textOf(context.editsContext, below(host.folder.root, path));
  return text === undefined ? undefined : host.factsOf(path, text);
}
