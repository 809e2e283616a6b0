// What may happen to a text: a slip of the hand, a bad merge, a file cut short, and what nobody would do.
import { at, type Random } from '../../bench/generator/random.ts';
import { criteria, recordIds, signs } from './grammars/words.ts';

/** No input is longer, in UTF-16 units: each is to be read in a moment. */
export const longest = 150_000;

/** @param other gives another text, to take a part of */
type Mutator = (random: Random, text: string, other: () => string) => string;

const mutators: readonly Mutator[] = [
  /** A part of another text in the place of a part of this one. */
  (random, text, other) => {
    const [start, end] = stretch(random, text);
    const [from, to] = stretch(random, other());
    return text.slice(0, start) + other().slice(from, to) + text.slice(end);
  },
  (random, text) => {
    const [start, end] = stretch(random, text);
    return text.slice(0, end) + text.slice(start);
  },
  (random, text) => {
    const [start, end] = stretch(random, text);
    return text.slice(0, start) + text.slice(end);
  },
  (random, text) => text.slice(0, random.whole(0, text.length)),
  /** Two neighboring parts change places. */
  (random, text) => {
    const [start, end] = stretch(random, text);
    const middle = random.whole(start, end);
    return text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end);
  },
  (random, text) => inserted(random, text, random.pick(signs)),
  (random, text) => inserted(random, text, random.pick(signs) + random.pick(signs)),
  (random, text) => inserted(random, text, random.pick(criteria)),
  (random, text) => inserted(random, text, random.pick(recordIds)),
  (random, text) => inserted(random, text, String.fromCharCode(random.whole(0, 0xffff))),
  (random, text) => inserted(random, text, '\n'),
  (random, text) => inserted(random, text, ' '.repeat(random.whole(1, 5))),
  (random, text) => random.pick([text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]),
  (_, text) => `\ufeff${text}`,
  (_, text) => text.replace(/\n+$/, ''),
  (random, text) => onLines(random, text, lines => swapped(random, lines)),
  (random, text) => onLines(random, text, lines => lines.filter(() => random.chance(0.8))),
  (random, text) =>
    onLines(random, text, lines => lines.flatMap(line => (random.chance(0.1) ? [line, line] : [line]))),
  (random, text) =>
    onLines(random, text, lines => lines.map(line => (random.chance(0.1) ? `  ${line}` : line))),
  (random, text) =>
    onLines(random, text, lines =>
      lines.map(line => (random.chance(0.1) ? line.replace(/^ {1,2}/, '') : line)),
    ),
  /** Both sides of a merge that nobody has decided. */
  (random, text) => {
    const [start, end] = stretch(random, text);
    const ours = text.slice(start, end);
    return `${text.slice(0, start)}\n<<<<<<< HEAD\n${ours}\n=======\n${ours.toUpperCase()}\n>>>>>>> x\n${text.slice(end)}`;
  },
];

/** What makes much of little; chosen seldom, for it takes long. */
const multipliers: readonly Mutator[] = [
  (random, text) => {
    const [start, end] = stretch(random, text);
    const part = text.slice(start, Math.min(end, start + 60));
    return text.slice(0, start) + part.repeat(random.pick([10, 100, 1000])) + text.slice(start);
  },
  (random, text) => inserted(random, text, random.pick(signs).repeat(random.pick([100, 1000, 5000]))),
  (random, text) => inserted(random, text, (random.pick(signs) + random.pick(signs)).repeat(1000)),
  (random, text) =>
    onLines(random, text, lines => lines.concat(Array.from({ length: 500 }, () => random.pick(lines)))),
];

/** A text with a few things having happened to it. */
export function mutated(random: Random, text: string, other: () => string): string {
  const times = random.pick([0, 1, 1, 2, 3, 6]);
  for (let i = 0; i < times; i++) text = random.pick(mutators)(random, text, other);
  if (random.chance(0.006)) text = random.pick(multipliers)(random, text, other);
  return text.slice(0, longest);
}

/** A stretch of a text, short more often than long; its ends may lie within a character. */
function stretch(random: Random, text: string): readonly [start: number, end: number] {
  const start = random.whole(0, text.length);
  const length = Math.floor(text.length ** random.next());
  return [start, Math.min(text.length, start + length)];
}

function inserted(random: Random, text: string, put: string): string {
  const offset = random.whole(0, text.length);
  return text.slice(0, offset) + put + text.slice(offset);
}

function onLines(random: Random, text: string, change: (lines: string[]) => readonly string[]): string {
  return change(text.split(random.chance(0.9) ? /(?<=\n)/ : /(?<=\s)/)).join('');
}

function swapped(random: Random, lines: string[]): string[] {
  const [one, other] = [random.whole(0, lines.length - 1), random.whole(0, lines.length - 1)];
  return lines.map((line, i) => (i === one ? at(lines, other) : i === other ? at(lines, one) : line));
}
