import { randomBytes } from 'node:crypto';
import { lstatSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './errors.ts';
import { folderEntries } from './folderEntries.ts';

// A file is written beside its place and put there whole. What a process that was killed leaves behind has a name that nothing
// else bears, and the next run that writes there removes it.

const draftName = /^\.tickmark-draft-(\d+)-[0-9a-f]{16}$/;
/** How long a process may take to write a file, in milliseconds: the number of one that is gone may be another's by then. */
const longestWriting = 3600 * 1000;
/** The drafts that this process is writing. */
const own = new Set<string>();

/** A new name for a file that is being written in a folder. */
export function newDraft(folder: string): string {
  const file = join(folder, `.tickmark-draft-${process.pid}-${randomBytes(8).toString('hex')}`);
  own.add(file);
  return file;
}

/** Says that a draft has been put in its place, or is to be no more: then it is removed. */
export function endDraft(file: string): void {
  own.delete(file);
  removeFile(file);
}

/** Whether a name is that of a draft. */
export function isDraft(name: string): boolean {
  return draftName.test(name);
}

/** Removes from a folder the drafts that were left behind. */
export function removeLeftDrafts(folder: string): void {
  for (const { name, is } of folderEntries(folder)) {
    const [, writer] = draftName.exec(name) ?? [];
    const file = join(folder, name);
    if (writer !== undefined && is === 'file' && wasLeft(file, Number(writer))) removeFile(file);
  }
}

function wasLeft(file: string, writer: number): boolean {
  if (own.has(file)) return false;
  if (writer === process.pid || !isRunning(writer)) return true;
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > longestWriting;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is another user's.
    return hasCode(error, 'EPERM');
  }
}

/** Removes one file; one that is gone, or that may not be removed, stays as it is. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // The next run tries again.
  }
}
