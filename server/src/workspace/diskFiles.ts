import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Files } from './files.ts';
import { listDocuments } from './listing.ts';
import { isInside, lookOnDisk } from './lookOnDisk.ts';

/** Files on disk. Each call is short and does not wait, which is several times faster than promises over many files. */
export const diskFiles: Files = {
  list: listDocuments,
  read(file, within) {
    try {
      if (within !== undefined && !isHarmless(file, within)) return undefined;
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  look: lookOnDisk,
  upwards(folder) {
    const folders: string[] = [];
    for (let path = folder; ; path = dirname(path)) {
      folders.push(path);
      if (existsSync(`${path}/.git`)) return folders;
      // Outside a repository nothing says how far documentation may reach: three steps up at most.
      if (dirname(path) === path) return folders.slice(0, 4);
    }
  },
};

/** The largest catalogue that anybody publishes has some 10 MB. */
const mostBytes = 100_000_000;

/** Whether a file lies in a folder, links followed, and has an end: a pipe or a device would be read for ever. */
function isHarmless(file: string, folder: string): boolean {
  if (!isInside(file, folder)) return false;
  const stats = statSync(file);
  return stats.isFile() && stats.size <= mostBytes;
}
