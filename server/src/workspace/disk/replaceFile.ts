import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { endDraft, newDraft } from './drafts.ts';
import { messageOf } from './errors.ts';
import { isThere, realPath } from './places.ts';
import { readRegular } from './readRegular.ts';

/** A file was not replaced, and is what it was; the message says why. */
export class NotReplaced extends Error {}

/**
 * Puts a whole file in the place of the old one, with its mode and owner: at once or not at all. A link stays, and the file that
 * it leads to is replaced.
 * @param before what the file held when it was read; undefined where there was none
 * @throws NotReplaced where it cannot be written, or is no more what it was when it was read
 */
export function replaceFile(file: string, before: Buffer | undefined, content: string): void {
  try {
    const place = placeOf(file);
    const draft = newDraft(dirname(place));
    try {
      const old = statSync(place, { throwIfNoEntry: false });
      if (old && (old.mode & 0o222) === 0) throw new NotReplaced('it is read-only');
      writeDraft(draft, content, old);
      requireSame(place, before);
      renameSync(draft, place);
    } finally {
      endDraft(draft);
    }
  } catch (error) {
    if (error instanceof NotReplaced) throw error;
    throw new NotReplaced(messageOf(error));
  }
}

function placeOf(file: string): string {
  try {
    return isThere(file) ? realPath(file) : file;
  } catch {
    throw new NotReplaced('it is a link that leads nowhere');
  }
}

/** Writes a draft to the end and to the disk: after a loss of power there is the old file or the new one. */
function writeDraft(draft: string, content: string, old: Stats | undefined): void {
  const opened = openSync(draft, 'wx', 0o666);
  try {
    writeFileSync(opened, content);
    if (old) keepOwner(opened, old);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function keepOwner(opened: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(opened, uid, gid);
  } catch {
    // Only the superuser may give a file away.
  }
  fchmodSync(opened, mode & 0o7777);
}

function requireSame(file: string, before: Buffer | undefined): void {
  const now = readRegular(file);
  if (now === undefined && before === undefined) return;
  if (typeof now === 'symbol') throw new NotReplaced('it is not a regular file, or cannot be read');
  if (now === undefined || before === undefined || !now.bytes.equals(before))
    throw new NotReplaced('it changed in the meantime; run the command again');
}
