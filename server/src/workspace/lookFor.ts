import { type SourceFile, type SourceState, stateFrom } from '../core/programme/sources.ts';
import { below, type Files } from './files.ts';

/** Looks for a file that evidence names, at one path after the other until it is found. */
export async function lookFor(files: Files, root: string, file: SourceFile): Promise<SourceState> {
  const states: SourceState[] = [];
  for (const path of file.paths) {
    const state = await files.look(below(root, path), root, file.sha256);
    states.push(state);
    if (state === 'there' || state === 'differs') break;
  }
  return stateFrom(file, states);
}
