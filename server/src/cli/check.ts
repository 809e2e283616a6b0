import type { Severity } from '../core/rules/severity.ts';
import type { Arguments } from './arguments.ts';
import { Baseline } from './baseline.ts';
import { checkJson } from './checkJson.ts';
import { checkText } from './checkText.ts';
import { fix } from './fix.ts';
import { type Located, locate } from './located.ts';
import type { Outcome } from './outcome.ts';
import { type AskedProgrammes, readProgrammes } from './programmes.ts';
import { knownSince } from './since.ts';

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
  const { known, gone, recorded } = await whatIsKnown(args, asked, all);
  const reported = all.filter(one => !known.has(one));
  // What editors fade (out of scope) is no news to a reader; a program may want it.
  const located =
    args.format === 'json' ? reported : reported.filter(({ finding }) => finding.tag !== 'unnecessary');
  const counts = countBySeverity(located);
  const outcome: Outcome = { asked, located, counts, suppressed, fixed, known: known.size, gone, recorded };
  process.stdout.write(args.format === 'json' ? checkJson(outcome) : checkText(outcome));
  return counts.error > 0 || (args.failOn === 'warning' && counts.warning > 0) ? 1 : 0;
}

interface Known extends Pick<Outcome, 'gone' | 'recorded'> {
  /** The findings that are not to be reported. */
  readonly known: ReadonlySet<Located>;
}

/** Takes the findings that a baseline has, or an earlier revision had, and writes the baseline where it is to be. */
async function whatIsKnown(
  { baseline: file, updateBaseline, since, today, report }: Arguments,
  asked: AskedProgrammes,
  all: readonly Located[],
): Promise<Known> {
  const isOld = since === undefined ? () => false : await knownSince(asked, since, { today, report });
  const baseline = file === undefined ? undefined : Baseline.read(file);
  const known = new Set(all.filter(one => isOld(one) || baseline?.has(one)));
  if (!baseline) return { known, gone: [], recorded: undefined };
  if (baseline.isNew || updateBaseline) {
    baseline.write(asked, all);
    const recorded = { file: baseline.file, count: all.length };
    return { known: new Set(all), gone: [], recorded };
  }
  return { known, gone: baseline.gone(asked, all), recorded: undefined };
}

function countBySeverity(located: readonly Located[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of located) counts[finding.severity]++;
  return counts;
}
