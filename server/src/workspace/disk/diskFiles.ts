import { dirname } from 'node:path';
import type { Files, Unreadable } from '../files.ts';
import { listDocuments, listSmall, wouldList } from '../listing.ts';
import { lookOnDisk } from './lookOnDisk.ts';
import { isThere } from './places.ts';
import { readRegular } from './readRegular.ts';

/** Files on disk. Each call is short and does not wait, which is several times faster than promises over many files. */
export const diskFiles = {
  list: listDocuments,
  listSmall,
  read(file: string, within?: string): string | Unreadable | undefined {
    const read = readRegular(file, within === undefined ? {} : { within, most: mostBytes });
    return typeof read === 'object' ? read.bytes.toString('utf8') : read;
  },
  look: lookOnDisk,
  wouldList,
  upwards(folder: string): readonly string[] {
    const folders: string[] = [];
    for (let path = folder; ; path = dirname(path)) {
      folders.push(path);
      if (isThere(`${path}/.git`) === true) return folders;
      // Outside a repository nothing says how far documentation may reach: three steps up at most.
      if (dirname(path) === path) return folders.slice(0, 4);
    }
  },
} satisfies Files;

/** The largest catalog that anybody publishes has some 10 MB. */
const mostBytes = 100_000_000;
