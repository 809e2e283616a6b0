import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import { unlistedWords } from '../../core/rules/running/listed.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import { isAllAside, isNothingRead, outsideText } from '../notAllRead.ts';
import type { AskedProgram } from '../programs.ts';
import { lineWidth, readableBlocks } from '../readable.ts';
import { revisionWords } from '../revisionWords.ts';
import { columns } from '../terminalAbilities.ts';
import { joined, paint, printable, type TerminalText, terminal } from '../terminalText.ts';
import { counted, notRead } from '../words.ts';
import { colorOf, findingText, grouped, messageText, placeText } from './findingText.ts';
import type { Fixed } from './fix.ts';
import { locate } from './located.ts';
import type { Outcome } from './outcome.ts';
import type { Omitted, ReportedDocument } from './reported.ts';
import { startHere } from './startHere.ts';
import { totalsOf, totalsTable } from './totals.ts';

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
function* sections({
  asked,
  documents,
  fixed,
  counts,
  gone,
  recorded,
  quiet,
}: Outcome): Generator<TerminalText> {
  const { programs, notices, revision } = asked;
  yield* revisionWords(revision).map(words => terminal`${printable(words)}\n`);
  yield* notices.map(({ root, text }) => terminal`${printable(`${root}: ${text}`)}\n`);
  yield* outsideText(asked);
  if (programs.length === 0 && notices.length === 0) {
    yield terminal`Nothing to check: no control documentation found. A program is a folder with a \`tickmark.yaml\`, or with two of \`controls/\`, \`policies/\`, \`procedures/\`, \`narratives/\`, and \`standards/\` whose documents name the criteria that they satisfy.\n`;
  }
  if (fixed.length > 0) yield joined(fixed.map(fixedText));
  for (const program of programs) {
    const own = documents.filter(one => one.program === program);
    if (!quiet || own.some(({ seen }) => seen.listed.length > 0)) yield* programSections(program, own);
  }
  // How many documents there are elsewhere would look like a result.
  if (isNothingRead(asked)) {
    if (isAllAside(asked)) yield terminal`Nothing to check: no named file is documentation.\n`;
    return;
  }
  if (programs.length === 0) return;
  if (!quiet) yield* overview(documents);
  const total = severities
    .filter(severity => counts.seen[severity] > 0)
    .map(severity => severityCount(severity, counts.seen[severity]));
  const read = programs.reduce((sum, { engine }) => sum + engine.program.readCount, 0);
  const faded = documents.reduce((sum, one) => sum + fadedIn(one), 0);
  const quieted = documents.flatMap(({ seen }) => seen.quieted);
  const unlisted = quieted.reduce((sum, { count }) => sum + count, 0);
  const none = counts.known > 0 ? terminal`no new findings` : terminal`no findings`;
  const found = total.length > 0 ? joined(total, terminal`, `) : none;
  const parts = [
    terminal`${counted(read, 'document')}: ${found}`,
    ...(counts.suppressed > 0 ? [terminal`${counts.suppressed} silenced`] : []),
    ...(counts.known > 0 ? [terminal`${counts.known} known`] : []),
    ...(faded > 0 ? [fadedText(faded)] : []),
    ...(unlisted > 0 ? [terminal`${unlisted} not listed (--quiet)`] : []),
    ...(counts.seenOfOtherRules > 0
      ? [terminal`${counted(counts.seenOfOtherRules, 'finding')} of other rules left out (--rule)`]
      : []),
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

function fadedIn({ seen: { listed, omitted } }: ReportedDocument): number {
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

/** A program and its findings, the gravest first. */
function* programSections(
  { shown, engine, unreadable }: AskedProgram,
  documents: readonly ReportedDocument[],
): Generator<TerminalText> {
  const hints = { left: mostHints };
  const report = reportWords(engine.program.report, engine.program.catalogs, 'long');
  yield terminal`${paint('bold', printable(shown))}: ${printable(report)}\n`;
  yield* unreadable.map(notRead);
  for (const severity of severities) yield* severitySections(severity, documents, hints);
}

function* severitySections(
  severity: Severity,
  documents: readonly ReportedDocument[],
  hints: { left: number },
): Generator<TerminalText> {
  const isMeant = (one: Omitted | ShownFinding) => one.severity === severity && !isFaded(one);
  for (const { program, path, seen } of documents) {
    const listed = seen.listed.filter(isMeant);
    const omitted = seen.omitted.filter(isMeant);
    for (const group of grouped(locate(program, path, listed))) yield findingText(group, hints);
    const file = printable(program.fileOf(path));
    if (omitted.length > 0) yield joined(omitted.map(more => omittedText(more, file)));
  }
}

/** How many findings each rule has, and where to begin. */
function* overview(documents: readonly ReportedDocument[]): Generator<TerminalText> {
  const totals = totalsOf(documents);
  if (totals.length > 1) {
    const table = readableBlocks([totalsTable(totals)], lineWidth(columns()));
    yield terminal`${paint('bold', terminal`Findings by rule`)}\n${joined(table)}\n`;
  }
  const start = startHere(documents, finding => !isFaded(finding));
  if (!start) return;
  const { program, finding, why } = start;
  for (const located of locate(program, finding.path, [finding])) {
    const label = paint(colorOf[finding.severity], printable(finding.severity));
    const words = terminal`${placeText(located)}: ${label} ${paint('dim', printable(finding.rule))}`;
    yield terminal`${paint('bold', terminal`Start here`)}\n${words}\n${messageText(finding.message)}${messageText(why)}`;
  }
}

function omittedText({ rule, count }: Omitted, file: TerminalText): TerminalText {
  return terminal`… and ${printable(unlistedWords(rule, count))} in ${file}; --all lists them\n`;
}

function severityCount(severity: Severity, count: number): TerminalText {
  return severity === 'information' ? terminal`${count} information` : counted(count, severity);
}
