import type { DocumentEdits } from './documentEdits.ts';
import type { Request } from './message.ts';

export interface ProposalsParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** The URI of the document that is asked about; left out for all that cite no criterion. */
  readonly document?: string;
  /** The ids of the criteria that are in question, of all documents that speak of them; left out for all. */
  readonly criteria?: readonly string[];
}

/** What the client's command `tickmark.proposeCriteria` is given: it has a person choose. */
export type ProposeCriteriaCommand = Omit<ProposalsParams, 'document'>;

export interface ProposalsResult {
  readonly records: readonly ProposedFor[];
  /** How many records were looked at for which nothing is proposed. */
  readonly without: number;
}

/** What is proposed for one record. */
export interface ProposedFor {
  /** The URI of its document, and its number there. */
  readonly uri: string;
  readonly record: number;
  /** What the record says now, as a digest: it is sent back with what a person accepts. */
  readonly digest: string;
  /** What it is called, and the path of its document, relative to the root. */
  readonly name: string;
  readonly path: string;
  /** The best first; at least one. */
  readonly criteria: readonly ProposedCriterion[];
}

export interface ProposedCriterion {
  readonly id: string;
  readonly title: string;
  /** By what it is proposed, in a few words. */
  readonly why: string;
  /** Whether a document of this title is typical for the criterion. */
  readonly isTypical: boolean;
}

/**
 * Asked by the client: which criteria documents may address, by their titles and headings. Whether they do is for a person to
 * say: nothing is written.
 */
export const proposalsRequest: Request<ProposalsParams, ProposalsResult> = { method: 'tickmark/proposals' };

export interface AcceptParams {
  /** The URI of the root of a program. */
  readonly root: string;
  readonly accepted: readonly {
    readonly uri: string;
    readonly record: number;
    /** As it was proposed with. */
    readonly digest: string;
    /** Ids of criteria. */
    readonly criteria: readonly string[];
  }[];
}

/**
 * Asked by the client: the edit by which records cite the criteria that a person accepted for them; null where there is none, or
 * where a record does not say any more what it said when they were proposed.
 */
export const acceptRequest: Request<AcceptParams, DocumentEdits | null> = {
  method: 'tickmark/acceptProposals',
};
