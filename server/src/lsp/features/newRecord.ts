import {
  type NewRecordParams,
  type NewRecordQuestion,
  type NewRecordResult,
  newRecordRequest,
} from '../../../../protocol/newRecord.ts';
import { type NewRecordPlace, type NewRecordStep, nextStep } from '../../core/features/newRecord/nextStep.ts';
import { lineEndOf } from '../../core/text/source.ts';
import { below, isBelow, pathBelow } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { createdRecord } from '../createdRecord.ts';
import { requestOf } from '../messages.ts';
import { object, optional, string, uri } from '../shapes.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** What a record that is to be begun is asked for with. */
export const newRecordParams = object({
  root: uri,
  folder: optional(uri),
  answers: object({
    kind: optional(string),
    criterion: optional(string),
    among: optional(string),
    control: optional(string),
    owner: optional(string),
    due: optional(string),
    title: optional(string),
    id: optional(string),
  }),
});

/** What is to be asked of a record that is to be begun, and what it then says. */
export const newRecordFeature: Feature = {
  answers: [request(requestOf(newRecordRequest), newRecordParams, newRecord)],
};

/** What is to be asked next of a record, or the record, or why there can be none. */
export async function newRecord(
  { root, folder, answers }: NewRecordParams,
  context: ServerContext,
): Promise<NewRecordResult> {
  const host = context.hostAt(root);
  if (!host) return { problem: 'There is no SOC 2 program here. Start one, or open its folder.' };
  const path = folder === undefined ? undefined : pathIn(host, context.keyOf(folder).replace(/\/$/, ''));
  if (folder !== undefined && path === undefined) {
    return { problem: visible(`The folder is not in the program at ${root}. Choose one in it.`) };
  }
  const given = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => typeof answer === 'string'),
  );
  const manifest = await context.manifestOf(host);
  const there = new Set<string>();
  for (;;) {
    const place: NewRecordPlace = {
      program: host.engine.program,
      folder: path,
      lineEnd: lineEndOf(manifest?.facts.text ?? ''),
      isRead: file => host.roleOf(file) !== undefined,
      there,
    };
    const step = nextStep(place, given);
    if ('problem' in step) return { problem: visible(step.problem) };
    if ('question' in step) return { question: shown(step) };
    const key = below(host.folder.root, step.record.path);
    if ((await context.files.wouldList?.(host.folder.root, step.record.path)) === false) {
      return { problem: visible(notListed(step.record.path)) };
    }
    // A file of this name may be there that is no record.
    const isFree = !context.buffers.get(key) && (await context.files.read(key)) === undefined;
    if (isFree) return { record: createdRecord(context.editsContext, key, step.record) };
    there.add(step.record.path);
  }
}

function notListed(path: string): string {
  return `${path} would not be read as a record of this program: a \`.gitignore\` names it, or a link is on its way. Choose another folder.`;
}

/** The path of a folder in a program, '' for its root; undefined where it lies elsewhere. */
function pathIn({ folder: { root } }: ProgramHost, key: string): string | undefined {
  if (key === root) return '';
  const path = isBelow(key, root) ? pathBelow(key, root) : undefined;
  // The URIs of a client are taken as they are, so such a step may lead out again.
  return path?.split('/').some(step => /^\.*$/.test(step)) ? undefined : path;
}

/** A question as it is drawn: what would be obeyed there is made visible, and answers stay as they are. */
function shown({ heading, question, left }: Extract<NewRecordStep, { left: number }>): NewRecordQuestion {
  const { choices, prompt, problem, ...rest } = question;
  return {
    ...rest,
    heading: visible(heading),
    left,
    prompt: visible(prompt),
    choices: choices.map(({ value, label, description }) => ({
      value,
      label: visible(label),
      ...(description === undefined ? {} : { description: visible(description) }),
    })),
    ...(problem === undefined ? {} : { problem: visible(problem) }),
  };
}
