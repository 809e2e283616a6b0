import type { Step } from './pathPatterns.ts';
import { type CharacterClass, PathSegment, type Unit } from './pathSegment.ts';

/** How a pattern is read: gitignore(5) and globs differ in what is said here, and in nothing else. */
export interface Reading {
  /** Whether `*`, `?`, classes and `**` may stand for names that begin with a full stop. */
  readonly hidden: boolean;
  /** Whether letters stand for their small and capital forms; paths are then to be given in small letters. */
  readonly folded: boolean;
  /** What a `[` means that no `]` follows: itself, or nothing that fits. */
  readonly unclosed: 'itself' | 'nothing';
}

/** A pattern taken apart: the steps to its last segment, and that. */
export interface PatternSteps {
  readonly steps: readonly Step[];
  readonly last: PathSegment;
}

const BACKSLASH = '\\';

/**
 * Takes a pattern apart at its slashes: `*` and `?` stand for characters of a segment, `[...]` for one of some, `**` between
 * slashes for any number of segments, at the end for one at least; a backslash takes the next sign as it is. Undefined where
 * the pattern fits nothing.
 */
export function patternSteps(pattern: string, reading: Reading): PatternSteps | undefined {
  const steps: Step[] = [];
  let pieces: Unit[][] = [[]];
  let start = 0;
  const segmentTo = (end: number) => new PathSegment(pattern.slice(start, end), pieces, reading.hidden);
  const add = (unit: Unit) => pieces.at(-1)?.push(unit);
  const addSign = (sign: string) => add(reading.folded ? sign.toLowerCase() : sign);
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === '/') {
      steps.push(isAny(pattern.slice(start, at)) ? 'any' : segmentTo(at));
      pieces = [[]];
      start = at + 1;
    } else if (sign === '*') pieces.push([]);
    else if (sign === '?') add(undefined);
    else if (sign === BACKSLASH) {
      if (++at === pattern.length) return undefined;
      addSign(pattern.charAt(at));
    } else if (sign === '[') {
      const read = classAt(pattern, at, reading.folded);
      if (!read && reading.unclosed === 'nothing') return undefined;
      add(read?.unit ?? sign);
      if (read) at = read.end - 1;
    } else addSign(sign);
  }
  if (!isAny(pattern.slice(start))) return { steps, last: segmentTo(pattern.length) };
  return { steps: [...steps, 'any'], last: new PathSegment('*', [[], []], reading.hidden) };
}

function isAny(segment: string): boolean {
  return segment.length > 1 && /^\*+$/.test(segment);
}

const named: Readonly<Record<string, readonly (readonly [number, number])[]>> = Object.fromEntries(
  Object.entries({
    alnum: ['09', 'AZ', 'az'],
    alpha: ['AZ', 'az'],
    blank: ['  ', '\t\t'],
    cntrl: ['\0\x1f', '\x7f\x7f'],
    digit: ['09'],
    graph: ['!~'],
    lower: ['az'],
    print: [' ~'],
    punct: ['!/', ':@', '[`', '{~'],
    space: ['\t\r', '  '],
    upper: ['AZ'],
    xdigit: ['09', 'AF', 'af'],
  }).map(([name, ranges]) => [
    name,
    ranges.map(range => [range.charCodeAt(0), range.charCodeAt(1)] as const),
  ]),
);

/** The class whose `[` stands at `at`; undefined where it does not end, or names a kind of characters that there is none of. */
function classAt(
  text: string,
  at: number,
  folded: boolean,
): { unit: CharacterClass; end: number } | undefined {
  const ranges: (readonly [number, number])[] = [];
  const not = '!^'.includes(text.charAt(at + 1)) && at + 1 < text.length;
  const first = at + (not ? 2 : 1);
  for (let i = first; i < text.length; ) {
    if (text.charAt(i) === ']' && i > first)
      return { unit: { not, ranges: folded ? inBothCases(ranges) : ranges }, end: i + 1 };
    const kind = text.startsWith('[:', i) ? text.slice(i + 2, i + 10).split(':]')[0] : undefined;
    if (kind !== undefined && text.startsWith(':]', i + 2 + kind.length)) {
      const known = named[kind];
      if (!known) return undefined;
      for (const range of known) ranges.push(range);
      i += kind.length + 4;
      continue;
    }
    const [from, behind] = signAt(text, i);
    const isRange =
      text.charAt(behind) === '-' && behind + 1 < text.length && text.charAt(behind + 1) !== ']';
    const [to, end] = isRange ? signAt(text, behind + 1) : [from, behind];
    ranges.push([from, to]);
    i = end;
  }
  return undefined;
}

/** The sign at an offset, and where the next one begins; a backslash takes the one behind it as it is. */
function signAt(text: string, at: number): [code: number, end: number] {
  const from = text.charAt(at) === BACKSLASH && at + 1 < text.length ? at + 1 : at;
  return [text.charCodeAt(from), from + 1];
}

/** Ranges with the small letters of the capitals in them. */
function inBothCases(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return ranges.flatMap(([from, to]) => [
    [from, to] as const,
    [Math.max(from, CAPITAL_A) + TO_SMALL, Math.min(to, CAPITAL_Z) + TO_SMALL] as const,
  ]);
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_SMALL = 32;
