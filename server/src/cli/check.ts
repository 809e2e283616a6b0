import type { Severity } from '../core/rules/severity.ts';
import { build } from '../version.ts';
import type { CacheFolder } from '../workspace/cache/cacheFolder.ts';
import { KeptAnswer } from '../workspace/cache/keptAnswer.ts';
import { realPath } from '../workspace/disk/places.ts';
import { Witness } from '../workspace/witness.ts';
import type { Arguments } from './arguments.ts';
import { Baseline } from './baseline.ts';
import { cacheFor } from './cacheFor.ts';
import { checkJson } from './checkJson.ts';
import { checkText } from './checkText.ts';
import { fix } from './fix.ts';
import { type Located, locate } from './located.ts';
import { codeOf } from './notAllRead.ts';
import type { Outcome } from './outcome.ts';
import { type AskedProgrammes, type FoundProgrammes, findProgrammes, readProgrammes } from './programmes.ts';
import { knownSince } from './since.ts';
import { paints } from './terminal.ts';

/** `tickmark check`: prints the findings; exit code 1 where one is at or above `--fail-on`. */
export async function check(args: Arguments): Promise<number> {
  const found = await findProgrammes(args);
  const cache = cacheFor(args, found);
  const kept = cache && keptAnswerTo(args, found, cache);
  const known = kept?.recall(args.cacheStrategy);
  if (known) {
    process.stdout.write(known.printed);
    return known.code;
  }
  const witness = kept && new Witness();
  const asked = await readProgrammes(args, found, cache, witness);
  const outcome = await outcomeOf(args, asked);
  const printed = Buffer.from(args.format === 'json' ? checkJson(outcome) : checkText(outcome));
  process.stdout.write(printed);
  const { error, warning } = outcome.counts;
  const code = codeOf(error > 0 || (args.failOn === 'warning' && warning > 0) ? 1 : 0, asked);
  if (witness && code < 2) setImmediate(() => kept.keep({ code, printed }, witness));
  return code;
}

/** Where the answer is kept, if it depends on nothing but the files of the programmes and what is said here. */
function keptAnswerTo(
  args: Arguments,
  { programmes, notices }: FoundProgrammes,
  folder: CacheFolder,
): KeptAnswer | undefined {
  const { cache: _, cacheStrategy, fix: fixes, baseline, since, ...question } = args;
  if (build === undefined || fixes || baseline !== undefined || since !== undefined) return undefined;
  const here = realPath('.');
  const place = JSON.stringify([question, here, paints(), programmes.map(({ folder }) => folder.root)]);
  return new KeptAnswer(folder, place, JSON.stringify([programmes, notices]), build);
}

async function outcomeOf(args: Arguments, asked: AskedProgrammes): Promise<Outcome> {
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
  return { asked, located, counts, suppressed, fixed, known: known.size, gone, recorded };
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
