import type { DocumentEdits } from '../../../../protocol/documentEdits.ts';
import {
  type AcceptParams,
  acceptRequest,
  type ProposalsParams,
  type ProposalsResult,
  type ProposedFor,
  proposalsRequest,
} from '../../../../protocol/proposals.ts';
import { digestOf, proposalsFor } from '../../core/features/proposals.ts';
import { addCriteria } from '../../core/formats/satisfiesEdits.ts';
import { isDocumenting, nameOf, type RecordEntry } from '../../core/program/record.ts';
import { speakingOf } from '../../core/program/speaking.ts';
import { unmappedRecords } from '../../core/program/unmapped.ts';
import type { FixEdit } from '../../core/rules/rule.ts';
import { below } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { factsAt } from '../factsAt.ts';
import { requestOf } from '../messages.ts';
import { integer, list, object, optional, string } from '../shapes.ts';
import { visible } from '../visible.ts';
import { plainEdits } from '../workspaceEdits.ts';
import { type Feature, request } from './feature.ts';

/** More documents at once are more than anybody goes through; the others follow when these are done. */
const mostRecords = 200;
/** The same of documents with each criterion of which they speak. */
const mostSpeaking = 1000;

/** Which criteria documents may address, and the edits by which they cite those that a person accepts. */
export const proposals: Feature = {
  answers: [
    request(
      requestOf(proposalsRequest),
      object({ root: string, document: optional(string), criteria: optional(list(string)) }),
      proposed,
    ),
    request(
      requestOf(acceptRequest),
      object({
        root: string,
        accepted: list(object({ uri: string, record: integer, digest: string, criteria: list(string) })),
      }),
      accept,
    ),
  ],
};

async function proposed(params: ProposalsParams, context: ServerContext): Promise<ProposalsResult> {
  const host = context.hostAt(params.root);
  if (!host) return { records: [], without: 0 };
  const records: ProposedFor[] = [];
  let without = 0;
  const asked = params.criteria ? new Set(params.criteria) : undefined;
  for (const entry of await askedAbout(host, params, context)) {
    if (records.length === mostRecords) break;
    const facts = await factsAt(context.editsContext, host, entry.path);
    const criteria = facts ? proposalsFor(entry, facts, host.engine.program, asked) : [];
    const ids = criteria.map(({ id }) => id);
    const digest = facts && digestOf(facts, entry.index);
    // What cannot be written is not proposed.
    if (!facts || digest === undefined || ids.length === 0 || !addCriteria(facts, entry.index, ids))
      without++;
    else
      records.push({
        uri: context.folders.uriOf(below(host.folder.root, entry.path)),
        record: entry.index,
        digest,
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

async function askedAbout(
  host: ProgramHost,
  { document, criteria: among }: Omit<ProposalsParams, 'root'>,
  context: ServerContext,
): Promise<readonly RecordEntry[]> {
  const { program } = host.engine;
  if (!document) {
    if (!among) return [...unmappedRecords(program)];
    const texts = await context.textsOf(host);
    return [...new Set(speakingOf(among, program, mostSpeaking, texts).map(({ entry }) => entry))];
  }
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
  for (const { uri, record, digest, criteria } of accepted) {
    const hosted = context.workspace.hostedAt(context.keyOf(uri));
    const ids = criteria.filter(id => host.engine.program.catalog.criterion(id));
    if (hosted?.host !== host || ids.length === 0) continue;
    const facts = await factsAt(context.editsContext, host, hosted.path);
    // The number may be another record's by now. Then nothing at all is written.
    if (!facts || digestOf(facts, record) !== digest) return null;
    const edit = addCriteria(facts, record, ids);
    if (edit) edits.push({ path: hosted.path, ...edit });
  }
  return edits.length > 0 ? ((await plainEdits(context.editsContext, host, edits)) ?? null) : null;
}
