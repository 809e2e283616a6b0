import type { YamlProblem } from './node.ts';

/** A text of the same length that can be read, and what had to be changed in it. */
export interface Mended {
  readonly text: string;
  readonly problems: readonly YamlProblem[];
}

const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?= |$)/gm;

/**
 * Replaces, one character by one, what every reader of YAML would stumble over and we can see through: a carriage return
 * alone, which is a line end to an editor and a letter to YAML, and the lines that a merge conflict leaves behind, which
 * become comments, so that both sides are read. Looks only at text[start, end).
 */
export function mend(text: string, start: number, end: number): Mended {
  const problems: YamlProblem[] = [];
  const returns = loneReturns(text, start, end);
  if (returns !== undefined) {
    problems.push(returns);
    text = within(text, start, end, part => part.replace(/\r(?!\n)/g, '\n'));
  }
  if (mayConflict(text, start, end)) {
    text = within(text, start, end, part =>
      part.replace(CONFLICT_MARKER, (marker, at: number) => {
        problems.push(conflict(start + at, marker));
        return `#${marker.slice(1)}`;
      }),
    );
  }
  return { text, problems };
}

function within(text: string, start: number, end: number, change: (part: string) => string): string {
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

/** One problem for all: a file with such line ends has one on every line. */
function loneReturns(text: string, start: number, end: number): YamlProblem | undefined {
  let first = -1;
  let count = 0;
  for (let at = text.indexOf('\r', start); at !== -1 && at < end; at = text.indexOf('\r', at + 1)) {
    if (text.charAt(at + 1) === '\n') continue;
    if (count++ === 0) first = at;
  }
  if (count === 0) return undefined;
  const found = count === 1 ? 'a carriage return' : `${count} carriage returns`;
  return {
    start: first,
    end: first + 1,
    code: 'lone-carriage-return',
    message: `Found ${found} without a line feed; expected every line to end with LF or CRLF. Other tools read the lines as one.`,
  };
}

/** One side of a conflict begins or ends here: a line of equals signs alone is no sign of a conflict. */
function mayConflict(text: string, start: number, end: number): boolean {
  return ['<<<<<<<', '>>>>>>>'].some(marker => {
    const at = text.indexOf(marker, start);
    return at !== -1 && at < end;
  });
}

function conflict(start: number, marker: string): YamlProblem {
  return {
    start,
    end: start + marker.length,
    code: 'conflict-marker',
    message: `Found ${marker}, left by a merge; expected one side of the conflict. Both are read until it is settled.`,
  };
}
