import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownFinding, SuppressedFinding } from '../core/engine.ts';
import { reportWords } from '../core/programme/reportWords.ts';
import { secretsIn } from '../core/rules/secretsIn.ts';
import { type Severity, severities } from '../core/rules/severity.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import type { TextRange } from '../core/text/range.ts';
import { sourceOf } from '../core/text/source.ts';
import type { Arguments } from './arguments.ts';
import { type Fixed, fix } from './fix.ts';
import { type AskedProgramme, type AskedProgrammes, readProgrammes } from './programmes.ts';
import { helpOf } from './ruleJson.ts';
import { paint, printable } from './terminal.ts';
import { counted, notRead } from './words.ts';

/** A place as people count: line and column from 1, the column in UTF-16 units. */
interface LineColumn {
  readonly line: number;
  readonly column: number;
}

interface LineColumns {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** A finding where it is in the files. */
interface Located<Finding extends ShownFinding = ShownFinding> {
  readonly finding: Finding;
  /** Relative to the current folder, with `/`. */
  readonly file: string;
  readonly programme: string;
  readonly range: LineColumns;
  /** Other places that it names. */
  readonly related: readonly {
    readonly file: string;
    readonly range: LineColumns;
    readonly message: string;
  }[];
  /** The first line that it touches as it is printed, without its line end. */
  readonly line: () => string;
  /** Asked for only when it is printed: it may be dear. */
  readonly hint: () => string | undefined;
}

/** What there is to tell. */
interface Outcome {
  readonly located: readonly Located[];
  readonly suppressed: readonly Located<SuppressedFinding>[];
  readonly fixed: readonly Fixed[];
}

/** A hint compares an id with every other; whoever has more findings than this needs a list, not hints. */
const mostHints = 50;

/** `tickmark check`: prints the findings; exit code 1 where one is at or above `--fail-on`. */
export async function check(args: Arguments): Promise<number> {
  const asked = await readProgrammes(args);
  const fixed = args.fix ? asked.programmes.flatMap(fix) : [];
  const all = asked.programmes.flatMap(programme =>
    locate(programme, path => programme.engine.findings(path)),
  );
  const suppressed = asked.programmes.flatMap(programme =>
    locate(programme, path => programme.engine.suppressed(path)),
  );
  // What editors fade (out of scope) is no news to a reader; a program may want it.
  const located = args.format === 'json' ? all : all.filter(({ finding }) => finding.tag !== 'unnecessary');
  const counts = countBySeverity(located);
  const print = args.format === 'json' ? printJson : printText;
  process.stdout.write(print(asked, { located, suppressed, fixed }, counts));
  return counts.error > 0 || (args.failOn === 'warning' && counts.warning > 0) ? 1 : 0;
}

function locate<Finding extends ShownFinding>(
  { engine, folder, shown, fileOf, isAsked, linesOf }: AskedProgramme,
  findingsIn: (path: string) => readonly Finding[],
): Located<Finding>[] {
  const located: Located<Finding>[] = [];
  for (const path of engine.paths()) {
    const lines = isAsked(path) ? linesOf(path) : undefined;
    if (!lines) continue;
    const findings = findingsIn(path);
    if (findings.length === 0) continue;
    const printed = printedLines(join(folder.root, path), lines);
    const file = fileOf(path);
    for (const finding of findings) {
      const { line } = lines.positionAt(finding.range.start);
      located.push({
        finding,
        hint: () => engine.hint(finding),
        file,
        programme: shown,
        range: lineColumns(lines, finding.range),
        related: finding.related.flatMap(({ path: other, range, words }) => {
          const there = linesOf(other);
          return there ? [{ file: fileOf(other), range: lineColumns(there, range), message: words }] : [];
        }),
        line: () => printed(line),
      });
    }
  }
  return located;
}

/**
 * Gives a file's lines as they are printed. It is read again only for that, and the last line is kept: many findings may
 * stand in one long line.
 */
function printedLines(file: string, lines: LineTable): (line: number) => string {
  let text: string | undefined;
  let kept = -1;
  let printed = '';
  return line => {
    if (line === kept) return printed;
    kept = line;
    text ??= sourceOf(readFileSync(file, 'utf8')).text;
    const whole = text.slice(lines.startOf(line), lines.startOf(line + 1));
    return (printed = printable(whole.replace(/(?:\r\n|[\r\n])$/, '')));
  };
}

function lineColumns(lines: LineTable, { start, end }: TextRange): LineColumns {
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: at(start), end: at(end) };
}

function countBySeverity(located: readonly Located[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of located) counts[finding.severity]++;
  return counts;
}

function printJson(
  { programmes, notices }: AskedProgrammes,
  { located, suppressed, fixed }: Outcome,
  counts: Record<Severity, number>,
): string {
  const result = {
    version: 1,
    summary: {
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      suppressed: suppressed.length,
      programmes: programmes.map(({ shown, folder, engine, unreadable }) => ({
        root: shown,
        layout: folder.layout,
        documents: [...engine.programme.paths()].length,
        unreadable,
      })),
      notices,
    },
    findings: located.map(findingJson),
    suppressed: suppressed.map(one => ({ ...findingJson(one), reason: one.finding.reason })),
    fixed,
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function findingJson({ finding, file, range, related, programme }: Located) {
  const { rule, severity, message, tag, fingerprint } = finding;
  const tags = tag ? [tag] : [];
  return { rule, severity, message, file, range, programme, related, tags, help: helpOf(rule), fingerprint };
}

function printText(
  { programmes, notices }: AskedProgrammes,
  { located, suppressed, fixed }: Outcome,
  counts: Record<Severity, number>,
): string {
  const parts: string[] = notices.map(({ root, text }) => `${printable(`${root}: ${text}`)}\n`);
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
    const silenced = suppressed.length > 0 ? `; ${suppressed.length} silenced` : '';
    parts.push(
      `${counted(documents, 'document')}: ${total.length > 0 ? total.join(', ') : 'no finding'}${silenced}\n`,
    );
  }
  return parts.join('\n');
}

function fixedText({ file, rule, count }: Fixed): string {
  return `${printable(file)}: ${paint('green', 'fixed')} ${counted(count, 'finding')} of ${rule}\n`;
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
  const line = withoutSecrets(printed());
  const colour = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
  const label = paint(colour[finding.severity], finding.severity);
  const at = start.column - 1;
  const width = Math.max(1, (end.line === start.line ? end.column - 1 : line.length) - at);
  const { words, indent, carets } = line.length > 160 ? excerpt(line, at, width) : whole(line, at, width);
  const quote = `  ${words}\n  ${indent}${paint(colour[finding.severity], carets)}`;
  const messages = group.map(({ finding: { message }, hint }) => {
    const help = hints.left-- > 0 ? hint() : undefined;
    return `  ${printable(help === undefined ? message : `${message} ${help}`)}\n`;
  });
  return `${printable(file)}:${start.line}:${start.column}: ${label} ${paint('dim', finding.rule)}\n${quote}\n${messages.join('')}`;
}

/** A line as it may be printed, in a log too: of credentials nothing but dots is left, whichever rule quotes it. */
function withoutSecrets(line: string): string {
  let text = line;
  for (const { start, end } of secretsIn(line)) {
    text = text.slice(0, start) + '•'.repeat(end - start) + text.slice(end);
  }
  return text;
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
