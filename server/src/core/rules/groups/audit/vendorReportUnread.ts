import { nameOf } from '../../../program/record.ts';
import { readDate } from '../../../text/calendar.ts';
import { entry, resolved } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlScalar } from '../../../yaml/node.ts';
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
  summary:
    "A vendor's report without a record that anybody read it, or that was read before its period ended.",
  why: 'A report on file proves nothing about the vendor. What counts is that somebody read its opinion, its exceptions, and what it expects of you (CC9.2).',
  fix: 'Read the report, and record the day: `reviewed: 2026-11-12`. A report is issued weeks after its period. If the day that you recorded belongs to an earlier report, read the new one.',
  messages: {
    default:
      'The report of `{name}` is on file, but nothing says when somebody read and assessed it. Record the day under `reviewed`.',
    early:
      'The report of `{name}` is about a time that ended on {end}, and cannot have been read on {date}. Correct the dates, or read the report that was issued since.',
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
      === vendors/payments.yaml
      - id: VN-02
        report:
          period: {start: 2025-10-01, end: 2026-09-30}
          reviewed: 2026-03-12
                    ^^^^^^^^^^
      - id: VN-03
        report: {type: 1, asOf: 2026-06-30, reviewed: 2026-06-01}
                                                      ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        report:
          kind: soc2
          period: {start: 2025-10-01, end: 2026-09-30}
          reviewed: 2026-11-12
      - id: VN-02
        report: {kind: soc2, reviewedOn: 2026-11-12}
      - id: VN-03
      `,
    ],
  },
  fixes(target) {
    if (target.message !== 'default') return [];
    // Only the person who read the report can say that they did, and when.
    return addEmptyKeyUnder(target, 'report', 'reviewed');
  },
  check(facts, report) {
    for (const { shape, mapping } of recordsOf(facts, 'vendor')) {
      const present = entry(mapping, 'report');
      if (present?.value?.type !== 'mapping') continue;
      const name = nameOf({ shape });
      if (says(present.value, 'reviewed')) {
        const early = readBeforeItsEnd(present.value);
        if (early) report({ start: early.at.start, end: early.at.end }, { name, ...early.args }, 'early');
      } else if (!hasKeyLike(present.value, alike)) {
        const { start, end } = present.key;
        report({ start, end }, { name });
      }
    }
  },
};

/** The day on which a report was read, where that is before the last day that it is about. */
function readBeforeItsEnd(report: YamlMapping) {
  const at = scalarAt(report, 'reviewed');
  const period = resolved(entry(report, 'period')?.value);
  const last = (period?.type === 'mapping' ? scalarAt(period, 'end') : undefined) ?? scalarAt(report, 'asOf');
  const [date, end] = [at, last].map(said => readDate(said?.value.trim() ?? ''));
  if (!at || date === undefined || end === undefined || date >= end) return undefined;
  return { at, args: { date, end } };
}

function scalarAt(mapping: YamlMapping, key: string): YamlScalar | undefined {
  const value = resolved(entry(mapping, key)?.value);
  return value?.type === 'scalar' ? value : undefined;
}
