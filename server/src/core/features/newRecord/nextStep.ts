import { descriptionCriterion } from '../../catalog/tsc.ts';
import type { Begun, KnownFacts } from '../../formats/begun.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { kindWords } from '../../pages/words.ts';
import type { Program } from '../../program/program.ts';
import type { RecordEntry } from '../../program/record.ts';
import { evidenceIdFor, proposedId } from '../../rules/fixes/newId.ts';
import { newRecord } from '../../rules/fixes/newRecord.ts';
import { policiesCarriedOut } from '../../rules/fixes/policiesCarriedOut.ts';
import type { NewDocument } from '../../rules/rule.ts';
import { onOneLine, problemOfDue, problemOfId, problemOfTitle, quoted, unknownIn } from './answers.ts';
import {
  begunKinds,
  controlQuestion,
  criterionQuestion,
  dueQuestion,
  idQuestion,
  kindQuestion,
  ownerQuestion,
  type RecordAnswers,
  type RecordQuestion,
  titleQuestion,
} from './questions.ts';

/** Where a record is to be made. */
export interface NewRecordPlace {
  readonly program: Program;
  /** The folder for it, relative to the root; undefined for where others of its kind lie. */
  readonly folder: string | undefined;
  readonly lineEnd: string;
  /** Whether the program reads what lies at a path. */
  readonly isRead: (path: string) => boolean;
  /** Paths at which there are files, as far as they have been looked for. */
  readonly there: ReadonlySet<string>;
}

/** What comes next of a record that is to be made. */
export type NewRecordStep =
  | {
      /** What it is, in a few words. */
      readonly heading: string;
      readonly question: RecordQuestion;
      /** How many questions are left with this one, as far as the answers up to here tell. */
      readonly left: number;
    }
  | { readonly record: NewDocument & Begun }
  | { readonly problem: string };

/**
 * What comes after some answers: the next question, in the order in which a person thinks of a record; the record once
 * everything is known; or why there can be none. What a person has typed and cannot be taken is asked for again.
 */
export function nextStep(place: NewRecordPlace, answers: RecordAnswers): NewRecordStep {
  const { program, folder } = place;
  const kind = begunKinds.find(one => one === answers.kind);
  if (answers.kind !== undefined && kind === undefined) {
    return {
      problem: `No record of the kind ${quoted(answers.kind)} can be begun here. Write one of ${begunKinds.join(', ')}.`,
    };
  }
  const problem = unknownIn(program, answers);
  if (problem !== undefined) return { problem };
  if (kind === undefined) return { heading: 'New record', question: kindQuestion(program, folder), left: 3 };
  const heading = `New ${kindWords(kind)}`;
  // A plan has an owner and a due date beside its title and id.
  const more = kind === 'task' ? 2 : 0;
  const first = relatedQuestion(program, kind, answers);
  if (first) return { heading, question: first, left: 3 + more };
  const title = answers.title === undefined ? undefined : onOneLine(answers.title);
  const question = titleQuestion(program, kind, answers);
  if (title === undefined) return { heading, question, left: 2 + more };
  const wrong = problemOfTitle(title);
  if (wrong !== undefined) return { heading, question: { ...question, problem: wrong }, left: 2 + more };
  const planned = kind === 'task' ? planStep(program, answers, heading) : undefined;
  if (planned) return planned;
  return withTitle(place, kind, title, answers, heading);
}

/** What a control and evidence are for is asked first: by it titles and numbers are proposed. */
function relatedQuestion(
  program: Program,
  kind: RecordKind,
  { criterion, among, control }: RecordAnswers,
): RecordQuestion | undefined {
  const isFor = kind === 'control' || (kind === 'task' && among !== undefined);
  if (isFor && criterion === undefined) return criterionQuestion(program, kind, among?.split('\n'));
  if (kind === 'evidence' && control === undefined) return controlQuestion(program, criterion);
  return undefined;
}

/** Who does a task, and by when; undefined once both are answered. */
function planStep(
  program: Program,
  { owner, due }: RecordAnswers,
  heading: string,
): NewRecordStep | undefined {
  if (owner === undefined) return { heading, question: ownerQuestion(program), left: 3 };
  if (due === undefined) return { heading, question: dueQuestion(), left: 2 };
  const problem = problemOfDue(due.trim());
  return problem === undefined ? undefined : { heading, question: { ...dueQuestion(), problem }, left: 2 };
}

function withTitle(
  place: NewRecordPlace,
  kind: RecordKind,
  title: string,
  answers: RecordAnswers,
  heading: string,
): NewRecordStep {
  const { program, folder } = place;
  const proposed = idFor(program, kind, title, answers, folder);
  const id = answers.id?.trim() ?? proposed;
  const record = made(place, kind, title, id, answers);
  if (record && !place.isRead(record.path)) {
    return {
      problem: `${record.path} would not be read as a record of this program. Choose another folder.`,
    };
  }
  const question = idQuestion(kind, record?.path, id);
  if (answers.id === undefined) return { heading, question, left: 1 };
  const problem = problemOfId(program, id, record?.path);
  if (problem !== undefined) return { heading, question: { ...question, problem }, left: 1 };
  if (!record || place.there.has(record.path)) {
    const file = record?.path ?? 'a file of this name';
    return {
      heading,
      question: { ...question, problem: `There is ${file} already. Enter another id.` },
      left: 1,
    };
  }
  return { record };
}

function made(
  { program, folder, lineEnd }: NewRecordPlace,
  kind: RecordKind,
  title: string,
  id: string,
  { criterion, control, owner, due }: RecordAnswers,
): (NewDocument & Begun) | undefined {
  const found = criterion ? program.catalogs.criterion(criterion) : undefined;
  const cited = found && { catalog: found.catalog.name, criteria: [found.thing.id] };
  const policies = criterion && kind === 'control' ? policiesCarriedOut(program, criterion) : [];
  const described = descriptionCriterion(criterion);
  const record = {
    ...{ kind, id, title, ...cited, policies },
    ...(control ? { controls: [control] } : {}),
    ...(described ? { describes: [described.id] } : {}),
    ...(kind === 'task' ? planFacts(found?.thing.id ?? control, owner, due) : {}),
  };
  return newRecord(program, record, lineEnd, folder);
}

/** What a task says of its gap, its owner, and its due date, as far as that is known. */
function planFacts(gap: string | undefined, owner = '', due = ''): Pick<KnownFacts, 'gap' | 'owner' | 'due'> {
  return { gap: gap || undefined, owner: onOneLine(owner) || undefined, due: due.trim() || undefined };
}

function idFor(
  program: Program,
  kind: RecordKind,
  title: string,
  { criterion, control }: RecordAnswers,
  folder: string | undefined,
): string {
  const own = control ? evidenceIdFor(program, control) : undefined;
  return own ?? proposedId(program, kind, title, near(program, kind, criterion, folder));
}

/** The records beside which a new one belongs: those in its folder, or without any there, of the same group of criteria. */
function near(
  program: Program,
  kind: RecordKind,
  criterion: string | undefined,
  folder: string | undefined,
): readonly RecordEntry[] {
  const lying = [...(folder === undefined ? [] : program.inFolder(folder))].flatMap(path =>
    program.records(path).filter(({ shape }) => shape.kind === kind && shape.id !== undefined),
  );
  if (lying.length > 0) return lying;
  const { members = [] } = (criterion && program.catalogs.groupOf(criterion)) || {};
  const citing = members.flatMap(member => [...program.citing(member)]);
  return citing.filter(({ shape }) => shape.kind === kind);
}
