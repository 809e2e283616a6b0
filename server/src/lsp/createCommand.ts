import type { WorkspaceEdit } from 'vscode-languageserver';
import type {
  CreatedRecord,
  NewRecordAnswers,
  NewRecordParams,
  NewRecordQuestion,
} from '../../../protocol/newRecord.ts';
import type { ServerContext } from './context.ts';
import { newRecord, newRecordParams } from './features/newRecord.ts';
import { warn } from './warn.ts';
import { creation } from './workspaceEdits.ts';

/** The command by which a client that asks no questions has a record made: what it does not say is left to be typed. */
export const createCommand = 'tickmark.createRecord';

/**
 * Has the client make a record and gives it, or tells the person why there can be none.
 * @param args the parameters of `tickmark/newRecord`; the root may be left out where there is one program
 */
export async function makeRecord(
  context: ServerContext,
  [given]: readonly unknown[],
): Promise<CreatedRecord | undefined> {
  const params = paramsIn(given, context);
  const made = params
    ? await answered(params, context)
    : 'Say which record: `{root, folder?, answers: {kind}}`.';
  if (typeof made === 'string') {
    warn(context.connection, made);
    return undefined;
  }
  const edit: WorkspaceEdit = { documentChanges: creation(made.uri, made.text) };
  const { applied } = await context.connection.workspace.applyEdit({ label: 'New record', edit });
  return applied ? made : undefined;
}

function paramsIn(given: unknown, { workspace, folders }: ServerContext): NewRecordParams | undefined {
  const [only, ...others] = workspace.programs;
  const root = only && others.length === 0 ? { root: folders.uriOf(only.folder.root) } : {};
  const params: unknown = { ...root, answers: {}, ...(typeof given === 'object' ? given : {}) };
  return isParams(params) ? params : undefined;
}

function isParams(params: unknown): params is NewRecordParams {
  return newRecordParams(params, 'the argument') === undefined;
}

/** The record that comes of some answers, or why none does. */
async function answered(params: NewRecordParams, context: ServerContext): Promise<CreatedRecord | string> {
  let answers: NewRecordAnswers = params.answers;
  for (;;) {
    const result = await newRecord({ ...params, answers }, context);
    if ('record' in result) return result.record;
    if ('problem' in result) return result.problem;
    const { asks, problem } = result.question;
    if (problem !== undefined || answers[asks] !== undefined) return problem ?? result.question.prompt;
    const answer = usualAnswer(result.question, answers);
    if (answer === undefined) return result.question.prompt;
    answers = { ...answers, [asks]: answer };
  }
}

/** What is put where nobody was asked: nothing that a person would have to stand behind. */
function usualAnswer({ asks, value }: NewRecordQuestion, { kind }: NewRecordAnswers): string | undefined {
  switch (asks) {
    case 'criterion':
    case 'control':
      return '';
    case 'title':
      return `New ${kind ?? 'record'}`;
    case 'id':
      return value;
    default:
      return undefined;
  }
}
