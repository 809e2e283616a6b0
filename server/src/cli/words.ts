import { printable, type TerminalText, terminal } from './terminalText.ts';

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): TerminalText {
  return terminal`${count} ${printable(count === 1 ? noun : nouns)}`;
}

/** What is said of a file or folder of a program that could not be read. */
export function notRead(path: string): TerminalText {
  return terminal`${printable(path)}: could not be read, so findings about missing records may not be shown. Check its permissions.
`;
}
