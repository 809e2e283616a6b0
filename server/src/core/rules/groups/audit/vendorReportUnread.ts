import { nameOf } from '../../../program/record.ts';
import { entry } from '../../../yaml/lookup.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!reviewed$).*(?:review|assess|evaluat|\bread)/i;

export const rule: DocumentRule = {
  name: 'audit/vendor-report-unread',
  reads: 'document',
  about: ['vendor'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: "A vendor's report without a record that anybody read it.",
  why: 'A report on file proves nothing about the vendor. What counts is that somebody read its opinion, its exceptions, and what it expects of you (CC9.2).',
  fix: 'Read the report, and record the day: `reviewed: 2026-11-12`.',
  messages: {
    default:
      'The report of `{name}` is on file, but nothing says when somebody read and assessed it. Record the day under `reviewed`.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      id: VN-01
      report:
      ^^^^^^
        kind: soc2
        period: {start: 2025-10-01, end: 2026-09-30}
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        report:
          kind: soc2
          reviewed: 2026-11-12
      - id: VN-02
        report: {kind: soc2, reviewedOn: 2026-11-12}
      - id: VN-03
      `,
    ],
  },
  fixes(target) {
    // Only the person who read the report can say that they did, and when.
    return addEmptyKeyUnder(target, 'report', 'reviewed');
  },
  check(facts, report) {
    for (const { shape, mapping } of recordsOf(facts, 'vendor')) {
      const present = entry(mapping, 'report');
      if (present?.value?.type !== 'mapping' || says(present.value, 'reviewed')) continue;
      if (hasKeyLike(present.value, alike)) continue;
      const { start, end } = present.key;
      report({ start, end }, { name: nameOf({ shape }) });
    }
  },
};
