import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { removeFile } from '../disk/drafts.ts';
import { ownFiles, ownFolderIn, pagesIn, readPrivate, writeOwn } from '../disk/ownFolder.ts';
import { comesWith } from './cacheKey.ts';

/** A file that was made here: what its page is about, and the beginning of the hash of what it says. */
const pageName = /^[\w.-]{1,80}-[0-9a-f]{12}\.md$/;
/** How many are kept: more than all criteria in a few versions. */
const mostPages = 1000;

/**
 * Writes a page into Tickmark's own folder, for an editor that opens files only. The file is this user's, who may only read it. A
 * file with one name always has the same text, so nothing that an editor shows is changed.
 * @param caches the user's folder for what can be made again
 * @param root the real path of the folder that is open; nothing is written into it
 * @param about what the page is about, such as `CC6.1`
 * @returns the path of the file; undefined where none can be written
 */
export function pageFile(caches: string, root: string, about: string, text: string): string | undefined {
  if (comesWith(caches, [root])) return undefined;
  const own = ownFolderIn(caches);
  const folder = own.is === 'ours' ? pagesIn(own.path) : undefined;
  if (folder === undefined) return undefined;
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const name = `${about.replace(/[^\w.-]+/g, '-').slice(0, 80)}-${hash}.md`;
  const file = join(folder, name);
  if (readPrivate(file, bytes.length)?.equals(bytes)) return file;
  try {
    writeOwn(folder, name, bytes, 0o400);
  } catch {
    return undefined;
  }
  makeRoom(folder, file);
  return file;
}

function makeRoom(folder: string, kept: string): void {
  const others = ownFiles(folder, pageName).filter(({ path }) => path !== kept);
  for (const { path } of others.sort((a, b) => b.used - a.used).slice(mostPages - 1)) removeFile(path);
}
