import { reportMappings } from '../../../formats/manifestEdits.ts';
import { removeKey, setValue, writtenLike } from '../../../formats/yamlEdits.ts';
import type { Report } from '../../../program/report.ts';
import { entry, resolved } from '../../../yaml/lookup.ts';
import type { Fix, FixEdit, FixTarget, ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/contradictory-report',
  reads: 'program',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A report that is issued before its period ends, a Type I report with a period, a Type II report with `asOf`, or a SOC 3 report with another period than the SOC 2 report.',
  why: 'Tickmark judges controls and evidence by the dates of the report. If they contradict each other, every answer about coverage is about the wrong days, and your auditor plans the wrong work.',
  fix: 'Correct what is wrong. A Type I report has `asOf`, and a Type II report has `period`. A report is issued after its last day. A SOC 3 report has the period of the SOC 2 report from the same examination.',
  messages: {
    default:
      'Report `{report}` is marked as issued, but its last day, {day}, is still to come. Correct the date, or write `state: current`.',
    period:
      'Report `{report}` is Type I, which covers the day under `asOf` and no period. Remove `period`, or write `type: 2`.',
    asOf: 'Report `{report}` is Type II, which covers its period and no single day. Remove `asOf`, or write `type: 1`.',
    soc3: 'SOC 3 report `{report}` covers {days}, and SOC 2 report `{other}` covers {otherDays}. Both come from one examination, so give them the same period.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      reports:
        - {id: first, kind: soc2, type: 1, asOf: 2999-06-30, state: issued}
                                                                    ^^^^^^
        - {id: next, kind: soc2, type: 2, period: {start: 2999-01-01, end: 2999-12-31}, state: issued}
                                                                                               ^^^^^^
      `,
      `
      === tickmark.yaml
      reports:
        - {id: first, kind: soc2, type: 1, asOf: 2025-06-30, period: {start: 2025-07-01, end: 2025-12-31}}
                                                                             ^^^^^^^^^^
        - {id: next, kind: soc2, type: 2, asOf: 2025-12-31, period: {start: 2025-07-01, end: 2025-12-31}}
                                                ^^^^^^^^^^
      `,
      `
      === tickmark.yaml
      reports:
        - {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: soc3, kind: soc3, type: 2, period: {start: 2026-01-01, end: 2026-09-30}}
                                                                           ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2025, kind: soc2, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, state: issued}
        - {id: soc3-2025, kind: soc3, type: 2, period: {start: 2025-01-01, end: 2025-12-31}, state: issued}
        - {id: soc2-2999, kind: soc2, type: 2, period: {start: 2999-01-01, end: 2999-12-31}}
        - {id: soc3-next, kind: soc3, type: 2}
        - {id: soc2-first, kind: soc2, type: 1, asOf: 2024-12-31, state: issued}
      `,
      `
      === tickmark.yaml
      reports:
        - {id: soc2-2026, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: soc3-2024, kind: soc3, type: 2, period: {start: 2024-01-01, end: 2024-12-31}, state: issued}
      `,
    ],
  },
  fixes(target) {
    const { path, range, message, facts, program, args } = target;
    const own = reportMappings(facts).find(({ start, end }) => start <= range.start && range.end <= end);
    if (!own) return [];
    if (message === 'default') {
      const text = writtenLike(facts.text.slice(range.start, range.end), 'current');
      return [{ title: 'Write state current', edits: [{ path, ...range, text }], preferred: false }];
    }
    if (message === 'soc3')
      return withPeriodOf(
        target,
        program.reports.find(({ id }) => id === args['other']),
      );
    const [key, type, kept] = message === 'period' ? ['period', '2', 'asOf'] : ['asOf', '1', 'period'];
    const without = (unwanted: string): FixEdit[] => {
      const found = entry(own, unwanted);
      const removal = found && removeKey(facts.text, own, found);
      return removal ? [{ path, ...removal }] : [];
    };
    const written = entry(own, 'type');
    return [
      fix(`Remove ${key}`, without(key)),
      ...(written
        ? [
            fix(`Write type ${type}, and remove ${kept}`, [
              { path, ...setValue(facts.text, written, type) },
              ...without(kept),
            ]),
          ]
        : []),
    ].filter(({ edits }) => edits.length > 0);
  },
  check({ manifest, reports, today }, _key, report) {
    if (!manifest) return;
    const at = (place: number) => ({ path: manifest.path, record: 0, at: place });
    for (const { id, kind, type, asOf, period, state, shape } of reports) {
      if (!shape) continue;
      const last = type === 1 ? asOf : type === 2 ? period?.end : undefined;
      if (state === 'issued' && shape.state && last !== undefined && last > today)
        report(at(shape.state.at), { report: id, day: last });
      const { periodStart, periodEnd, asOf: day } = shape;
      // What is missing is a finding of scope/dates, and a SOC 3 report of Type I one of scope/soc3-type.
      if (type === 1 && kind !== 'soc3' && day && (periodStart ?? periodEnd))
        report(at((periodStart ?? periodEnd ?? day).at), { report: id }, 'period');
      if (type === 2 && day && (periodStart ?? periodEnd)) report(at(day.at), { report: id }, 'asOf');
    }
    for (const { soc3, soc2, shape } of unlike(reports)) {
      const said = { report: soc3.id, other: soc2.id, days: daysOf(soc3), otherDays: daysOf(soc2) };
      const place = soc3.period?.end === soc2.period?.end ? shape.periodStart : shape.periodEnd;
      const other = soc2.shape?.periodEnd;
      const related = other ? [{ ...at(other.at), words: `The period of \`${soc2.id}\` is set here.` }] : [];
      report(at((place ?? shape).at), said, 'soc3', related);
    }
  },
};

function fix(title: string, edits: readonly FixEdit[]): Fix {
  return { title, edits, preferred: false };
}

/** Writes the days of a report into the one around the finding. */
function withPeriodOf({ path, range, facts }: FixTarget, other: Report | undefined): readonly Fix[] {
  const own = reportMappings(facts).find(({ start, end }) => start <= range.start && range.end <= end);
  const period = resolved(own && entry(own, 'period')?.value);
  if (!other?.period || period?.type !== 'mapping') return [];
  const edits = (['start', 'end'] as const).flatMap(key => {
    const [date, found] = [other.period?.[key] ?? '', entry(period, key)];
    const isSame = found?.value?.type === 'scalar' && found.value.value === date;
    return !found || isSame ? [] : [{ path, ...setValue(facts.text, found, date) }];
  });
  return edits.length > 0 ? [fix(`Use the period of ${other.id}`, edits)] : [];
}

/** SOC 3 reports whose period overlaps that of a SOC 2 report, and is that of none. */
function unlike(reports: readonly Report[]) {
  const soc2s = reports.filter(({ kind, type }) => kind === 'soc2' && type === 2);
  return reports.flatMap(soc3 => {
    const { kind, period, shape } = soc3;
    if (kind !== 'soc3' || !period || period.end < period.start || !shape) return [];
    if (soc2s.some(soc2 => daysOf(soc2) === daysOf(soc3))) return [];
    const overlapping = soc2s.filter(
      soc2 => soc2.period && soc2.period.start <= period.end && period.start <= soc2.period.end,
    );
    const [soc2] = overlapping;
    return soc2 && overlapping.length === 1 ? [{ soc3, soc2, shape }] : [];
  });
}

function daysOf({ period }: Report): string {
  return period ? `${period.start} to ${period.end}` : '';
}
