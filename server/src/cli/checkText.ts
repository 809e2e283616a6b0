import { reportWords } from '../core/programme/reportWords.ts';
import { type Severity, severities } from '../core/rules/severity.ts';
import type { Fixed } from './fix.ts';
import type { Located } from './located.ts';
import { outsideText } from './notAllRead.ts';
import type { Outcome } from './outcome.ts';
import type { AskedProgramme } from './programmes.ts';
import { paint, printable, terminal } from './terminalText.ts';
import { counted, notRead } from './words.ts';

/** A hint compares an id with every other; whoever has more findings than this needs a list, not hints. */
const mostHints = 50;

/** What `tickmark check` prints. */
export function checkText({
  asked,
  located,
  suppressed,
  fixed,
  counts,
  known,
  gone,
  recorded,
}: Outcome): string {
  const { programmes, notices } = asked;
  const parts: string[] = notices.map(({ root, text }) => `${printable(`${root}: ${text}`)}\n`);
  parts.push(...outsideText(asked));
  if (programmes.length === 0 && notices.length === 0) {
    parts.push(
      'Nothing to check: no control documentation was found. A programme is a folder with a `tickmark.yaml`, or with two of ' +
        '`controls/`, `policies/`, `procedures/`, `narratives/`, `standards/` whose documents say what they satisfy.\n',
    );
  }
  if (fixed.length > 0) parts.push(fixed.map(fixedText).join(''));
  for (const programme of programmes) parts.push(programmeText(programme, located));
  if (programmes.length > 0) {
    const total = severities
      .filter(severity => counts[severity] > 0)
      .map(severity => severityCount(severity, counts[severity]));
    const documents = programmes.reduce((sum, { engine }) => sum + [...engine.programme.paths()].length, 0);
    const aside = [
      ...(suppressed.length > 0 ? [`${suppressed.length} silenced`] : []),
      ...(known > 0 ? [`${known} known`] : []),
    ];
    const found = total.length > 0 ? total.join(', ') : `no${known > 0 ? ' new' : ''} finding`;
    parts.push(`${[`${counted(documents, 'document')}: ${found}`, ...aside].join('; ')}\n`);
    if (gone.length > 0) parts.push(goneText(gone));
    if (recorded !== undefined) parts.push(recordedText(recorded));
  }
  return parts.join('\n');
}

function goneText(gone: Outcome['gone']): string {
  const listed = gone.map(({ file, rule }) => `  ${printable(file)}: ${rule}\n`).join('');
  const are = gone.length === 1 ? 'is' : 'are';
  return `${counted(gone.length, 'finding')} of the baseline ${are} gone; --update-baseline takes ${gone.length === 1 ? 'it' : 'them'} out:\n${listed}`;
}

function recordedText({ file, count }: NonNullable<Outcome['recorded']>): string {
  return `${counted(count, 'finding')} recorded in ${printable(file)}. From now on only new ones are reported.\n`;
}

function fixedText({ file, rule, count }: Fixed): string {
  return `${printable(file)}: ${paint('green', terminal`fixed`)} ${counted(count, 'finding')} of ${rule}\n`;
}

function programmeText({ shown, engine, unreadable }: AskedProgramme, located: readonly Located[]): string {
  const own = located.filter(({ programme }) => programme === shown);
  const hints = { left: mostHints };
  const report = reportWords(engine.programme.report, engine.programme.catalogues, 'long');
  const head = `${paint('bold', printable(shown))}: ${printable(report)}\n`;
  return [head, ...unreadable.map(notRead), ...grouped(own).map(group => findingText(group, hints))].join(
    '\n',
  );
}

/** Findings of one rule about the very same words stand together. */
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
  return a.file === b.file && one.rule === other.rule && sameRange;
}

function findingText(group: readonly [Located, ...Located[]], hints: { left: number }): string {
  const [{ finding, file, range, line: printed }] = group;
  const { start, end } = range;
  const line = printed();
  const colour = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
  const label = paint(colour[finding.severity], printable(finding.severity));
  const at = start.column - 1;
  const width = Math.max(1, (end.line === start.line ? end.column - 1 : line.length) - at);
  const { words, indent, carets } = line.length > 160 ? excerpt(line, at, width) : whole(line, at, width);
  const quote = `  ${words}\n  ${indent}${paint(colour[finding.severity], printable(carets))}`;
  const messages = group.map(({ finding: { message }, hint }) => {
    const help = hints.left-- > 0 ? hint() : undefined;
    return `  ${printable(help === undefined ? message : `${message} ${help}`)}\n`;
  });
  return `${printable(file)}:${start.line}:${start.column}: ${label} ${paint('dim', printable(finding.rule))}\n${quote}\n${messages.join('')}`;
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

function severityCount(severity: Severity, count: number): string {
  return severity === 'information' ? `${count} information` : counted(count, severity);
}
