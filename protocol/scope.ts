import type { DocumentEdits } from './documentEdits.ts';
import type { Request } from './message.ts';

export interface ChooseReportParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** The id of a report. */
  readonly report: string;
}

/** Asked by the client: the report that a program answers for, for this session; answered by whether there is such a report. */
export const chooseReportRequest: Request<ChooseReportParams, boolean> = { method: 'tickmark/chooseReport' };

export interface ScopeEditParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** Ids of categories. */
  readonly categories: readonly string[];
}

/**
 * Asked by the client: the edit of the manifest that makes these the categories of the report answered for, comments and form
 * kept; null where there is no manifest.
 */
export const scopeEditRequest: Request<ScopeEditParams, DocumentEdits | null> = {
  method: 'tickmark/scopeEdit',
};
