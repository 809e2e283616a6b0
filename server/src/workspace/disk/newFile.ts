import { openSync, writeSync } from 'node:fs';
import { hasCode, messageOf } from './errors.ts';

/** A file was not made, and nothing was changed; the message says why. */
export class NotMade extends Error {}

/** A file that this process made, and that grows until the process ends. Only this user may read it. */
export class NewFile {
  readonly #opened: number;

  /**
   * Makes a file where there is none.
   * @throws NotMade where something has this name, or the file cannot be written
   */
  constructor(path: string) {
    try {
      this.#opened = openSync(path, 'wx', 0o600);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) throw new NotMade('it exists already');
      throw new NotMade(messageOf(error));
    }
  }

  /**
   * Puts text at the end, before anything else happens: what was added is there, however the process ends.
   * @throws what the file system says, such as that the disk is full
   */
  add(text: string): void {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#opened, bytes, written);
  }
}
