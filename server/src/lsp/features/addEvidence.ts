import {
  type AddEvidenceParams,
  type AddEvidenceResult,
  addEvidenceRequest,
} from '../../../../protocol/addEvidence.ts';
import { evidenceStep } from '../../core/features/newEvidence/evidenceQuestion.ts';
import {
  type EvidenceAsked,
  type NewEvidence,
  neighborOf,
  newEvidence,
  placeOfFile,
} from '../../core/features/newEvidence/newEvidence.ts';
import { LineTable } from '../../core/text/lineTable.ts';
import { below, isBelow, pathBelow } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { factsAt } from '../factsAt.ts';
import { requestOf } from '../messages.ts';
import { object, optional, string, uri } from '../shapes.ts';
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
        file: uri,
        sha256: string,
        answers: object({
          control: optional(string),
          window: optional(string),
          system: optional(string),
          performed: optional(string),
        }),
      }),
      addEvidence,
    ),
  ],
};

async function addEvidence(
  { root, file, sha256, answers }: AddEvidenceParams,
  context: ServerContext,
): Promise<AddEvidenceResult> {
  const host = context.hostAt(root);
  if (!host) return { problem: 'There is no SOC 2 program here. Start one, or open its folder.' };
  const given = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => typeof answer === 'string'),
  );
  const step = evidenceStep(host.engine.program, given);
  if ('problem' in step) return { problem: visible(step.problem) };
  if ('asked' in step) return added(host, context, context.keyOf(file), sha256, step.asked);
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
  file: string,
  sha256: string,
  asked: Omit<EvidenceAsked, 'source' | 'sha256'>,
): Promise<AddEvidenceResult> {
  const { root } = host.folder;
  const { program } = host.engine;
  const isInside = isBelow(file, root) && !/(?:^|\/)\.\.?(?:\/|$)/.test(pathBelow(file, root));
  const name = decoded(file.slice(file.lastIndexOf('/') + 1));
  const source = isInside ? pathBelow(file, root) : placeOfFile(program, asked, name);
  if (source === undefined)
    return {
      problem: visible(
        `${name} would be read as a document of the program in its folder of evidence. Export it as PDF, or move it to the folder of the program that it belongs to, and add it there.`,
      ),
    };
  const isFree = async (path: string) => (await context.files.read(below(root, path))) === undefined;
  if (!isInside && !(await isFree(source)))
    return {
      problem: visible(`${source} exists already, and nothing is overwritten. Rename the file that you add.`),
    };
  const near = neighborOf(program, asked.control);
  const facts = near && (await factsAt(context.editsContext, host, near.path));
  const place = {
    program,
    read: (path: string, text: string) => host.factsOf(path, text),
    factsAt: (path: string) => (path === near?.path ? facts : undefined),
  };
  const made = newEvidence(place, { ...asked, source, sha256 });
  if (!made || (!made.edit && !(await isFree(made.path))))
    return {
      problem:
        'No record of the evidence can be written here. Set `evidenceFolder` in the manifest to a folder that the program reads.',
    };
  const { path, edit, text, open, start, unwritten } = made;
  const edits = edit && (await plainEdits(context.editsContext, host, [{ ...edit, path }]));
  const { line } = new LineTable(text).positionAt(open[0]?.start ?? start);
  const uriOf = (one: string) => context.editsContext.uriOf(below(root, one));
  return {
    record: {
      ...(isInside ? {} : { copy: uriOf(source) }),
      ...(edits ? { edits } : { text }),
      uri: uriOf(path),
      line,
      ...(unwritten.length === 0 ? {} : { notice: visible(noticeOf(path, unwritten)) }),
    },
  };
}

function noticeOf(path: string, unwritten: NewEvidence['unwritten']): string {
  const keys = unwritten.map(({ key }) => key).join(', ');
  return `Not recorded, because ${path} has no column for it: ${keys}.`;
}

/** The name of a file as people see it: keys of files that only the client reaches are URIs. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
