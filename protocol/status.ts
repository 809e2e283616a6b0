import type { Notification, Request } from './message.ts';

/** A program, as it is chosen from a list. */
export interface ProgramStatus {
  /** The URI of its root. */
  readonly root: string;
  readonly name: string;
  /** The URI of its manifest, if it has one. */
  readonly manifest?: string;
  readonly reports: readonly ReportStatus[];
  /** The id of the report that is answered for. */
  readonly report: string;
  /** Every category of the catalogs that the report answered for is measured against, and whether it has it. */
  readonly categories: readonly CategoryStatus[];
  /** The preset of rules to move on to, once it is time. */
  readonly nextPreset?: string;
  /** Files and folders (their paths end in `/`) that cannot be read, relative to the root, as they are to be shown. */
  readonly unreadable: readonly string[];
  /** How many criteria in scope stand where, in words: `30 implemented, 2 rely on a vendor, 1 excluded`; empty where there are none. */
  readonly summary: string;
  /** How many criteria in scope controls carry out, in words: `30 of 33 implemented`. None where the report is assumed. */
  readonly share?: string;
  /**
   * How many criteria in scope have no control that counts. None where that is not known: the report is assumed, or not all of the
   * program could be read.
   */
  readonly withoutControl?: number;
  /** What evidence is overdue or soon due, in words: `1 overdue, 3 due within 30 days`; none where nothing is. */
  readonly pressing?: string;
}

export interface ReportStatus {
  readonly id: string;
  /** Kind, type and id. */
  readonly name: string;
  /** The report in a few words: kind, type, dates, categories. */
  readonly words: string;
  readonly kind: string;
  readonly assumed: boolean;
}

export interface CategoryStatus {
  readonly id: string;
  readonly title: string;
  readonly chosen: boolean;
}

export interface Status {
  readonly indexing: boolean;
  readonly programs: readonly ProgramStatus[];
}

/** Asked by the client: how things stand. */
export const statusRequest: Request<Record<string, never>, Status> = { method: 'tickmark/status' };

/** Told by the server: the status has changed. It is to be asked for again. */
export const statusChangedNotification: Notification<void> = { method: 'tickmark/statusChanged' };
