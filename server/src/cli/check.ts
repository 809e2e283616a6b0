import { mostListed } from '../core/rules/running/listed.ts';
import { build } from '../version.ts';
import type { CacheFolder } from '../workspace/cache/cacheFolder.ts';
import { KeptAnswer, longestAnswer } from '../workspace/cache/keptAnswer.ts';
import { realPath } from '../workspace/disk/places.ts';
import { Witness } from '../workspace/witness.ts';
import type { Arguments } from './arguments.ts';
import { Baseline } from './baseline.ts';
import { cacheFor } from './cacheFor.ts';
import { checkJson } from './checkJson.ts';
import { checkText } from './checkText.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { fix } from './fix.ts';
import { codeOf, countUnread } from './notAllRead.ts';
import type { BaselineEntry, Outcome } from './outcome.ts';
import { print, printAgain } from './print.ts';
import { type AskedPrograms, type FoundPrograms, findPrograms, readPrograms } from './programs.ts';
import { knownSince } from './since.ts';
import { paints } from './terminal.ts';
import { tell } from './told.ts';

/** `tickmark check`: prints the findings; exit code 1 where one is at or above `--fail-on`. */
export async function check(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const cache = cacheFor(args, found);
  const kept = cache && keptAnswerTo(args, found, cache);
  const known = kept?.recall(args.cacheStrategy);
  if (known) {
    printAgain(known.printed);
    return known.code;
  }
  const witness = kept && new Witness();
  const asked = await readPrograms(args, found, cache, witness);
  const outcome = await outcomeOf(args, asked);
  const pieces = args.format === 'json' ? checkJson(outcome) : checkText(outcome);
  const printed = await print(pieces, witness ? longestAnswer : 0);
  const { error, warning } = outcome.counts;
  const code = codeOf(error > 0 || (args.failOn === 'warning' && warning > 0) ? 1 : 0, asked);
  if (witness && printed && code < 2) setImmediate(() => kept.keep({ code, printed }, witness));
  return code;
}

/** Where the answer is kept, if it depends on nothing but the files of the programs and what is said here. */
function keptAnswerTo(
  args: Arguments,
  { programs, notices }: FoundPrograms,
  folder: CacheFolder,
): KeptAnswer | undefined {
  const { cache: _, cacheStrategy, fix: fixes, baseline, since, ...question } = args;
  if (build === undefined || fixes || baseline !== undefined || since !== undefined) return undefined;
  const here = realPath('.');
  const place = JSON.stringify([question, here, paints(), programs.map(({ folder }) => folder.root)]);
  return new KeptAnswer(folder, place, JSON.stringify([programs, notices]), build);
}

async function outcomeOf(args: Arguments, asked: AskedPrograms): Promise<Outcome> {
  const { today, report, since } = args;
  const fixed = args.fix ? asked.programs.flatMap(fix) : [];
  const isOld = since === undefined ? () => false : await knownSince(asked, since, { today, report });
  const baseline = args.baseline === undefined ? undefined : Baseline.read(args.baseline);
  const records = baseline !== undefined && (baseline.isNew || args.updateBaseline);
  const entries: BaselineEntry[] = [];
  const { told, counts } = tell(asked.programs, {
    isKnown(finding, program) {
      const entry = baseline?.entryOf(finding, program);
      if (entry) entries.push(entry);
      return records || (entry && baseline?.has(entry)) || isOld(finding, program);
    },
    // What editors fade (out of scope) is no news to a reader; a program may want it.
    isNews: ({ tag }) => args.format === 'json' || tag !== 'unnecessary',
    most: args.all ? Number.POSITIVE_INFINITY : mostListed,
  });
  if (records) {
    // What was found in the rest is not all that there is.
    if (countUnread(asked) > 0)
      throw new CouldNotRun(
        `--baseline ${baseline.file}: not everything could be read, so nothing was written.`,
      );
    baseline.write(asked, entries);
  }
  return {
    asked,
    told,
    counts,
    fixed,
    gone: baseline && !records ? baseline.gone(asked, entries) : [],
    recorded: records ? { file: baseline.file, count: entries.length } : undefined,
  };
}
