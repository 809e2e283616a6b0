/** Whether standard output goes to a terminal. */
export function isWatched(): boolean {
  return process.stdout.isTTY === true;
}

/** Whether styles are written at all. */
export function paints(): boolean {
  return isWatched() && !process.env['NO_COLOR'];
}

/**
 * How many characters a line of the terminal has. In a pipe a line is as long as it is: whatever reads it may search it, or
 * break it anew.
 */
export function columns(): number {
  return process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY;
}
