import { isFilledIn } from '../../../formats/isFilledIn.ts';
import type { Program } from '../../../program/program.ts';
import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import { daysLater } from '../../../text/calendar.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/vendor-report-unread',
  reads: 'record',
  about: ['vendor'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary:
    "A vendor's report without a record that anybody read it, or that was read before its period ended.",
  why: 'A report on file proves nothing about the vendor. What counts is that somebody read its opinion, its exceptions, and what it expects of you (CC9.2).',
  fix: 'Read the report, and record the day: `reviewed: 2026-11-12`. A report is issued weeks after its period, so it is asked for 30 days later. If the day that you recorded belongs to an earlier report, read the new one.',
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
        period: {start: 2025-04-01, end: 2026-03-31}
      === vendors/mail.yaml
      id: VN-06
      report:
      ^^^^^^
        period: {start: 2025-04-01, end: 2026-03-31}
        reviewed: n/a
      === vendors/payments.yaml
      - id: VN-02
        report:
          period: {start: 2025-04-01, end: 2026-03-31}
          reviewed: 2025-11-12
                    ^^^^^^^^^^
      - id: VN-03
        report: {type: 1, asOf: 2026-03-31, reviewed: 2026-03-01}
                                                      ^^^^^^^^^^
      - id: VN-04
        report: {kind: ISO 27001, period: {start: 2022-05-01, end: 2025-04-30}}
        ^^^^^^
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        report:
          kind: soc2
          period: {start: 2025-04-01, end: 2026-03-31}
          reviewed: 2026-05-12
      - id: VN-02
        report: {kind: soc2, reviewedOn: 2026-05-12}
      - id: VN-03
      `,
      `
      === vendors/certified.yaml
      - id: VN-04
        report: {kind: ISO 27001, period: {start: 2024-05-01, end: 2027-04-30}, reviewed: 2026-05-01}
      - id: VN-05
        report: {kind: ISO 27001 certificate, period: {start: 2024-05-01, end: 2027-04-30}}
      === vendors/expected.yaml
      - id: VN-06
        report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      - id: VN-07
        report: {kind: soc2, type: 2, period: {start: 2025-04-01, end: 2026-03-31}, status: requested}
      - id: VN-08
        report: {kind: soc2, type: 2, period: {start: 2025-07-01, end: 2026-06-20}, opinion: unqualified}
      `,
    ],
  },
  fixes(target) {
    if (target.message !== 'default') return [];
    // Only the person who read the report can say that they did, and when.
    return addEmptyKeyUnder(target, 'report', 'reviewed');
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'vendor')) {
      const { path, index, shape } = entry;
      const { 'report.reviewed': reviewed } = shape.values;
      const name = nameOf(entry);
      if (reviewed && isFilledIn(reviewed.text)) {
        const dates = readBeforeItsEnd(entry, program);
        if (dates) report({ path, record: index, at: reviewed.at }, { name, ...dates }, 'early');
      } else if (isUnread(entry, program)) {
        report({ path, record: index, at: shape.vendorReport?.onFile ?? shape.at }, { name });
      }
    }
  },
};

/** How many days after its period a report may be on the way. */
const issuedWithin = 30;

/** Whether a report is on file, and nothing may say that somebody read it. */
function isUnread(entry: RecordEntry, { today }: Program): boolean {
  const { onFile, isAssessed } = entry.shape.vendorReport ?? {};
  if (onFile === undefined || isAssessed === true) return false;
  const end = lastDay(entry);
  return end === undefined || daysLater(end, issuedWithin) < today;
}

/**
 * The day on which a report was read, where that is before the last day that it is about. A certificate is read while it is
 * valid.
 */
function readBeforeItsEnd(entry: RecordEntry, { today }: Program) {
  const { values } = entry.shape;
  const [date, end] = [dateIn(values, 'report.reviewed'), lastDay(entry)];
  const isExamined = /soc|ssae|isae/i.test(values['report.kind']?.text ?? 'soc');
  if (date === undefined || end === undefined || !isExamined || end > today) return undefined;
  return date < end ? { date, end } : undefined;
}

function lastDay({ shape: { values } }: RecordEntry): string | undefined {
  return dateIn(values, 'report.period.end') ?? dateIn(values, 'report.asOf');
}
