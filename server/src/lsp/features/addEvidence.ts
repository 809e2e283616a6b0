import {
  type AddEvidenceParams,
  type AddEvidenceResult,
  addEvidenceRequest,
  type EvidenceFile,
} from '../../../../protocol/addEvidence.ts';
import type { EvidenceAsked } from '../../core/features/newEvidence/evidenceAsked.ts';
import { evidenceChange } from '../../core/features/newEvidence/evidenceChange.ts';
import { type EvidenceStated, evidenceStep } from '../../core/features/newEvidence/evidenceQuestion.ts';
import { type NewEvidence, neighborOf, placeOfFile } from '../../core/features/newEvidence/newEvidence.ts';
import { changeBetween } from '../../core/text/change.ts';
import { LineTable } from '../../core/text/lineTable.ts';
import { below, isBelow, pathBelow } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { factsAt } from '../factsAt.ts';
import { requestOf } from '../messages.ts';
import { list, object, optional, string, uri } from '../shapes.ts';
import { visible } from '../visible.ts';
import { plainEdits } from '../workspaceEdits.ts';
import { type Feature, request } from './feature.ts';

/** What is to be asked of evidence that is added, and what adds it. */
export const addEvidenceFeature: Feature = {
  answers: [
    request(
      requestOf(addEvidenceRequest),
      object({
        root: uri,
        files: list(object({ file: uri, sha256: string })),
        answers: object({
          control: optional(string),
          window: optional(string),
          system: optional(string),
          type: optional(string),
          performed: optional(string),
          address: optional(string),
          custodian: optional(string),
          sha256: optional(string),
        }),
      }),
      addEvidence,
    ),
  ],
};

async function addEvidence(
  { root, files, answers }: AddEvidenceParams,
  context: ServerContext,
): Promise<AddEvidenceResult> {
  const host = context.hostAt(root);
  if (!host) return { problem: 'There is no SOC 2 program here. Start one, or open its folder.' };
  const given = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => typeof answer === 'string'),
  );
  const step = evidenceStep(host.engine.program, given, files.length === 0 ? 'address' : 'files');
  if ('problem' in step) return { problem: visible(step.problem) };
  if ('asked' in step) return added(host, context, files, step.asked);
  const { prompt, choices, problem, ...rest } = step.question;
  return {
    question: {
      ...rest,
      heading: 'Add evidence',
      prompt: visible(prompt),
      choices: choices.map(({ value, label, description }) => ({
        value,
        label: visible(label),
        ...(description === undefined ? {} : { description: visible(description) }),
      })),
      ...(problem === undefined ? {} : { problem: visible(problem) }),
    },
  };
}

/** What adds the evidence, once everything is known. */
async function added(
  host: ProgramHost,
  context: ServerContext,
  files: readonly EvidenceFile[],
  asked: EvidenceStated,
): Promise<AddEvidenceResult> {
  const { root } = host.folder;
  const { program } = host.engine;
  const uriOf = (path: string) => context.editsContext.uriOf(below(root, path));
  const kept = asked.link ? linked(files, asked) : inRepository(host, context, files, asked);
  if ('problem' in kept) return { problem: visible(kept.problem) };
  for (const { to } of kept.copies)
    if (await isTaken(context, root, to))
      return {
        problem: visible(`${to} exists already, and nothing is overwritten. Rename the file that you add.`),
      };
  const near = neighborOf(program, asked.control);
  const facts = near && (await factsAt(context.editsContext, host, near.path));
  const place = {
    program,
    read: (path: string, text: string) => host.factsOf(path, text),
    factsAt: (path: string) => (path === near?.path ? facts : undefined),
  };
  const change = evidenceChange(place, kept.all);
  const created = [...(change?.documents ?? [])].filter(([, { before }]) => before === undefined);
  const taken = await Promise.all(created.map(([path]) => isTaken(context, root, path)));
  if (!change || taken.includes(true))
    return {
      problem:
        'No record of the evidence can be written here. Set `evidenceFolder` in the manifest to a folder that the program reads.',
    };
  const [{ path, text, open, start, unwritten }] = change.records;
  const changed = [...change.documents].flatMap(([path, { before, text }]) =>
    before === undefined ? [] : { ...changeBetween(before, text), path },
  );
  const edits = changed.length === 0 ? undefined : await plainEdits(context.editsContext, host, changed);
  const { line } = new LineTable(text).positionAt(open[0]?.start ?? start);
  return {
    record: {
      copies: kept.copies.map(({ from, to }) => ({ from, to: uriOf(to) })),
      ...(edits ? { edits } : {}),
      documents: created.map(([path, { text }]) => ({ uri: uriOf(path), text })),
      uri: uriOf(path),
      line,
      ...(unwritten.length === 0 ? {} : { notice: visible(noticeOf(path, unwritten)) }),
    },
  };
}

/** What is recorded, and the files that are to be copied to paths relative to the root. */
interface Kept {
  readonly all: readonly EvidenceAsked[];
  readonly copies: readonly { readonly from: string; readonly to: string }[];
}

/** Evidence that stays where it is, outside the repository. */
function linked(files: readonly EvidenceFile[], { link, ...asked }: EvidenceStated): Kept {
  const { address: source = '', custodian = '', sha256 } = link ?? {};
  const all = files.length === 0 ? [{ sha256 }] : files;
  return {
    all: all.map(
      (one): EvidenceAsked => ({
        ...asked,
        source,
        custodian,
        sha256: one.sha256,
        ...('file' in one && all.length > 1 ? { file: nameIn(one.file) } : {}),
      }),
    ),
    copies: [],
  };
}

/** Files of the program, and others that are copied into it. */
function inRepository(
  { folder: { root }, engine: { program } }: ProgramHost,
  context: ServerContext,
  files: readonly EvidenceFile[],
  { link: _, ...asked }: EvidenceStated,
): Kept | { readonly problem: string } {
  const all: EvidenceAsked[] = [];
  const copies = new Map<string, string>();
  for (const { file, sha256 } of files) {
    const key = context.keyOf(file);
    const name = nameIn(key);
    const isInside = isBelow(key, root) && !/(?:^|\/)\.\.?(?:\/|$)/.test(pathBelow(key, root));
    const source = isInside ? pathBelow(key, root) : placeOfFile(program, asked, name);
    if (source === undefined)
      return {
        problem: `${name} would be read as a document of the program in its folder of evidence. Export it as PDF, or move it to the folder of the program that it belongs to, and add it there.`,
      };
    if (copies.has(source))
      return { problem: `Two of the files would be copied to ${source}. Rename one of them.` };
    if (!isInside) copies.set(source, file);
    const isOneOfSeveral = files.length > 1;
    all.push({ ...asked, source, sha256, custodian: undefined, ...(isOneOfSeveral ? { file: name } : {}) });
  }
  return { all, copies: [...copies].map(([to, from]) => ({ from, to })) };
}

/** Whether something is at a path; where nobody can tell, the client finds out when it makes the file. */
async function isTaken({ files }: ServerContext, root: string, path: string): Promise<boolean> {
  const state = await files.look(below(root, path), root, undefined);
  return state === 'there' || state === 'differs';
}

function noticeOf(path: string, unwritten: NewEvidence['unwritten']): string {
  const keys = unwritten.map(({ key }) => key).join(', ');
  return `Not recorded, because ${path} has no column for it: ${keys}.`;
}

/** The name of a file as people see it: what only the client reaches is known by its URI. */
function nameIn(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
