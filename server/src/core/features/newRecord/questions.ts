import type { Criterion } from '../../catalog/catalog.ts';
import { descriptionCriterion } from '../../catalog/tsc.ts';
import { isRecordKind, kindOfPath, type RecordKind } from '../../model/kinds.ts';
import { ourSkeletons } from '../../model/skeletons/ours.ts';
import { kindWords } from '../../pages/words.ts';
import type { Program } from '../../program/program.ts';
import { isControl, nameOf, type RecordEntry } from '../../program/record.ts';
import { lookOf } from '../../rules/fixes/newRecord.ts';
import { criteriaForControl } from './criteriaForControl.ts';

/** What is known of a record that is to be made: an empty answer says that there is none. */
export interface RecordAnswers {
  readonly kind?: string;
  /** The key of a criterion, or for a narrative the id of a description criterion. */
  readonly criterion?: string;
  /** The keys of the criteria of which it is for one, a line each. */
  readonly among?: string;
  /** The id of a control. */
  readonly control?: string;
  /** Of a task: who does it, and the day by which it is due; empty where a person adds it later. */
  readonly owner?: string;
  readonly due?: string;
  readonly title?: string;
  readonly id?: string;
}

/** A question to be asked of a person. */
export interface RecordQuestion {
  readonly asks: keyof RecordAnswers;
  readonly prompt: string;
  /** The answer that is suggested. */
  readonly value?: string;
  readonly choices: readonly RecordChoice[];
  /** Whether other answers than the choices can be given. */
  readonly isFree: boolean;
  /** Why the answer given was not taken. */
  readonly problem?: string;
}

export interface RecordChoice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** The kinds of records that can be begun, in the order in which they are offered. */
export const begunKinds: readonly RecordKind[] = Object.keys(ourSkeletons).filter(isRecordKind);

/** Which kind of record? What the folder says, and what lies in it, comes first. */
export function kindQuestion(program: Program, folder: string | undefined): RecordQuestion {
  const said = folder === undefined ? undefined : kindOfPath(`${folder}/x`);
  const lying =
    folder === undefined ? [] : [...program.inFolder(folder)].flatMap(path => program.records(path));
  const there = new Set([said, ...lying.map(({ shape }) => shape.kind)]);
  const order = [...begunKinds].sort((a, b) => Number(there.has(b)) - Number(there.has(a)));
  const choices = order.map(kind => {
    const words = kindWords(kind);
    return {
      value: kind,
      label: words.charAt(0).toUpperCase() + words.slice(1),
      description: lookOf(program, kind)?.skeleton.description ?? '',
    };
  });
  return { asks: 'kind', prompt: 'Which kind of record?', choices, isFree: false };
}

/**
 * Which criterion is a control, or a task, for? Those in scope: first those that documents cite or speak of without a control, then the least
 * advanced.
 * @param among the keys of those that are in question; undefined for all
 */
export function criterionQuestion(
  program: Program,
  kind: RecordKind,
  among: readonly string[] | undefined,
): RecordQuestion {
  const choices = criteriaForControl(program, among);
  const prompt = `Which criterion is the ${kind} for?`;
  const [first] = choices;
  return {
    asks: 'criterion',
    prompt: first ? prompt : `${prompt} None is in scope yet.`,
    value: first?.value ?? '',
    choices: first && among ? choices : [...choices, { value: '', label: 'No criterion yet' }],
    isFree: false,
  };
}

/** Which control is evidence for? Those that serve the criterion come first. */
export function controlQuestion(program: Program, criterion: string | undefined): RecordQuestion {
  const serving = new Set(criterion ? program.citing(criterion) : []);
  const controls = [...program.referable('control'), ...program.referable('procedure')]
    .filter(({ entry }) => isControl(entry.shape))
    .sort((a, b) => Number(serving.has(b.entry)) - Number(serving.has(a.entry)));
  const choices = controls.map(({ id, entry }) => ({ value: id, label: titled(id, entry) }));
  const prompt = 'Which control is the evidence for?';
  return {
    asks: 'control',
    prompt: choices.length > 0 ? prompt : `${prompt} This program has no control yet.`,
    choices: [...choices, { value: '', label: 'No control yet' }],
    isFree: false,
  };
}

function titled(id: string, entry: RecordEntry): string {
  const title = entry.shape.title ?? nameOf(entry);
  return title === id ? id : `${id} ${title}`;
}

/** What is it called? What is typical for the criterion or control is suggested, unless it is there already. */
export function titleQuestion(program: Program, kind: RecordKind, answers: RecordAnswers): RecordQuestion {
  const there = new Set([...program.ofKind(kind)].map(({ shape }) => shape.title?.toLowerCase()));
  const typical = [...new Set(typicalTitles(program, kind, answers))].filter(
    title => !there.has(title.toLowerCase()),
  );
  return {
    asks: 'title',
    prompt: titlePrompts[kind] ?? `Title of the ${kindWords(kind)}`,
    choices: typical.map(title => ({ value: title, label: title })),
    isFree: true,
  };
}

const titlePrompts: Partial<Record<RecordKind, string>> = {
  control: 'Title of the control: what is done',
  vendor: 'Name of the vendor',
  risk: 'Title of the risk: what could happen',
  task: 'Title of the task: what is to be done',
};

function typicalTitles(program: Program, kind: RecordKind, answers: RecordAnswers): readonly string[] {
  const { catalogs, report } = program;
  const criterion = answers.criterion ? catalogs.criterion(answers.criterion)?.thing : undefined;
  if (kind === 'control') return criterion?.controls ?? [];
  if (kind === 'task')
    return [...(criterion ? [closingTitle(criterion)] : []), ...lackingTitles(program, answers)];
  if (kind === 'narrative') return descriptionTitles(answers.criterion);
  if (kind === 'policy') {
    if (criterion) return criterion.policies;
    return [...report.criteria].flatMap(key => catalogs.criterion(key)?.thing.policies ?? []);
  }
  if (kind !== 'evidence' || !answers.control) return [];
  const controls = [...program.defining(answers.control)].filter(({ shape }) => isControl(shape));
  const cited = controls.flatMap(({ shape }) =>
    shape.satisfies.flatMap(({ catalog, id }) => catalogs.keysOf(catalog, id)),
  );
  return cited.flatMap(key => catalogs.criterion(key)?.thing.evidence ?? []);
}

function closingTitle({ id, title }: Criterion): string {
  return `Write and implement a control for ${id}${title === id ? '' : ` (${title.toLowerCase()})`}`;
}

/** What is to be done where windows of a control closed without evidence. */
function lackingTitles(program: Program, { control = '' }: RecordAnswers): readonly string[] {
  return [...program.defining(control)].flatMap(entry => {
    const windows = program.evidence.windows(program.report, entry)?.windows ?? [];
    return windows
      .filter(({ state }) => state === 'gap' || state === 'partial')
      .map(({ name }) => `Record the evidence of ${nameOf(entry)} for ${name}, or a deviation`);
  });
}

/** Who does a task? The people of the manifest are offered; a role or a name that it does not know can be given, or nothing yet. */
export function ownerQuestion({ manifest }: Program): RecordQuestion {
  const people = manifest?.shape.people ?? [];
  const choices = people.map(({ id, name, role }) => ({
    value: id,
    label: id,
    ...(name === undefined && role === undefined
      ? {}
      : { description: [name, role].filter(Boolean).join(' · ') }),
  }));
  const prompt = 'Who does it? Enter a person or a role, or nothing to add the owner later';
  return {
    asks: 'owner',
    prompt,
    choices: choices.length > 0 ? [...choices, { value: '', label: 'No owner yet' }] : [],
    isFree: true,
  };
}

/** By when? Nobody but a person knows, so no day is suggested. */
export function dueQuestion(): RecordQuestion {
  const prompt = 'By which day is it due? Enter a date such as 2026-06-30, or nothing to add it later';
  return { asks: 'due', prompt, value: '', choices: [], isFree: true };
}

function descriptionTitles(criterion: string | undefined): readonly string[] {
  const described = descriptionCriterion(criterion);
  return described ? [described.title] : [];
}

/** Under which id? */
export function idQuestion(kind: RecordKind, path: string | undefined, id: string): RecordQuestion {
  const file = path === undefined ? '' : ` It is written to ${path}.`;
  return { asks: 'id', prompt: `Id of the ${kindWords(kind)}.${file}`, value: id, choices: [], isFree: true };
}
