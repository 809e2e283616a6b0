import { printable } from './terminal.ts';

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** What is said of a file that could not be read. */
export function notRead(path: string): string {
  return `${printable(path)}: could not be read; is it there, and may you read it?\n`;
}
