import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isBelow } from '../files.ts';
import { endDraft, newDraft, removeFile } from './drafts.ts';
import { hasCode, messageOf } from './errors.ts';
import { NotMade } from './newFile.ts';
import { realPathOf } from './places.ts';

/**
 * Makes a file with a content, and the folders around it: at once or not at all, and never over another file.
 * @param within the real path of the folder that it is to lie in: links among the folders around it may lead elsewhere
 * @returns what takes it back: the file, and the folders that were made for it
 * @throws NotMade where something has this name, or the file cannot be written there; then no folder was made either
 */
export function makeFile(file: string, content: Buffer | string, within: string): () => void {
  if (!isBelow(`${realPathOf(dirname(file))}/`, within))
    throw new NotMade(`its folder is reached through a link that leads out of ${within}`);
  let first: string | undefined;
  try {
    first = mkdirSync(dirname(file), { recursive: true });
    const draft = newDraft(dirname(file));
    try {
      const opened = openSync(draft, 'wx', 0o666);
      try {
        writeFileSync(opened, content);
        fsyncSync(opened);
      } finally {
        closeSync(opened);
      }
      putInPlace(draft, file, content);
    } finally {
      endDraft(draft);
    }
    return () => {
      removeFile(file);
      removeFolders(dirname(file), first);
    };
  } catch (error) {
    removeFolders(dirname(file), first);
    if (hasCode(error, 'EEXIST')) throw new NotMade('it exists already');
    throw error instanceof NotMade ? error : new NotMade(messageOf(error));
  }
}

/** A second name for the draft is refused where something has that name. Some file systems know no second names. */
function putInPlace(draft: string, file: string, content: Buffer | string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw error;
    writeFileSync(file, content, { flag: 'wx' });
  }
}

/**
 * Removes folders that were made, the innermost first; one in which something lies by now stays.
 * @param first the outermost of them; undefined where none was made
 */
function removeFolders(last: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let folder = last; folder.length >= first.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Somebody else's file lies there.
  }
}
