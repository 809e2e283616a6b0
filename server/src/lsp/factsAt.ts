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
