import type { DocumentEdits } from './documentEdits.ts';
import type { Request } from './message.ts';
import type { NewRecordQuestion } from './newRecord.ts';

/** No file of evidence may be larger, in bytes: what is larger is kept elsewhere, and linked to. */
export const mostFileBytes = 1 << 28;

/** What is known of evidence that is to be added. Every answer may be missing. */
export interface EvidenceAnswers {
  /** The id of the control. */
  readonly control?: string;
  /** The name of the window, such as `2026-Q2`. */
  readonly window?: string;
  /** The system that the file covers; empty for all of which evidence is missing. */
  readonly system?: string;
  /** Which of several types that the control expects it is; empty: a person adds it later. */
  readonly type?: string;
  /** The day on which the control was performed, `YYYY-MM-DD`; empty: a person adds it later. */
  readonly performed?: string;
  /** The address at which the file is kept outside the repository; empty, for a file: a person adds it later. */
  readonly address?: string;
  /** Who keeps it there; empty: a person adds it later. */
  readonly custodian?: string;
  /** The SHA-256 of what is at the address; empty where it is not known. */
  readonly sha256?: string;
}

/** A file of evidence. */
export interface EvidenceFile {
  /** Its URI. */
  readonly file: string;
  /** The SHA-256 of its content, in hexadecimal digits. */
  readonly sha256: string;
}

export interface AddEvidenceParams {
  /** The URI of the program's root. */
  readonly root: string;
  /** The files, each of which gets a record; none for evidence that is kept at an address. */
  readonly files: readonly EvidenceFile[];
  /** What is known of all of them. */
  readonly answers: EvidenceAnswers;
}

/** A question that is to be answered before the evidence can be added. */
export interface EvidenceQuestion extends Omit<NewRecordQuestion, 'asks'> {
  readonly asks: keyof EvidenceAnswers;
}

/** Evidence that the client adds: all of it in one step, over no other file. */
export interface AddedEvidence {
  /** The files that are to be copied, by their URIs. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** The edit that adds records to documents; absent where all of them are new documents. */
  readonly edits?: DocumentEdits;
  /** The documents that are new. */
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  /** The document of the first record, and where a person goes on: at what only a person can state, else at the record. */
  readonly uri: string;
  readonly line: number;
  /** What the records lack, because their register has no column for it: a sentence to show. */
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
export interface AddEvidenceCommand
  extends Pick<EvidenceAnswers, 'control' | 'window' | 'system' | 'type' | 'address'> {
  /** The URI of the program's root. */
  readonly root?: string;
}
