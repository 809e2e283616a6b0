import type { Request } from './message.ts';

/** The files below a folder, as paths relative to it with `/`. */
export interface FilesBelow {
  readonly files: readonly string[];
  /**
   * The folders whose files were not all listed: their paths end in `/`, and that of the folder itself is empty. Nothing that
   * seems to be absent is told then.
   */
  readonly unlisted: readonly string[];
  /**
   * Files other than documents, and folders (their paths end in `/`), whose names may tell the generator of a site, such as
   * `docusaurus.config.js`. Absent where the client does not look for them.
   */
  readonly sites?: readonly string[];
  /** Files below folders called `evidence`, of which the server knows which count. Absent where the client does not look for them. */
  readonly evidence?: readonly string[];
}

/** Asked by the server, for schemes other than `file:`: the Markdown and YAML files below a folder (a URI). */
export const listFilesRequest: Request<{ readonly folder: string }, FilesBelow> = {
  method: 'tickmark/listFiles',
};

/** Asked by the server, for schemes other than `file:`: a file's text, or null where it cannot be read. */
export const readFileRequest: Request<{ readonly uri: string }, string | null> = {
  method: 'tickmark/readFile',
};
