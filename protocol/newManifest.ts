import type { Request } from './message.ts';

export interface NewManifestParams {
  /** The URI of the folder that is to become a program. */
  readonly folder: string;
  readonly organization: string;
  readonly kind: 'soc1' | 'soc2' | 'soc3';
  readonly type: 1 | 2;
  readonly asOf?: string;
  readonly period?: { readonly start: string; readonly end: string };
  readonly categories: readonly string[];
  /** Why the report does not cover Security, where it does not. The manifest silences the finding with it. */
  readonly withoutSecurity?: string;
  /** Globs of documents that are to be read wherever they lie. */
  readonly include?: readonly string[];
  /** The names of those of `tickmark/startFolder` that are to be made. */
  readonly folders?: readonly string[];
}

export interface NewManifestResult {
  /** Where the manifest goes, and what it says; the client writes it. */
  readonly uri: string;
  readonly text: string;
  /** A page for each of the folders, which says what belongs there: git keeps no empty folder. */
  readonly pages: readonly { readonly uri: string; readonly text: string }[];
}

/** Asked by the client: the manifest of a new program. */
export const newManifestRequest: Request<NewManifestParams, NewManifestResult> = {
  method: 'tickmark/newManifest',
};
