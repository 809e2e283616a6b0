import { mostListed } from '../../core/rules/running/listed.ts';
import { type Severity, severities } from '../../core/rules/severity.ts';
import type { Arguments } from '../arguments.ts';
import { CouldNotRun } from '../couldNotRun.ts';
import { codeOf, countUnread, isNothingRead } from '../notAllRead.ts';
import type { AskedPrograms } from '../programs.ts';
import { Baseline, type BaselineEntry } from './baseline.ts';
import { type Fixed, fix } from './fix.ts';
import { type Counts, type ReportedDocument, reportedIn } from './reported.ts';
import { knownSince } from './since.ts';

/** What `tickmark check` has to say, counted and decided; text and JSON present the same. */
export interface Outcome {
  /** Whether only what decides the exit code was to be listed. */
  readonly quiet: boolean;
  readonly asked: AskedPrograms;
  /** Each document with a finding or a silenced one, by program and path. */
  readonly documents: readonly ReportedDocument[];
  readonly counts: Counts;
  /** The exit code. */
  readonly code: number;
  readonly fixed: readonly Fixed[];
  /** Findings of the baseline that are found no more. */
  readonly gone: readonly BaselineEntry[];
  /** The baseline that was written, and how many findings are in it. */
  readonly recorded: { readonly file: string; readonly count: number } | undefined;
}

/** The options that decide the outcome. The form in which it is printed is none of them. */
export type Question = Pick<
  Arguments,
  'all' | 'baseline' | 'failOn' | 'fix' | 'quiet' | 'report' | 'rules' | 'since' | 'today' | 'updateBaseline'
>;

/**
 * Applies fixes where asked to, counts the findings that are left, writes the baseline where asked to, and decides the exit code.
 * @throws CouldNotRun where a file cannot be written, a baseline cannot be read, or there is no such revision
 */
export async function outcomeOf(question: Question, asked: AskedPrograms): Promise<Outcome> {
  const { today, report, since, failOn, quiet, rules } = question;
  const isAskedFor = (rule: string) => rules?.includes(rule) ?? true;
  const fails = (severity: Severity) =>
    severity === 'error' || (severity === 'warning' && failOn === 'warning');
  const fixed = question.fix ? asked.programs.flatMap(program => fix(program, isAskedFor)) : [];
  const isOld = since === undefined ? () => false : await knownSince(asked, since, { today, report });
  const baseline = question.baseline === undefined ? undefined : Baseline.read(question.baseline);
  const records = baseline !== undefined && (baseline.isNew || question.updateBaseline);
  const entries: BaselineEntry[] = [];
  const { documents, counts } = reportedIn(asked.programs, {
    isKnown(finding, program) {
      const entry = baseline?.entryOf(finding, program);
      if (entry) entries.push(entry);
      return records || (entry && baseline?.has(entry)) || isOld(finding, program);
    },
    isAskedFor,
    isListed: severity => !quiet || fails(severity),
    most: question.all ? Number.POSITIVE_INFINITY : mostListed,
  });
  if (records) {
    // What was found in the rest is not all that there is.
    if (countUnread(asked) > 0)
      throw new CouldNotRun(
        `--baseline ${baseline.file}: not everything could be read, so the baseline was not written.`,
      );
    if (asked.programs.length === 0 || isNothingRead(asked))
      throw new CouldNotRun(
        `--baseline ${baseline.file}: nothing was read, so the baseline was not written. Name a folder of your documentation.`,
      );
    baseline.write(asked, entries);
  }
  const isFailure = severities.some(severity => fails(severity) && counts[severity] > 0);
  const gone = baseline && !records ? baseline.gone(asked, entries) : [];
  return {
    quiet,
    asked,
    documents,
    counts,
    code: codeOf(isFailure ? 1 : 0, asked),
    fixed,
    gone: gone.filter(({ rule }) => isAskedFor(rule)),
    recorded: records ? { file: baseline.file, count: entries.length } : undefined,
  };
}
