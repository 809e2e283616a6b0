import { isFilledIn } from '../../../formats/isFilledIn.ts';
import { isNumberOfItems, isPopulation, populationKeys, sourceAsks } from '../../../formats/populationIn.ts';
import { nameOf } from '../../../program/record.ts';
import { entry, resolved } from '../../../yaml/lookup.ts';
import type { YamlScalar } from '../../../yaml/node.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { type KeyedRecord, recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'evidence/population-incomplete',
  reads: 'document',
  about: ['evidence'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'A population without its query, its count, or the day on which it was drawn, or with a count that is no number.',
  why: 'Auditors draw samples from populations. Before they do, they ask how you know that nothing is missing: which query produced the population, how many items it returned, and on which day. What happened after that day is not in it.',
  fix: 'Record the query, word for word, the number of items that it returned (`count: 63`), and the day: `extractedOn: 2026-04-02`, or `collected`, if it was drawn and filed on one day. Record a zero too: it shows that the control had no occasion to operate.',
  messages: {
    default:
      'Population `{name}` has no {missing}. Record the query that produced it, the number of items it has, and the day on which it was drawn.',
    count:
      '`{value}` is not the number of items that the query returned, and an auditor cannot draw a sample from an estimate. Record the number: `count: 63`.',
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
      === evidence/leavers.yaml
      - id: EV-02
            ^^^^^
        controls: [HR-01]
        type: population
        query: Report "Departures" of the first quarter
        count: about 20
               ^^^^^^^^
      - id: EV-03
            ^^^^^
        controls: [HR-01]
        type: population
        query: Report "Departures" of the second quarter
        count: 20-30 people
               ^^^^^^^^^^^^
      - id: EV-06
            ^^^^^
        controls: [HR-01]
        type: population
        query: n/a
        count: n/a
        extractedOn: 2026-03-31
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
        extractedOn: 2026-04-02
      - id: EV-03
        type: population
        report: Hires of the first quarter
        total: 3
        exported: 2026-04-02
      - id: EV-04
        type: population
        query: Report "Hires" of the second quarter
        count: 1,204
        collected: 2026-07-02
      - id: EV-05
        type: population
        query: Report "Hires" of the third quarter
        count: 63 people
        collected: 2026-10-02
      - id: EV-02
        type: access-review
      - id: EV-06
        type: population
        source: https://jira.example.com/issues/?jql=project%3DCHG
        rows: 12
        extractedOn: 2026-04-01
      - id: EV-07
        type: population
        query: Report "Terminations" of the first quarter
        count: 0 (no terminations in the quarter)
        extractedOn: 2026-04-01
      - {id: EV-08, type: population, query: Report "Terminations", count: zero, extractedOn: 2026-04-01}
      - {id: EV-09, type: population, query: Report "Moves", count: '12 joiners, 3 leavers', extractedOn: 2026-04-01}
      `,
    ],
  },
  fixes(target) {
    if (target.message !== 'default') return [];
    const missing = keys.filter(key => target.args['missing']?.includes(`\`${key}\``));
    return addEmptyKey(target, ...missing);
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'evidence')) {
      if (!isPopulation(mapping)) continue;
      const missing = keys.filter(
        key =>
          !says(mapping, key) &&
          !hasKeyLike(mapping, populationKeys[key]) &&
          (key !== 'query' || !sourceAsks(mapping)),
      );
      if (missing.length > 0) {
        const args = { name: nameOf({ shape }), missing: missing.map(key => `\`${key}\``).join(' and no ') };
        report(recordRange(facts, index), args);
      }
      const count = estimateIn(mapping);
      if (count) report({ start: count.start, end: count.end }, { value: count.value.trim() }, 'count');
    }
  },
};

const keys = ['query', 'count', 'extractedOn'] as const;

/** A count that is written and says how many only in part: `about 20`, `20+`, `many`. */
function estimateIn(mapping: KeyedRecord['mapping']): YamlScalar | undefined {
  const count = resolved(entry(mapping, 'count')?.value);
  if (count?.type !== 'scalar' || !isFilledIn(count.value)) return undefined;
  return isNumberOfItems(count.value) ? undefined : count;
}
