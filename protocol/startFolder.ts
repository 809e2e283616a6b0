import type { Request } from './message.ts';

export interface StartFolderParams {
  /** The URI of the folder that is to become a program. */
  readonly folder: string;
}

export interface StartFolderResult {
  /** How many documents of which kind lie where; left out where none do. */
  readonly found?: string;
  /** The globs by which a manifest has those read that it would not have read by their folders. */
  readonly include: readonly string[];
  /** The usual folders that are not there. */
  readonly folders: readonly { readonly name: string; readonly description: string }[];
}

/** Asked by the client before a program is begun: what lies in its folder already. */
export const startFolderRequest: Request<StartFolderParams, StartFolderResult> = {
  method: 'tickmark/startFolder',
};
