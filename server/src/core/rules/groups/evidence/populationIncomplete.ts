import { nameOf } from '../../../program/record.ts';
import { entry } from '../../../yaml/lookup.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for them. */
const alike = [
  ['query', /^(?!query$).*(?:quer|search|filter|report)/i],
  ['count', /^(?!count$).*(?:count|total|size|items|number)/i],
] as const;

export const rule: DocumentRule = {
  name: 'evidence/population-incomplete',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A population without its query or without its count.',
  why: 'Auditors draw samples from populations. Before they do, they ask how you know that nothing is missing: which query produced the population, and how many items it returned.',
  fix: 'Record the query, word for word, and the number of items that it returned: `count: 63`. Record a zero too: it shows that the control had no occasion to operate.',
  messages: {
    default:
      'Population `{name}` has no {missing}. Record the query that produced it, and the number of items it has.',
  },
  examples: {
    bad: [
      `
      === evidence/joiners.md
      ---
      id: EV-01
          ^^^^^
      controls: [HR-01]
      type: population
      extractedOn: 2026-03-31
      ---
      === controls/HR-01.md
      ---
      id: HR-01
      ---
      `,
    ],
    good: [
      `
      === evidence/joiners.yaml
      - id: EV-01
        type: population
        query: Report "Hires" of the first quarter
        count: 0
      - id: EV-03
        type: population
        report: Hires of the first quarter
        total: 3
      - id: EV-02
        type: access-review
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'query', 'count');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'evidence')) {
      const type = entry(mapping, 'type')?.value;
      if (type?.type !== 'scalar' || type.value.trim().toLowerCase() !== 'population') continue;
      const missing = alike.flatMap(([key, others]) =>
        says(mapping, key) || hasKeyLike(mapping, others) ? [] : [key],
      );
      if (missing.length === 0) continue;
      const args = { name: nameOf({ shape }), missing: missing.map(key => `\`${key}\``).join(' and no ') };
      report(recordRange(facts, index), args);
    }
  },
};
