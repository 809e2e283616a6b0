import type { AskedPrograms } from './programs.ts';
import { writeError } from './terminal.ts';
import { printable, type TerminalText, terminal } from './terminalText.ts';
import { counted } from './words.ts';

/** What is said of each file and folder that could not be read and lies in no program. */
export function outsideText({ unreadable }: AskedPrograms): TerminalText[] {
  return unreadable.map(path => {
    const what = path.endsWith('.gitignore')
      ? terminal`Files that it ignores may be checked anyway.`
      : terminal`Its contents are not checked.`;
    return terminal`${printable(path)}: could not be read. ${what} Check its permissions.\n`;
  });
}

/** How many files and folders could not be read. */
export function countUnread({ programs, unreadable }: AskedPrograms): number {
  return unreadable.length + programs.reduce((sum, one) => sum + one.unreadable.length, 0);
}

/** Whether nothing at all was read of what was named, although there is a program or something to say of it. */
export function isNothingRead({ programs, notices }: AskedPrograms): boolean {
  const isAnyRead = programs.some(
    ({ engine, isAsked }) =>
      [...engine.catalogFiles].some(isAsked) ||
      [...engine.program.paths()].some(path => isAsked(path) && !engine.program.passedOver.has(path)),
  );
  return !isAnyRead && (programs.length > 0 || notices.some(({ isUnread }) => isUnread));
}

/** Whether each named file has nothing to check, as when a hook names whatever has changed. */
export function isAllAside({ notices, named }: AskedPrograms): boolean {
  return named > 0 && notices.filter(({ isAside }) => isAside).length === named;
}

/**
 * The exit code: 2 where not everything could be read, for nobody knows what is there, and where nothing was read of what was
 * named, for that is not to look like a clean result. A named file that has nothing to check is none of these.
 * @param code the exit code where everything was read
 */
export function codeOf(code: number, asked: AskedPrograms): number {
  return countUnread(asked) > 0 || (isNothingRead(asked) && !isAllAside(asked)) ? 2 : code;
}

/** Says on standard error that not everything was read, where that is so. */
export function sayUnread(asked: AskedPrograms): void {
  const count = countUnread(asked);
  if (count === 0 && isNothingRead(asked) && !isAllAside(asked)) {
    const isCiting = asked.notices.some(({ unread }) => unread !== undefined);
    writeError(
      isCiting
        ? terminal`tickmark: nothing was read, although pages here cite criteria. The output says why.\n`
        : terminal`tickmark: nothing was read, so nothing was checked.\n`,
    );
  }
  if (count === 0) return;
  const them = count === 1 ? terminal`it` : terminal`them`;
  writeError(
    terminal`tickmark: ${counted(count, 'file or folder', 'files or folders')} could not be read, so this result is incomplete. The output names ${them}.\n`,
  );
}
