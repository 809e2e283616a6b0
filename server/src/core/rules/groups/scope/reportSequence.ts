import type { Report } from '../../../program/report.ts';
import { daysBetween, daysLater } from '../../../text/calendar.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/report-sequence',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary: 'Days between two Type II reports that no report covers, or days that two reports cover.',
  why: 'Customers read one report after the other. Controls on the days between are covered by nobody, and a bridge letter for them has no report behind it. For days in two periods, the auditor tests the same controls twice.',
  fix: 'Start a period on the day after the last one. If the gap is meant, or the days are covered twice for a reason, agree on it with your auditor and tell your customers.',
  messages: {
    default:
      'Report `{other}` ends on {end}, and `{report}` begins on {start}: no report covers the {days} between. Begin on {next}, or tell your customers why.',
    long: 'Report `{other}` ends on {end}, and `{report}` begins on {start}: no report covers the {days} between. Tell your customers why.',
    overlap:
      'Report `{report}` begins on {start}, and `{other}` ends on {end}: both cover the days between. Begin on {next}, or ask your auditor whether this is meant.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2025, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, state: issued}
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-02-01, end: 2026-12-31}}
                                                               ^^^^^^^^^^
      `,
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: soc2-2027, kind: soc2, type: 2, period: {start: 2026-10-01, end: 2027-09-30}, state: planned}
                                                               ^^^^^^^^^^
      `,
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2022, kind: soc2, type: 2, period: {start: 2022-01-01, end: 2022-12-31}, state: issued}
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
                                                               ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: first, kind: soc2, type: 1, asOf: 2025-06-30, state: issued}
        - {id: soc2-2025, kind: soc2, type: 2, period: {start: 2025-08-01, end: 2026-01-31}, state: issued}
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-02-01, end: 2027-01-31}}
        - {id: soc3-2026, kind: soc3, type: 2, period: {start: 2026-02-01, end: 2027-01-31}}
      `,
      `
      === tickmark.yaml
      reports:
        - {id: mail, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, systems: [mail]}
        - {id: chat, kind: soc2, type: 2, period: {start: 2025-07-01, end: 2026-06-30}, systems: [chat]}
      `,
    ],
  },
  check({ manifest, reports }, _key, report) {
    if (!manifest) return;
    for (const { before, after } of sequences(reports)) {
      const start = after.shape.periodStart;
      // What is issued cannot be changed.
      if (!start || after.state === 'issued') continue;
      const place = (at: number) => ({ path: manifest.path, record: 0, at });
      const next = daysLater(before.period.end, 1);
      const args = {
        report: after.id,
        other: before.id,
        start: after.period.start,
        end: before.period.end,
        next,
      };
      const end = before.shape.periodEnd;
      const related = end ? [{ ...place(end.at), words: `\`${before.id}\` ends here.` }] : [];
      if (after.period.start <= before.period.end) report(place(start.at), args, 'overlap', related);
      else if (after.period.start > next) {
        const days = daysBetween(next, after.period.start);
        // With more than a year before it, the period would be too long (scope/long-period).
        const message = days > mostAdded ? 'long' : 'default';
        report(place(start.at), { ...args, days: days === 1 ? 'day' : `${days} days` }, message, related);
      }
    }
  },
};

/** Up to how many days a period can be begun earlier. */
const mostAdded = 365;

type Placed = Report & {
  readonly period: NonNullable<Report['period']>;
  readonly shape: NonNullable<Report['shape']>;
};

/** Reports over a period, each with the one that ends last among those before it of the same kind, criteria, and systems. */
function* sequences(
  reports: readonly Report[],
): Generator<{ readonly before: Placed; readonly after: Placed }> {
  const placed = reports
    .filter(isPlaced)
    .sort((a, b) => compare(a.period.start, b.period.start) || compare(a.period.end, b.period.end));
  for (const [i, after] of placed.entries()) {
    const others = placed.slice(0, i).filter(before => follow(before, after));
    const [before] = others.sort((a, b) => compare(b.period.end, a.period.end));
    if (before) yield { before, after };
  }
}

/** A SOC 3 report is made with the SOC 2 report of its period, which tells the same. */
function isPlaced(report: Report): report is Placed {
  const { kind, type, period, shape } = report;
  return (
    kind !== 'soc3' && type === 2 && shape !== undefined && period !== undefined && period.start <= period.end
  );
}

/** Whether two reports are about the same: reports over the very same days are about different things. */
function follow(a: Placed, b: Placed): boolean {
  if (a.kind !== b.kind || (a.period.start === b.period.start && a.period.end === b.period.end)) return false;
  if (![...b.criteria].some(key => a.criteria.has(key))) return false;
  const systems = new Set(a.shape.systems?.names.map(({ text }) => text.toLowerCase()));
  const others = b.shape.systems?.names ?? [];
  return (
    systems.size === 0 || others.length === 0 || others.some(({ text }) => systems.has(text.toLowerCase()))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
