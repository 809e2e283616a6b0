import { printable } from './terminal.ts';

/** A number with its noun: `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is said of a file that could not be read. */
export function notRead(path: string): string {
  return `${printable(path)}: could not be read; is it there, and may you read it?\n`;
}
