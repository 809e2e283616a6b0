import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { CouldNotRun } from './couldNotRun.ts';

/**
 * Puts a whole file in the place of the old one, if there was one, with its mode: at once or not at all.
 * @param shown as the file is called where it cannot be written
 * @throws CouldNotRun where it cannot be written
 */
export function replaceFile(file: string, shown: string, content: string): void {
  const draft = `${file}.${process.pid}.tickmark`;
  try {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    writeFileSync(draft, content, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new CouldNotRun(
      `${shown} could not be written: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
