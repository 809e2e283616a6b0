import type { YamlProblem } from './node.ts';

/** A text of the same length that can be read, and what had to be changed in it, in the order of the text. */
export interface Mended {
  readonly text: string;
  readonly problems: readonly YamlProblem[];
}

const LONE_RETURN = /\r(?!\n)/g;
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?= |$)/gm;

/**
 * Replaces, character by character, what every reader of YAML would stumble over and we can see through: a carriage return
 * alone, which is a line end to an editor and a letter to YAML, and the lines that a merge conflict leaves behind, which
 * become comments, so that both sides are read. Looks only at text[start, end).
 */
export function mend(text: string, start: number, end: number): Mended {
  const part = text.slice(start, end);
  const returns = hasLoneReturn(part);
  const conflict = part.includes('<<<<<<<') || part.includes('>>>>>>>');
  if (!returns && !conflict) return { text, problems: [] };

  const problems: YamlProblem[] = [];
  let mended = part;
  if (returns) {
    problems.push(loneReturns(part, start));
    mended = mended.replace(LONE_RETURN, '\n');
  }
  if (conflict) {
    mended = mended.replace(CONFLICT_MARKER, (marker, at: number) => {
      problems.push(conflictMarker(marker, start + at));
      return `#${marker.slice(1)}`;
    });
  }
  problems.sort((a, b) => a.start - b.start);
  return { text: text.slice(0, start) + mended + text.slice(end), problems };
}

function hasLoneReturn(part: string): boolean {
  let at = part.indexOf('\r');
  while (at !== -1 && part.charAt(at + 1) === '\n') at = part.indexOf('\r', at + 2);
  return at !== -1;
}

/** One problem for all: a file with such line ends has one on every line. */
function loneReturns(part: string, base: number): YamlProblem {
  const count = part.match(LONE_RETURN)?.length ?? 0;
  const found = count === 1 ? 'a carriage return' : `${count} carriage returns`;
  const start = base + part.search(LONE_RETURN);
  return {
    start,
    end: start + 1,
    code: 'lone-carriage-return',
    message: `Found ${found} without a line feed; expected every line to end with LF or CRLF. Other tools read the lines as one.`,
  };
}

function conflictMarker(marker: string, start: number): YamlProblem {
  return {
    start,
    end: start + marker.length,
    code: 'conflict-marker',
    message: `Found ${marker}, left by a merge; expected one side of the conflict. Both are read until it is settled.`,
  };
}
