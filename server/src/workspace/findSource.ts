import { type SourceFile, type SourceState, stateFrom } from '../core/program/sources.ts';
import { below, type Files, unreadable } from './files.ts';

/**
 * Looks for a file that evidence names, at one path after the other until it is found.
 * @param missed told of a path at which something is that cannot be read; nothing is known of it
 */
export async function findSource(
  files: Files,
  root: string,
  file: SourceFile,
  missed: (path: string) => void = () => {},
): Promise<SourceState> {
  const states: SourceState[] = [];
  for (const path of file.paths) {
    const state = await files.look(below(root, path), root, file.sha256);
    if (state === unreadable) missed(path);
    states.push(state === unreadable ? 'unknown' : state);
    if (state === 'there' || state === 'differs') break;
  }
  return stateFrom(file, states);
}
