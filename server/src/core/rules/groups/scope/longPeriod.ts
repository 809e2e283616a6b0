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
  summary: 'A Type II report with a period of more than twelve months.',
  why: 'Customers expect a report each year. While a longer period runs, they have none that is recent, and the auditor has to test more.',
  fix: 'Ask your auditor, and end the period after twelve months. The next report starts on the day after.',
  messages: {
    default:
      'The period of report `{report}` is longer than {months} months. Ask whether your auditor and customers accept that, or end it by {last}.',
  },
  varying: ['last'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2027-01-31}}
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
      if (type !== 2 || !period || state === 'issued' || !shape?.periodEnd) continue;
      const last = daysLater(monthsLater(period.start, Math.floor(months)), -1);
      if (period.end <= last) continue;
      const place = { path: manifest.path, record: 0, at: shape.periodEnd.at };
      report(place, { report: id, months: String(months), last });
    }
  },
};
