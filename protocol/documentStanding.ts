import type { Request } from './message.ts';

/** What a document is to its program, in words to be shown. */
export interface DocumentStanding {
  /** As what it is read: `Control AC-01`, `2 controls, 1 policy`, `Not read`. */
  readonly words: string;
  /** Its program and report, and whether it counts or why it is not read. */
  readonly detail: string;
  readonly isRead: boolean;
  /** The URI of the root of its program; absent where it is in none. */
  readonly root?: string;
}

/** Asked by the client: what a document is read as, be it open or not. */
export const documentStandingRequest: Request<
  { readonly textDocument: { readonly uri: string } },
  DocumentStanding
> = { method: 'tickmark/documentStanding' };
