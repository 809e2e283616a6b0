import type { RecordChoice } from '../newRecord/questions.ts';

/** What is known about the evidence to add. */
export interface EvidenceAnswers {
  readonly control?: string;
  readonly window?: string;
  /** The system that the file covers; empty for all. */
  readonly system?: string;
  /** Which of several types that the control expects it is; empty where a person states it later. */
  readonly type?: string;
  /** A calendar date; empty where a person states it later. */
  readonly performed?: string;
  /** Where the file is kept outside the repository; empty where a person states it later. */
  readonly address?: string;
  /** Who keeps it there; empty where a person states it later. */
  readonly custodian?: string;
  /** Its hash; empty where it is not known. */
  readonly sha256?: string;
}

/** A question to be asked of a person. */
export interface EvidenceQuestion {
  readonly asks: keyof EvidenceAnswers;
  readonly prompt: string;
  readonly choices: readonly RecordChoice[];
  readonly isFree: boolean;
  /** How many questions are left with this one. */
  readonly left: number;
  readonly problem?: string;
}

/** A question, or why evidence cannot be added. */
export type NotYet = { readonly question: EvidenceQuestion } | { readonly problem: string };

/** What an answer means, or what is to be asked instead. */
export type Meant<T> = NotYet | { readonly found: T };
