import { isTooLong } from '../../../program/evidence/evidence.ts';
import { daysLater, monthsLater } from '../../../text/calendar.ts';
import { number } from '../../options.ts';
import type { ProgramRule } from '../../rule.ts';

const options = {
  months: number({ default: 12, description: 'The longest period that is not reported, in months.' }),
};

export const rule: ProgramRule<typeof options> = {
  name: 'scope/long-period',
  reads: 'program',
  options,
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  severityApart: {
    messages: ['decades'],
    severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
    when: 'where the period is longer than ten years',
  },
  summary: 'A Type II report with a period of more than twelve months.',
  why: 'Customers expect a report each year. While a longer period runs, they have none that is recent, and the auditor has to test more.',
  fix: 'Ask your auditor, and end the period after twelve months. The next report starts on the day after. If a date is wrong, correct it: Tickmark expects no evidence over more than ten years.',
  messages: {
    default:
      'The period of report `{report}` is longer than {months} months. Ask whether your auditor and customers accept that, or end it by {last}.',
    decades:
      'The period of report `{report}` is longer than ten years, so Tickmark expects no evidence over it. Correct its dates.',
  },
  varying: ['last'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2027-01-31}}
                                                                               ^^^^^^^^^^
      `,
      `
      === tickmark.yaml
      reports:
        - {id: year, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2062-12-31}}
                                                                           ^^^^^^^^^^
        - {id: past, kind: soc2, type: 2, period: {start: 1015-01-01, end: 2025-12-31}, state: issued}
                                                                           ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: year, kind: soc2, type: 2, period: {start: 2026-02-01, end: 2027-01-31}}
        - {id: past, kind: soc2, type: 2, period: {start: 2024-11-01, end: 2026-01-31}, state: issued}
      `,
    ],
  },
  check({ manifest, reports }, _key, report, optionsAt) {
    if (!manifest) return;
    const { months } = optionsAt(manifest.path);
    for (const { id, type, period, state, shape } of reports) {
      if (type !== 2 || !period || !shape?.periodEnd) continue;
      const place = { path: manifest.path, record: 0, at: shape.periodEnd.at };
      if (isTooLong(period)) {
        report(place, { report: id }, 'decades');
        continue;
      }
      const last = daysLater(monthsLater(period.start, Math.floor(months)), -1);
      if (state !== 'issued' && period.end > last)
        report(place, { report: id, months: String(months), last });
    }
  },
};
