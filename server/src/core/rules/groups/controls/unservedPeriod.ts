import type { CitationShape } from '../../../model/shape.ts';
import type { Program } from '../../../program/program.ts';
import { cites, dateIn, isControl, nameOf, type RecordEntry } from '../../../program/record.ts';
import type { Report } from '../../../program/report.ts';
import { daysLater } from '../../../text/calendar.ts';
import { criteriaTogether } from '../../questions/criteriaTogether.ts';
import type { ProgramRule } from '../../rule.ts';
import { inOrder } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/unserved-period',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary:
    'Days of a Type II period on which no control served a criterion, according to the dates of the controls.',
  why: 'A Type II report covers every day of its period. For days on which nothing served a criterion, the auditor has nothing to test, and says so.',
  fix: 'Record the control that served the criterion on those days (`retiredOn`, `supersedes`), correct the dates, or begin the period later.',
  messages: {
    default:
      'No control serves {criterion} from {from} to {to}, within the period of report `{report}`: `{name}` is in place only from {date}. Record the control that served it before, or correct the dates.',
    retired:
      'No control serves {criterion} from {from} to {to}, within the period of report `{report}`: `{name}` was retired on {date}. Record the control that replaced it, or correct the dates.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-01
        implementedOn: 2026-03-01
        satisfies: {TSC: [CC6.1, CC6.2]}
                          ^^^^^
      - id: AC-02
        implementedOn: 2025-01-01
        satisfies: {TSC: [CC6.2]}
      - id: AC-03
        implementedOn: 2025-01-01
        retiredOn: 2026-06-01
        satisfies: {TSC: [CC6.3]}
                          ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-01
        implementedOn: 2025-01-01
        retiredOn: 2026-06-01
        status: retired
        satisfies: {TSC: [CC6.1]}
      - id: AC-02
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.1]}
      - id: AC-03
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.2]}
      - id: AC-04
        status: implemented
        satisfies: {TSC: [CC6.2]}
      - id: AC-05
        implementedOn: 2025-01-01
        retiredOn: 2026-05-31
        satisfies: {TSC: [CC6.3]}
      - id: AC-06
        implementedOn: 2026-06-01
        satisfies: {TSC: [CC6.3]}
      `,
    ],
  },
  gather: criteriaTogether('criterion'),
  check(program, criterion, report) {
    const periods = program.currentReports.filter(
      ({ type, criteria, excluded }) => type === 2 && criteria.has(criterion) && !excluded.has(criterion),
    );
    if (periods.length === 0) return;
    const said = new Set<string>();
    for (const { id, period } of periods) {
      const spans = period && spansOf(program, criterion, period);
      if (!period || !spans) continue;
      for (const gap of gapsIn(spans, period)) {
        const { entry, citation, message, date, from, to } = gap;
        const args = { criterion: citation.id, from, to, report: id, name: nameOf(entry), date };
        if (said.has(`${from} ${to}`)) continue;
        said.add(`${from} ${to}`);
        const { implementedOn, effective, retiredOn } = entry.shape.values;
        const dated = message === 'retired' ? retiredOn : (implementedOn ?? effective);
        const { path, index: record } = entry;
        const related = dated ? [{ path, record, at: dated.at, words: 'This date leaves the gap.' }] : [];
        report({ path, record, at: citation.at }, args, message, related);
      }
    }
  },
};

type Period = NonNullable<Report['period']>;

/** The days on which a control serves a criterion: from the first day, up to the day on which it no longer does. */
interface Span {
  readonly entry: RecordEntry;
  readonly citation: CitationShape;
  readonly from: string;
  readonly until: string | undefined;
}

/** Undefined if one control serves the whole period, or if it is unknown when one began or ended. */
function spansOf(program: Program, criterion: string, period: Period): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const entry of program.citing(criterion)) {
    const { standing, values, satisfies } = entry.shape;
    const citation = satisfies.find(one => cites(entry, one, criterion));
    if (!citation || !isControl(entry.shape) || (standing !== 'counts' && standing !== 'retired')) continue;
    if (/^(?:planned|designed)$/i.test(values['status']?.text ?? '')) continue;
    const from = dateIn(values, entry.shape.kind === 'procedure' ? 'effective' : 'implementedOn');
    const retired = dateIn(values, 'retiredOn');
    if (from === undefined || (standing === 'retired' && retired === undefined)) return undefined;
    // Some people record the last day, others the day after it.
    const until = retired === undefined ? undefined : daysLater(retired, 1);
    if (from <= period.start && (until === undefined || until > period.end)) return undefined;
    if (from <= period.end && (until === undefined || until > period.start))
      spans.push({ entry, citation, from, until });
  }
  const order = inOrder(spans.map(({ entry }) => entry));
  return spans.sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : order.indexOf(a.entry) - order.indexOf(b.entry),
  );
}

/** The days of a period that no span covers, each gap with the control next to it. */
function gapsIn(spans: readonly Span[], { start, end }: Period) {
  const gaps = [];
  let next: string | undefined = start;
  let last: Span | undefined;
  for (const span of spans) {
    if (next === undefined) break;
    if (span.from > next) {
      gaps.push({ ...span, from: next, to: daysLater(span.from, -1), date: span.from, message: 'default' });
    }
    if (span.until === undefined || span.until > next) [last, next] = [span, span.until];
  }
  if (last && next !== undefined && next <= end) {
    gaps.push({ ...last, from: next, to: end, date: daysLater(next, -1), message: 'retired' });
  }
  return gaps;
}
