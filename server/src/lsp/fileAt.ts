import type { Location } from '../../../protocol/place.ts';
import { isFolderPath } from '../core/model/sourceFile.ts';
import { below } from '../workspace/files.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { ServerContext } from './context.ts';
import { beginningOf } from './pages.ts';

/**
 * The beginning of the first of some files that is there; undefined where none is, or what is there is a folder.
 * @param paths relative to the root of the program; no link may lead out of that
 */
export async function fileAt(
  paths: readonly string[],
  { folder: { root } }: ProgramHost,
  { files, folders }: Pick<ServerContext, 'files' | 'folders'>,
): Promise<Location | undefined> {
  for (const path of paths) {
    if (isFolderPath(path)) continue;
    const key = below(root, path);
    if ((await files.look(key, root, undefined)) !== 'there') continue;
    return beginningOf(folders.uriOf(key));
  }
  return undefined;
}
