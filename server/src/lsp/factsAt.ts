import type { DocumentFacts } from '../core/formats/facts.ts';
import { below } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import { type EditsContext, textOf } from './workspaceEdits.ts';

/**
 * What a document of a program says now, whether it is open or not: it is read from its buffer, else from its file.
 * @param path in the program
 * @returns undefined where it is there no more, or is no document
 */
export async function factsAt(
  context: EditsContext,
  host: ProgramHost,
  path: string,
): Promise<DocumentFacts | undefined> {
  const text = await textOf(context, below(host.folder.root, path));
  return text === undefined ? undefined : host.factsOf(path, text);
}

/**
 * The text of a document that is as the program has taken it up, so that what it knows of the document is still so.
 * @param path in the program
 * @returns undefined where it is there no more, or has changed
 */
export async function textTakenUp(
  context: EditsContext,
  host: ProgramHost,
  path: string,
): Promise<string | undefined> {
  const text = await textOf(context, below(host.folder.root, path));
  const before = host.lines(path);
  return text !== undefined && before?.isOf(text) ? text : undefined;
}
