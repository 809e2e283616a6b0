import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import { unlistedWords } from '../../core/rules/running/listed.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import { outsideText } from '../notAllRead.ts';
import type { AskedProgram } from '../programs.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';
import type { Fixed } from './fix.ts';
import { type Located, locate } from './located.ts';
import type { Outcome } from './outcome.ts';
import type { Omitted, ReportedDocument } from './reported.ts';

/** A hint compares an id with every other; whoever has more findings than this needs a list, not hints. */
const mostHints = 50;

/** What `tickmark check` prints, in pieces. */
export function* checkText(outcome: Outcome): Generator<TerminalText> {
  let isFirst = true;
  for (const section of sections(outcome)) {
    yield isFirst ? section : terminal`\n${section}`;
    isFirst = false;
  }
}

/** The sections between which there is an empty line. */
function* sections({ asked, documents, fixed, counts, gone, recorded }: Outcome): Generator<TerminalText> {
  const { programs, notices } = asked;
  yield* notices.map(({ root, text }) => terminal`${printable(`${root}: ${text}`)}\n`);
  yield* outsideText(asked);
  if (programs.length === 0 && notices.length === 0) {
    yield terminal`Nothing to check: no control documentation found. A program is a folder with a \`tickmark.yaml\`, or with two of \`controls/\`, \`policies/\`, \`procedures/\`, \`narratives/\`, and \`standards/\` whose documents name the criteria that they satisfy.\n`;
  }
  if (fixed.length > 0) yield joined(fixed.map(fixedText));
  for (const program of programs) yield* programSections(program, documents);
  if (programs.length === 0) return;
  const total = severities
    .filter(severity => counts[severity] > 0)
    .map(severity => severityCount(severity, counts[severity]));
  const read = programs.reduce((sum, { engine }) => sum + [...engine.program.paths()].length, 0);
  const faded = documents.reduce((sum, one) => sum + fadedIn(one), 0);
  const none = counts.known > 0 ? terminal`no new findings` : terminal`no findings`;
  const found = total.length > 0 ? joined(total, terminal`, `) : none;
  const parts = [
    terminal`${counted(read, 'document')}: ${found}`,
    ...(counts.suppressed > 0 ? [terminal`${counts.suppressed} silenced`] : []),
    ...(counts.known > 0 ? [terminal`${counts.known} known`] : []),
    ...(faded > 0 ? [fadedText(faded)] : []),
  ];
  yield terminal`${joined(parts, terminal`; `)}\n`;
  if (gone.length > 0) yield goneText(gone);
  if (recorded !== undefined) yield recordedText(recorded);
}

/** What editors fade and no build fails for is counted and not listed here: it is no news to a reader. */
function isFaded({ tag, severity }: Pick<ShownFinding, 'tag' | 'severity'>): boolean {
  return tag === 'unnecessary' && (severity === 'information' || severity === 'hint');
}

function fadedText(count: number): TerminalText {
  const them = count === 1 ? terminal`it` : terminal`them`;
  return terminal`${counted(count, 'faded finding')} not shown (--format json lists ${them})`;
}

function fadedIn({ findings: { listed, omitted } }: ReportedDocument): number {
  const more = omitted.filter(isFaded).reduce((sum, { count }) => sum + count, 0);
  return listed.filter(isFaded).length + more;
}

/** How many findings of a baseline that are gone are listed; `--update-baseline` takes all of them out. */
const mostGone = 100;

function goneText(gone: Outcome['gone']): TerminalText {
  const listed = joined(
    gone.slice(0, mostGone).map(({ file, rule }) => terminal`  ${printable(file)}: ${printable(rule)}\n`),
  );
  const left = gone.length - mostGone;
  const more = left > 0 ? terminal`  … and ${left} more\n` : terminal``;
  const [are, them] = gone.length === 1 ? [terminal`is`, terminal`it`] : [terminal`are`, terminal`them`];
  return terminal`${counted(gone.length, 'finding')} of the baseline ${are} gone; --update-baseline removes ${them}:\n${listed}${more}`;
}

function recordedText({ file, count }: NonNullable<Outcome['recorded']>): TerminalText {
  return terminal`${counted(count, 'finding')} recorded in ${printable(file)}. From now on, only new findings are reported.\n`;
}

function fixedText({ file, rule, count }: Fixed): TerminalText {
  return terminal`${printable(file)}: ${paint('green', terminal`fixed`)} ${counted(count, 'finding')} of ${printable(rule)}\n`;
}

function* programSections(
  program: AskedProgram,
  documents: readonly ReportedDocument[],
): Generator<TerminalText> {
  const { shown, engine, unreadable } = program;
  const hints = { left: mostHints };
  const report = reportWords(engine.program.report, engine.program.catalogs, 'long');
  yield terminal`${paint('bold', printable(shown))}: ${printable(report)}\n`;
  yield* unreadable.map(notRead);
  for (const one of documents) {
    if (one.program !== program) continue;
    const listed = one.findings.listed.filter(finding => !isFaded(finding));
    const omitted = one.findings.omitted.filter(more => !isFaded(more));
    for (const group of grouped(locate(program, one.path, listed))) yield findingText(group, hints);
    const file = printable(program.fileOf(one.path));
    if (omitted.length > 0) yield joined(omitted.map(more => omittedText(more, file)));
  }
}

function omittedText({ rule, count }: Omitted, file: TerminalText): TerminalText {
  return terminal`… and ${printable(unlistedWords(rule, count))} in ${file}; --all lists them\n`;
}

/** Findings of one document: those of one rule about the very same words stand together. */
function grouped(located: readonly Located[]): (readonly [Located, ...Located[]])[] {
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

function findingText(group: readonly [Located, ...Located[]], hints: { left: number }): TerminalText {
  const [{ finding, file, range, line: printed }] = group;
  const { start, end } = range;
  const line = printed();
  const color = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
  const label = paint(color[finding.severity], printable(finding.severity));
  const at = start.column - 1;
  const width = Math.max(1, (end.line === start.line ? end.column - 1 : line.length) - at);
  const { words, indent, carets } = line.length > 160 ? excerpt(line, at, width) : whole(line, at, width);
  const underline = paint(color[finding.severity], printable(carets));
  const quote = terminal`  ${printable(words)}\n  ${printable(indent)}${underline}`;
  const messages = group.map(({ finding: { message }, hint }) => {
    const help = hints.left-- > 0 ? hint() : undefined;
    return terminal`  ${printable(help === undefined ? message : `${message} ${help}`)}\n`;
  });
  const place = terminal`${printable(file)}:${start.line}:${start.column}`;
  return terminal`${place}: ${label} ${paint('dim', printable(finding.rule))}\n${quote}\n${joined(messages)}`;
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

function severityCount(severity: Severity, count: number): TerminalText {
  return severity === 'information' ? terminal`${count} information` : counted(count, severity);
}
