import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Command,
} from 'vscode-languageserver';
import type { AddEvidenceCommand } from '../../../../protocol/addEvidence.ts';
import type { ClaimsCommand, ReferencesCommand } from '../../../../protocol/lenses.ts';
import type { PageParams } from '../../../../protocol/page.ts';
import { lackingEvidence } from '../../core/features/evidenceLens.ts';
import { claimsOf, claimWords, type Lens, lensesOf, referencesOf } from '../../core/features/lenses.ts';
import type { RecordEntry } from '../../core/program/record.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { rangeAt } from '../positions.ts';
import { integer, object, optional, string } from '../shapes.ts';
import { ShownOnRequest } from '../shownOnRequest.ts';
import { visible } from '../visible.ts';
import { documentRequest, type Feature, range, request, textDocument } from './feature.ts';

const shown = new ShownOnRequest(CodeLensRefreshRequest.method);

/** What a lens is resolved by: the client gives it back as it was. */
interface LensData extends Pick<Lens, 'tells' | 'record' | 'words'> {
  readonly uri: string;
}

/** How far along the criteria are that records address, how often something refers to them, and which evidence is lacking. */
export const codeLens: Feature = {
  // The first version of the protocol has lenses, and clients that show them do not always say so.
  announces: ({ own }) => ({ codeLensProvider: { resolveProvider: own.lenses === true } }),
  answers: [
    documentRequest(
      CodeLensRequest.type,
      object({ textDocument }),
      [],
      ({ buffer, hosted }, { textDocument: { uri } }, context): CodeLens[] => {
        shown.asked(context);
        const { coverage, references, evidence } = context.settings.codeLens ?? {};
        const wanted = {
          coverage: coverage !== false,
          references: references !== false,
          evidence: evidence !== false,
        };
        // Half a program would be counted.
        if (!hosted || context.indexing || !(wanted.coverage || wanted.references || wanted.evidence))
          return [];
        const { abilities } = context;
        const lenses = lensesOf(hosted.path, hosted.host.engine.program, wanted);
        return lenses.map(({ range: where, tells, record, words }) => {
          const data: LensData = { uri, tells, record, words };
          const shownAt = { range: rangeAt(buffer, where, abilities.encoding) };
          return abilities.own.lenses ? { ...shownAt, data } : { ...shownAt, command: plain(words) };
        });
      },
    ),
    request(
      CodeLensResolveRequest.type,
      object({
        range,
        data: optional(object({ uri: string, tells: string, record: integer, words: string })),
      }),
      resolved,
    ),
  ],
  changed(context) {
    if (context.abilities.refreshesLenses) shown.changed(context);
  },
};

/** A lens that leads nowhere. */
function plain(words: string): Command {
  return { title: visible(words), command: '' };
}

async function resolved(lens: CodeLens, context: ServerContext): Promise<CodeLens> {
  const data: LensData | undefined = lens.data ?? undefined;
  if (!data) return lens;
  const { hosted } = context.openDocument(data.uri) ?? {};
  const entry = hosted?.host.engine.program.records(hosted.path)[data.record];
  if (!hosted || !entry) return { ...lens, command: plain(data.words) };
  if (data.tells === 'evidence') {
    return { ...lens, command: addsEvidence(entry, hosted.host, context) ?? plain(data.words) };
  }
  const command =
    data.tells === 'coverage'
      ? showsClaims(entry, hosted.host, context)
      : await showsReferences(entry, hosted.host, lens, data.uri, context);
  return { ...lens, command: { ...plain(data.words), ...command } };
}

/** Undefined where nothing is lacking any more. */
function addsEvidence(
  entry: RecordEntry,
  host: ProgramHost,
  { folders }: ServerContext,
): Command | undefined {
  const lacking = lackingEvidence(host.engine.program, entry);
  if (!lacking) return undefined;
  const argument: AddEvidenceCommand = { root: folders.uriOf(host.folder.root), ...lacking.evidenceFor };
  return {
    title: visible(`${lacking.words}: add…`),
    command: 'tickmark.addEvidence',
    arguments: [argument],
  };
}

function showsClaims(
  entry: RecordEntry,
  host: ProgramHost,
  { folders }: ServerContext,
): Omit<Command, 'title'> {
  const root = folders.uriOf(host.folder.root);
  const claims = claimsOf(entry, host.engine.program);
  const [first] = claims;
  const argument: PageParams | ClaimsCommand =
    first && claims.length === 1
      ? { root, page: first.key }
      : {
          root,
          among: claims.map(claim => ({
            page: claim.key,
            title: visible(`${claim.key} ${claim.title}`),
            state: visible(claimWords(claim)),
          })),
        };
  return { command: 'tickmark.showCriterion', arguments: [argument] };
}

async function showsReferences(
  entry: RecordEntry,
  host: ProgramHost,
  { range }: CodeLens,
  uri: string,
  context: ServerContext,
): Promise<Omit<Command, 'title'>> {
  const locations = await context.locationsOf(host, referencesOf(entry, host.engine.program));
  const argument: ReferencesCommand = { uri, position: range.start, locations };
  return { command: 'tickmark.showReferences', arguments: [argument] };
}
