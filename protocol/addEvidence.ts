import type { DocumentEdits } from './documentEdits.ts';
import type { Request } from './message.ts';
import type { NewRecordQuestion } from './newRecord.ts';

/** What is known of evidence that is to be added. Every answer may be missing. */
export interface EvidenceAnswers {
  /** The id of the control. */
  readonly control?: string;
  /** The name of the window, such as `2026-Q2`. */
  readonly window?: string;
  /** The system that the file covers; empty for all of which evidence is missing. */
  readonly system?: string;
  /** The day on which the control was performed, `YYYY-MM-DD`; empty: a person adds it later. */
  readonly performed?: string;
}

export interface AddEvidenceParams {
  /** The URI of the program's root. */
  readonly root: string;
  /** The URI of the file. */
  readonly file: string;
  /** The SHA-256 of its content, in hexadecimal digits. */
  readonly sha256: string;
  readonly answers: EvidenceAnswers;
}

/** A question that is to be answered before the evidence can be added. */
export interface EvidenceQuestion extends Omit<NewRecordQuestion, 'asks'> {
  readonly asks: keyof EvidenceAnswers;
}

/** Evidence that the client adds: all of it in one step, over no other file. */
export interface AddedEvidence {
  /** The URI to which the file is to be copied; absent where it stays where it is. */
  readonly copy?: string;
  /** The edit that adds its record to a document; absent where the record is a new document. */
  readonly edits?: DocumentEdits;
  /** The document of the record, and where a person goes on: at what only a person can state, else at the record. */
  readonly uri: string;
  readonly line: number;
  /** The text of the document, where it is new. */
  readonly text?: string;
  /** What the record lacks, because its register has no column for it: a sentence to show. */
  readonly notice?: string;
}

/** The next question, or the evidence once enough is known, or why there can be none. */
export type AddEvidenceResult =
  | { readonly question: EvidenceQuestion }
  | { readonly record: AddedEvidence }
  | { readonly problem: string };

/** Asked by the client: what is to be asked next of evidence that is to be added, and last what adds it. */
export const addEvidenceRequest: Request<AddEvidenceParams, AddEvidenceResult> = {
  method: 'tickmark/addEvidence',
};

/** What the client's command `tickmark.addEvidence` may be given: it asks for the rest. */
export interface AddEvidenceCommand extends Pick<EvidenceAnswers, 'control' | 'window'> {
  /** The URI of the program's root. */
  readonly root?: string;
  /** The URI of the file. */
  readonly file?: string;
}
