import { ruleNamed } from '../../core/rules/rules.ts';
import { build } from '../../version.ts';
import type { CacheFolder } from '../../workspace/cache/cacheFolder.ts';
import { KeptAnswer, longestAnswer } from '../../workspace/cache/keptAnswer.ts';
import { realPath } from '../../workspace/disk/places.ts';
import { Witness } from '../../workspace/witness.ts';
import type { Arguments } from '../arguments.ts';
import { cacheFor } from '../cacheFor.ts';
import { sayUnread } from '../notAllRead.ts';
import { print, printAgain } from '../print.ts';
import { type AskedPrograms, type FoundPrograms, findPrograms, readPrograms } from '../programs.ts';
import { columns, paints } from '../terminalAbilities.ts';
import type { Notice } from '../unreadNotices.ts';
import { checkJson } from './checkJson.ts';
import { checkText } from './checkText.ts';
import { outcomeOf } from './outcome.ts';

/** `tickmark check`: prints the findings; exit code 1 where one is at or above `--fail-on`. */
export async function check(args: Arguments): Promise<number> {
  const found = await findPrograms(args);
  const cache = cacheFor(args, found);
  const kept = cache && keptAnswerTo(args, found, cache);
  const again = kept?.recall(args.cacheStrategy);
  if (again) {
    printAgain(again.printed);
    return again.code;
  }
  const witness = kept && new Witness();
  const read = await readPrograms(args, found, cache, witness, true);
  const asked = { ...read, notices: [...read.notices, ...historyNotices(args, read)] };
  const outcome = await outcomeOf(args, asked);
  const { code } = outcome;
  const pieces = args.format === 'json' ? checkJson(outcome) : checkText(outcome);
  const printed = await print(pieces, witness ? longestAnswer : 0);
  sayUnread(asked);
  if (witness && printed && code < 2) setImmediate(() => kept.keep({ code, printed }, witness));
  return code;
}

/** What of the history of files was not looked at, where somebody asks for a rule that needs it. */
function historyNotices({ rules = [] }: Arguments, { programs }: AskedPrograms): readonly Notice[] {
  if (!rules.some(rule => ruleNamed(rule)?.needsHistory)) return [];
  return programs.flatMap(({ shown, repository }) =>
    repository?.lacks === undefined
      ? []
      : [{ root: shown, text: `The history of evidence was not looked at in full: ${repository.lacks}` }],
  );
}

/** Where the answer is kept, if it depends on nothing but the files of the programs and what is said here. */
function keptAnswerTo(
  args: Arguments,
  { programs, notices }: FoundPrograms,
  folder: CacheFolder,
): KeptAnswer | undefined {
  const { cache: _, cacheStrategy, fix: fixes, baseline, since, place: where, ...question } = args;
  if (build === undefined || fixes || baseline !== undefined || since !== undefined || where.revision)
    return undefined;
  const here = realPath('.');
  const place = JSON.stringify([
    question,
    here,
    paints(),
    columns(),
    programs.map(({ folder }) => folder.root),
  ]);
  return new KeptAnswer(folder, place, JSON.stringify([programs, notices]), build);
}
