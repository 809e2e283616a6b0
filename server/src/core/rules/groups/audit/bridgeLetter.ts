import { dateIn, nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { daysLater } from '../../../text/calendar.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/bridge-letter',
  reads: 'record',
  about: ['vendor'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary:
    'Your period is over, and the report of a subservice organization ends before it, without a bridge letter for the rest.',
  why: "The vendor's year rarely ends with yours. For the last weeks of your period, the auditor asks for a letter in which the vendor says that nothing has changed.",
  fix: "Ask the vendor for its bridge letter, and enter the days that it covers under `bridge`. The letter is the vendor's own word. It does not count as coverage.",
  messages: {
    default:
      'The report of `{name}` ends on {date}, before the period of report `{report}` ends ({end}). Ask the vendor for its bridge letter.',
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
      const { values } = entry.shape;
      const end = dateIn(values, 'report.period.end');
      const stated = values['report.period.end'];
      if (!stated || end === undefined || subserviceMethod(entry.shape) !== 'carve-out') continue;
      if (dateIn(values, 'report.bridge.end') !== undefined) continue;
      // audit/vendor-report-ended reports one that ended longer ago.
      const open = program.currentReports.find(
        ({ type, period }) =>
          type === 2 &&
          period &&
          period.end < program.today &&
          end < period.end &&
          daysLater(end, 90) >= period.end,
      );
      if (!open?.period) continue;
      const args = { name: nameOf(entry), date: end, report: open.id, end: open.period.end };
      report({ path: entry.path, record: entry.index, at: stated.at }, args);
    }
  },
};
