import type { Request } from './message.ts';
import type { Range } from './place.ts';

/** What is known of a record that is to be made. Every answer may be missing. */
export interface NewRecordAnswers {
  /** The kind of record, such as `control`. */
  readonly kind?: string;
  /** The page of the criterion that it is for (see `tickmark/page`), for a narrative also of a description criterion; empty for none. */
  readonly criterion?: string;
  /** The pages of the criteria of which it is for one, a line each; absent: any in scope. */
  readonly among?: string;
  /** The id of the control that evidence, or a task, is for; empty for none. */
  readonly control?: string;
  /** Of a task: who does it, and the day by which it is due; empty for what a person adds later. */
  readonly owner?: string;
  readonly due?: string;
  readonly title?: string;
  readonly id?: string;
}

export interface NewRecordParams {
  /** The URI of the program's root. */
  readonly root: string;
  /** The URI of the folder in which the record is to lie; absent: where others of its kind do. */
  readonly folder?: string;
  readonly answers: NewRecordAnswers;
}

/** A question that is to be answered before the record can be made. */
export interface NewRecordQuestion {
  /** The answer that it asks for. */
  readonly asks: keyof NewRecordAnswers;
  /** What is being made: `New control`. */
  readonly heading: string;
  /** How many questions are left with this one, as far as the answers up to here tell. */
  readonly left: number;
  readonly prompt: string;
  /** The answer that is suggested. */
  readonly value?: string;
  readonly choices: readonly NewRecordChoice[];
  /** Whether it can be answered in other words than those of a choice. */
  readonly isFree: boolean;
  /** Why the answer given was not taken. */
  readonly problem?: string;
}

export interface NewRecordChoice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** A record that the client makes: a new file, which replaces none. */
export interface CreatedRecord {
  readonly uri: string;
  readonly text: string;
  /** The same text as a snippet, for clients that lead from one place to type at to the next. */
  readonly snippet: string;
  /** The first of these places. */
  readonly selection: Range;
}

/** The next question, or the record once enough is known, or why there can be none. */
export type NewRecordResult =
  | { readonly question: NewRecordQuestion }
  | { readonly record: CreatedRecord }
  | { readonly problem: string };

/** Asked by the client: what is to be asked next of a new record, and last the record itself. */
export const newRecordRequest: Request<NewRecordParams, NewRecordResult> = {
  method: 'tickmark/newRecord',
};

/** What the client's command `tickmark.newRecord` is given: it asks for the rest. */
export interface NewRecordCommand {
  readonly root: string;
  readonly answers: NewRecordAnswers;
}
