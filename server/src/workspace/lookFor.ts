import type { SourceFile, SourceState } from '../core/programme/sources.ts';
import { below, type Files } from './files.ts';

/** What is found of a file that evidence names: the first of its paths that leads to one counts. */
export async function lookFor(
  files: Files,
  root: string,
  { paths, sha256 }: SourceFile,
): Promise<SourceState> {
  let found: SourceState = 'unknown';
  for (const path of paths) {
    const state = await files.look(below(root, path), root, sha256);
    if (state === 'there' || state === 'differs') return state;
    if (state === 'missing') found = state;
  }
  return found;
}
