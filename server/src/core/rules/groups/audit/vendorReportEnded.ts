import { outlookOf } from '../../../program/outlook.ts';
import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { daysLater } from '../../../text/calendar.ts';
import { addEmptyKeyUnder } from '../../fixes/addEmptyKey.ts';
import { number } from '../../options.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { vendorCover } from '../../questions/vendorCover.ts';
import { unfitness } from '../../questions/vendorUnfit.ts';
import type { ProgramRule } from '../../rule.ts';

const options = {
  days: number({ default: 90, description: 'How many days may pass after the report ends.' }),
};

export const rule: ProgramRule<typeof options> = {
  name: 'audit/vendor-report-ended',
  reads: 'record',
  about: ['vendor'],
  options,
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary:
    "A subservice organization's report that ended long ago, without a bridge letter for the time since.",
  why: "Under carve-out, you rely on controls that only the vendor's report shows. In the months after the report ends, nothing shows them, unless the vendor says in a bridge letter that nothing has changed.",
  fix: "Get the vendor's newer report, or its bridge letter. Enter the days that the letter covers in `bridge`, under `report`.",
  messages: {
    default:
      "The report of `{name}` ended on {date}, and nothing covers the time from then to {day}. Get the vendor's newer report, or a bridge letter.",
    bridge:
      "The bridge letter of `{name}` ended on {date}, and nothing covers the time from then to {day}. Get the vendor's newer report.",
  },
  varying: ['day'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report:
        period: {start: 2024-10-01, end: 2025-09-30}
                                         ^^^^^^^^^^
      === vendors/payments.yaml
      id: VN-02
      subservice: carve-out
      report:
        period: {start: 2024-07-01, end: 2025-06-30}
        bridge: {start: 2025-07-01, end: 2025-09-30}
                                         ^^^^^^^^^^
      === vendors/mail.yaml
      id: VN-03
      subservice: carve-out
      report:
        period: {start: 2024-10-01, end: 2025-09-30}
                                         ^^^^^^^^^^
        bridge: {start: , end: }
      `,
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-05-31}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report: {type: 1, asOf: 2025-09-30}
                              ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
        report:
          period: {start: 2024-10-01, end: 2025-09-30}
          bridge: {start: 2025-10-01, end: 2026-04-30}
      - id: VN-02
        subservice: none
        report:
          period: {start: 2023-10-01, end: 2024-09-30}
      - {id: VN-03, subservice: carve-out, report: {period: {start: 2024-10-01, end: 2025-09-30}, bridge: letters/w4.pdf}}
      - {id: VN-04, subservice: carve-out, report: {period: {start: 2024-10-01, end: 2025-09-30}, bridgeLetter: {start: 2025-10-01, end: 2026-04-30}}}
      - {id: VN-05, subservice: carve-out, report: {period: {start: 2024-10-01, end: 2025-09-30}, bridge: {from: 2025-10-01, to: 2026-04-30}}}
      - {id: VN-06, subservice: carve-out, gap_letter: letters/w6.pdf, report: {period: {start: 2024-10-01, end: 2025-09-30}}}
      - id: VN-07
        subservice: carve-out
        report: {kind: soc2, type: 1, asOf: 2025-09-30, notes: audit/vendor-report-unfit asks for a Type II}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKeyUnder(target, 'report', 'bridge', '{start: , end: }');
  },
  check(program, key, report, optionsAt) {
    for (const entry of recordsAt(program, key, 'vendor')) {
      if (subserviceMethod(entry.shape) !== 'carve-out') continue;
      const cover = vendorCover(entry);
      // A bridge letter does not make a report fit that is of another kind.
      if (!cover || unfitness(program, entry)) continue;
      const { until, stated, isBridge } = cover;
      const last = daysLater(until, optionsAt(entry.path).days);
      const day = program.currentReports
        .filter(({ assumed }) => !assumed)
        .map(one => outlookOf(one, program.today).day)
        .find(one => one > last);
      if (day === undefined) continue;
      report(
        { path: entry.path, record: entry.index, at: stated.at },
        { name: nameOf(entry), date: until, day },
        isBridge ? 'bridge' : 'default',
      );
    }
  },
};
