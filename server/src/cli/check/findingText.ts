import type { Severity } from '../../core/rules/severity.ts';
import { lineWidth } from '../readable.ts';
import { broken, plain } from '../readableText.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import type { Located } from './located.ts';

/** In which color the findings of a severity are printed. */
export const colorOf = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
} as const satisfies Readonly<Record<Severity, string>>;

/** Findings of one document: those of one rule about the very same words stand together. */
export function grouped(located: readonly Located[]): (readonly [Located, ...Located[]])[] {
  const groups: [Located, ...Located[]][] = [];
  for (const one of located) {
    const last = groups.at(-1);
    if (last && samePlace(last[0], one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function samePlace(a: Located, b: Located): boolean {
  const [one, other] = [a.finding, b.finding];
  const sameRange = one.range.start === other.range.start && one.range.end === other.range.end;
  return one.rule === other.rule && sameRange;
}

/**
 * Findings about the very same words: where they are, the words, and what is said of them.
 * @param hints how many hints may still be asked for
 */
export function findingText(group: readonly [Located, ...Located[]], hints: { left: number }): TerminalText {
  const [{ finding, range, line: printed }] = group;
  const { start, end } = range;
  const line = printed();
  const label = paint(colorOf[finding.severity], printable(finding.severity));
  const at = start.column - 1;
  const width = Math.max(1, (end.line === start.line ? end.column - 1 : line.length) - at);
  const { words, indent, carets } = line.length > 160 ? excerpt(line, at, width) : whole(line, at, width);
  const underline = paint(colorOf[finding.severity], printable(carets));
  const quote = terminal`  ${printable(words)}\n  ${printable(indent)}${underline}`;
  const messages = group.map(({ finding: { message }, hint }) => {
    const help = hints.left-- > 0 ? hint() : undefined;
    return messageText(help === undefined ? message : `${message} ${help}`);
  });
  return terminal`${placeText(group[0])}: ${label} ${paint('dim', printable(finding.rule))}\n${quote}\n${joined(messages)}`;
}

/** Where a finding is, as terminals make a link of it: `file:line:column`. */
export function placeText({ file, range: { start } }: Located): TerminalText {
  return terminal`${printable(file)}:${start.line}:${start.column}`;
}

/** A message below the words that it is about: on a terminal broken into lines, elsewhere as it is. */
export function messageText(message: string): TerminalText {
  const width = lineWidth(columns());
  const indent = plain(terminal`  `);
  const isWhole = indent.length + message.length <= width;
  return terminal`${isWhole ? joined([indent.text, printable(message)]) : broken([message], indent, width)}\n`;
}

/** A line, and what stands below it: the words in question are underlined. */
interface Quote {
  readonly words: string;
  readonly indent: string;
  readonly carets: string;
}

/** Tabs stay tabs, so that the carets stand under the words at any tab width. */
function whole(line: string, at: number, width: number): Quote {
  return { words: line, indent: line.slice(0, at).replace(/[^\t]/g, ' '), carets: '^'.repeat(width) };
}

/** A long line is cut around the words in question. */
function excerpt(line: string, at: number, width: number): Quote {
  const from = Math.max(0, at - 60);
  const to = at + Math.min(width, 80) + 40;
  const [before, after] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  return whole(before + line.slice(from, to) + after, before.length + at - from, Math.min(width, 80));
}
