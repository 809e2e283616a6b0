import { citationsIn } from '../core/catalogue/citations.ts';
import { whatWasMeant } from '../core/catalogue/meaning.ts';
import { tsc } from '../core/catalogue/tsc.ts';
import { criterionPage } from '../core/exports/criterionPage.ts';
import { rulePage } from '../core/exports/rulePage.ts';
import { ruleNamed, rules } from '../core/rules/rules.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';

/** `tickmark explain`: prints the page of a criterion or of a rule. */
export function explain({ operands, format }: Arguments): number {
  const what = operands.join(' ').trim();
  if (what === '')
    throw new CouldNotRun(
      'Name a criterion (`tickmark explain CC6.1`) or a rule (`tickmark explain criteria/unknown`).',
    );
  const rule = ruleNamed(what);
  if (rule) {
    const { name, reads, severity, summary, why, fix, messages, examples } = rule;
    return print(format, rulePage(rule), {
      rule: { name, reads, severity, summary, why, fix, messages, examples },
    });
  }
  const [citation] = citationsIn(what, 0, what.length, 'value', tsc);
  const criterion = citation && tsc.criterion(citation.id);
  if (criterion) return print(format, criterionPage(criterion, tsc), { criterion });
  if (citation) throw new CouldNotRun(`\`${what}\` is not a criterion. ${whatWasMeant(what).explanation}`);
  const near = nearest(
    what,
    rules.map(({ name }) => name),
  );
  throw new CouldNotRun(
    `\`${what}\` is neither a criterion nor a rule.${near ? ` Was \`${near}\` meant?` : ` The rules: ${rules.map(({ name }) => name).join(', ')}.`}`,
  );
}

function print(format: Arguments['format'], page: string, data: object): number {
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ version: 1, ...data }, undefined, 2)}\n` : page,
  );
  return 0;
}
