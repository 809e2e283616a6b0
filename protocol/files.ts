import type { Request } from './message.ts';

/**
 * Asked by the server, for schemes other than `file:`: the Markdown and YAML files below a folder (a URI), as paths relative to
 * it with `/`.
 */
export const listFilesRequest: Request<{ readonly folder: string }, readonly string[]> = {
  method: 'tickmark/listFiles',
};

/** Asked by the server, for schemes other than `file:`: a file's text, or null where it cannot be read. */
export const readFileRequest: Request<{ readonly uri: string }, string | null> = {
  method: 'tickmark/readFile',
};
