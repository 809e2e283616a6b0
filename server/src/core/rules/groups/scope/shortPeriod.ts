import { daysLater, monthsLater } from '../../../text/calendar.ts';
import { number } from '../../options.ts';
import type { ProgramRule } from '../../rule.ts';

const options = {
  months: number({ default: 3, description: 'The shortest period that is not reported, in months.' }),
};

export const rule: ProgramRule<typeof options> = {
  name: 'scope/short-period',
  reads: 'program',
  options,
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary: 'A Type II report with a period of less than three months.',
  why: 'You, your auditor, and your customers decide how long the period is. In a very short period, quarterly controls operate once or not at all, and many customers do not accept the report.',
  fix: 'Ask your auditor, and the customers who want the report. Three to twelve months are usual; a first report often covers three or six.',
  messages: {
    default:
      'The period of report `{report}` is shorter than {months} months. Ask whether your auditor and customers accept that.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-03-15}}
                                                                               ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: first, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-03-31}}
        - {id: past, kind: soc2, type: 2, period: {start: 2025-11-01, end: 2025-12-31}, state: issued}
      `,
    ],
  },
  check({ manifest, reports }, _key, report, optionsAt) {
    if (!manifest) return;
    const { months } = optionsAt(manifest.path);
    for (const { id, type, period, state, shape } of reports) {
      if (type !== 2 || !period || state === 'issued' || !shape?.periodEnd) continue;
      const isShort = daysLater(period.end, 1) < monthsLater(period.start, Math.floor(months));
      if (!isShort || period.end < period.start) continue;
      const place = { path: manifest.path, record: 0, at: shape.periodEnd.at };
      report(place, { report: id, months: String(months) });
    }
  },
};
