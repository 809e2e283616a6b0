import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { daysLater } from '../../../text/calendar.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { vendorCover } from '../../questions/vendorCover.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/bridge-letter',
  reads: 'record',
  about: ['vendor'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary:
    'Your period or the date of your report is over, and the report of a subservice organization ends before it, without a bridge letter for the rest.',
  why: "The vendor's year rarely ends with yours. For the last weeks of your period, the auditor asks for a letter in which the vendor says that nothing has changed.",
  fix: "Ask the vendor for its bridge letter, and enter the days that it covers under `bridge`. The letter is the vendor's own word. It does not count as coverage.",
  messages: {
    default:
      'The report of `{name}` ends on {date}, before the last day of report `{report}` ({end}). Ask the vendor for its bridge letter.',
    bridge:
      'The bridge letter of `{name}` ends on {date}, before the last day of report `{report}` ({end}). Ask the vendor for a letter up to that day.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2025-06-01, end: 2026-05-31}}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report:
        period: {start: 2025-04-01, end: 2026-03-31}
                                         ^^^^^^^^^^
      === vendors/payments.yaml
      id: VN-02
      subservice: carve-out
      report:
        period: {start: 2025-04-01, end: 2026-03-31}
        bridge: {start: 2026-04-01, end: 2026-04-30}
                                         ^^^^^^^^^^
      `,
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-05-31}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report: {type: 1, asOf: 2026-03-31}
                              ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2025-06-01, end: 2026-05-31}}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report:
        period: {start: 2025-04-01, end: 2026-03-31}
        bridge: {start: 2026-04-01, end: 2026-05-31}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKeyUnder(target, 'report', 'bridge', '{start: , end: }');
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'vendor')) {
      if (subserviceMethod(entry.shape) !== 'carve-out') continue;
      const cover = vendorCover(entry);
      if (!cover) continue;
      const { until, stated, isBridge } = cover;
      for (const { id, assumed, period, asOf } of program.currentReports) {
        const end = period?.end ?? asOf;
        // audit/vendor-report-ended reports one that ended longer ago.
        const isOpen = end !== undefined && end < program.today && until < end && daysLater(until, 90) >= end;
        if (assumed || !isOpen) continue;
        const args = { name: nameOf(entry), date: until, report: id, end };
        report(
          { path: entry.path, record: entry.index, at: stated.at },
          args,
          isBridge ? 'bridge' : 'default',
        );
        break;
      }
    }
  },
};
