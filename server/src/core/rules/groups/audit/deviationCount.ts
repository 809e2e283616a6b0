import { entry, resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlScalar } from '../../../yaml/node.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'audit/deviation-count',
  reads: 'document',
  about: ['deviation'],
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A deviation that counts more items than there were.',
  why: 'The auditor weighs a deviation by its rate: one of 25, or ten of 25. A count that is larger than the total makes the record useless for that.',
  fix: 'Correct `count` (how many items were affected) or `of` (how many items there were in total).',
  messages: {
    default:
      '`count` is {count}, but there were only {of} items in total (`of`). Correct one of the numbers.',
  },
  examples: {
    bad: [
      `
      === deviations/one.yaml
      id: X-01
      count: 25
             ^^
      of: 5
      `,
    ],
    good: [
      `
      === deviations/one.yaml
      - {id: X-01, count: 1, of: 25}
      - {id: X-02, count: 3, of: 3}
      - {id: X-03, count: 3}
      - {id: X-04, count: three, of: about 2}
      `,
    ],
  },
  check(facts, report) {
    for (const { mapping } of recordsOf(facts, 'deviation')) {
      const [count, of] = [numberUnder(mapping, 'count'), numberUnder(mapping, 'of')];
      if (!count || !of || count.number <= of.number) continue;
      const { start, end } = count.scalar;
      const related = [{ start: of.scalar.start, end: of.scalar.end, words: 'The other number.' }];
      report({ start, end }, { count: count.scalar.value, of: of.scalar.value }, 'default', related);
    }
  },
};

/** The whole number under a key; undefined for anything else. */
function numberUnder(
  mapping: YamlMapping,
  key: 'count' | 'of',
): { readonly number: number; readonly scalar: YamlScalar } | undefined {
  const scalar = resolved(entry(mapping, key)?.value);
  if (scalar?.type !== 'scalar' || !/^\d{1,12}$/.test(scalar.value)) return undefined;
  return { number: Number(scalar.value), scalar };
}
