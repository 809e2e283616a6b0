import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Files } from './files.ts';
import { listDocuments } from './listing.ts';

/** Files on disk. Each call is short and does not wait, which is several times faster than promises over many files. */
export const diskFiles: Files = {
  list: listDocuments,
  read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
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
