import type { RecordEntry } from '../../program/record.ts';
import type { Window } from '../../time/states.ts';

/** Evidence to add: its control, its window, and its source. */
export interface EvidenceAsked {
  readonly control: RecordEntry;
  readonly window: Window;
  /** The path of the file, relative to the root, or its address; empty where a person has yet to state that. */
  readonly source: string;
  /** The hash of the file; undefined where it is not known. */
  readonly sha256: string | undefined;
  /** Who keeps a file that is not in the repository; empty where a person has yet to state it, undefined for a file that is. */
  readonly custodian: string | undefined;
  /** Which of several types of evidence it is, as a person stated it. */
  readonly type: string | undefined;
  /** The name of the file, where several are added at once. */
  readonly file?: string;
  /** The systems that it covers; none for all. */
  readonly systems: readonly string[];
  /** The calendar date on which the control was performed, as a person stated it. */
  readonly performed: string | undefined;
}
