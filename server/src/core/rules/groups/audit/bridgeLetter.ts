import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { daysLater } from '../../../text/calendar.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { holeBeforeBridge, vendorCover } from '../../questions/vendorCover.ts';
import { unfitness } from '../../questions/vendorUnfit.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/bridge-letter',
  reads: 'record',
  about: ['vendor'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary:
    'Your period or the date of your report is over, and the report of a subservice organization ends before it, without a bridge letter for the rest; or its letter leaves out days after the report.',
  why: "The vendor's year rarely ends with yours. For the last weeks of your period, the auditor asks for a letter in which the vendor says that nothing has changed.",
  fix: "Ask the vendor for its bridge letter, and enter the days that it covers under `bridge`. The letter is the vendor's own word. It does not count as coverage.",
  messages: {
    default:
      'The report of `{name}` ends on {date}, before the last day of report `{report}` ({end}). Ask the vendor for its bridge letter.',
    bridge:
      'The bridge letter of `{name}` ends on {date}, before the last day of report `{report}` ({end}). Ask the vendor for a letter up to that day.',
    hole: 'The report of `{name}` ends on {date}, and its bridge letter begins on {start}: neither covers the days between. Ask the vendor for a letter from {next} on.',
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
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
        report:
          period: {start: 2025-08-01, end: 2026-07-31}
          bridge: {start: 2026-09-15, end: 2026-10-31}
                          ^^^^^^^^^^
      - id: VN-02
        subservice: carve-out
        report:
          period: {start: 2025-08-01, end: 2026-07-31}
          bridgeLetter: {from: 2026-09-15, to: 2026-10-31}
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
      === vendors/mail.yaml
      - {id: VN-02, subservice: carve-out, report: {period: {start: 2025-04-01, end: 2026-03-31}, bridge: letters/mail.pdf}}
      - {id: VN-03, subservice: carve-out, report: {period: {start: 2025-04-01, end: 2026-03-31}, gapLetter: {from: 2026-04-01, to: 2026-06-30}}}
      - id: VN-04
        subservice: carve-out
        report: {kind: soc2, type: 1, asOf: 2026-03-31, notes: audit/vendor-report-unfit asks for a Type II}
      `,
    ],
  },
  fixes(target) {
    if (target.message === 'hole') return [];
    return addEmptyKeyUnder(target, 'report', 'bridge', '{start: , end: }');
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'vendor')) {
      if (subserviceMethod(entry.shape) !== 'carve-out') continue;
      const hole = holeBeforeBridge(entry);
      const isAsked = program.currentReports.some(
        ({ assumed, period }) =>
          !assumed && hole && period && period.start <= hole.to && hole.from <= period.end,
      );
      if (hole && isAsked) {
        const { until: date, from: next, start } = hole;
        const args = { name: nameOf(entry), date, start: start.text, next };
        report({ path: entry.path, record: entry.index, at: start.at }, args, 'hole');
      }
      const cover = vendorCover(entry);
      // A newer letter does not make a report fit that is of another kind.
      if (!cover || unfitness(program, entry)) continue;
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
