import { dateIn } from '../../../program/record.ts';
import type { Report } from '../../../program/report.ts';
import { monthsLater } from '../../../text/calendar.ts';
import { windowNamed } from '../../../time/labels.ts';
import { contradictedIn } from '../../questions/contradictionsIn.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/outside-period',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'Evidence from before the period of every report.',
  why: 'Evidence counts only for the days that a report covers. Older evidence belongs to a report that was already issued, or has a mistyped year.',
  fix: 'Correct the date. If the evidence belongs to an earlier report, keep that report in the manifest (`state: issued`), or leave the evidence out with `exclude`.',
  messages: {
    default:
      '{date} is before the period of every report (the earliest day that counts is {first}). Correct the date, or keep the report that it belongs to in the manifest.',
  },
  varying: ['first'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2023-03-18
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-04]
        window: 2023-Q1
                ^^^^^^^
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
      `
      === tickmark.yaml
      fiscalYearBegins: July
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === evidence/review.yaml
      - {id: EV-01, controls: [AC-04], window: FY2025-Q2}
                                               ^^^^^^^^^
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-06-30}}
      === evidence/review.yaml
      - id: EV-01
        performed: 2025-09-18
      - id: EV-02
        covers: {from: 2024-01-01, to: 2026-01-31}
      - {id: EV-03, window: 2026, performed: 2025-05-18}
      `,
    ],
  },
  check(program, key, report) {
    const first = firstDay(program.reports);
    if (first === undefined) return;
    for (const entry of recordsAt(program, key, 'evidence')) {
      const { values } = entry.shape;
      const name = (['performed', 'covers.to', 'extractedOn'] as const).find(one => values[one]);
      const stated = values[name ?? 'window'];
      const window = windowNamed(values.window?.text ?? '', program.evidence.fiscalYearBegins);
      const date = name === undefined ? window?.to : dateIn(values, name);
      if (!stated || date === undefined || date >= first) continue;
      // It is before its own window, which evidence/dates finds.
      if (contradictedIn(values).has(stated)) continue;
      report({ path: entry.path, record: entry.index, at: stated.at }, { date, first });
    }
  },
};

/**
 * The first day of which evidence counts for any report, undefined where one does not say when it is: that of its period, or
 * a year before its end, for what is done once a year counts by its last performance.
 */
function firstDay(reports: readonly Report[]): string | undefined {
  const days = reports.map(({ period, asOf }) => {
    const end = period?.end ?? asOf;
    const year = end === undefined ? undefined : monthsLater(end, -12);
    return period && year !== undefined && period.start < year ? period.start : year;
  });
  return days.reduce((a, b) => (a === undefined || b === undefined ? undefined : a < b ? a : b));
}
