import type { Program } from '../../../program/program.ts';
import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import type { Report } from '../../../program/report.ts';
import { daysLater } from '../../../text/calendar.ts';
import { criteriaTogether } from '../../questions/criteriaTogether.ts';
import { openControls } from '../../questions/openControls.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/late-implementation',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control that was put in place after the date of a Type I report.',
  why: 'A Type I report says which controls were in place on its date. A control that came later is not part of it, and the criteria that relied on it are open.',
  fix: 'Make sure that the controls that were in place are enough for its criteria, move the date of the report, or correct `implementedOn`. If no control of a criterion was in place, `coverage/not-in-place` reports the criterion instead.',
  messages: {
    default:
      'Control `{name}` is in place only from {date}, after the date of report `{report}` ({asOf}), so it does not count for {criterion} there. Make sure that the other controls are enough, or correct `implementedOn`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-03-31}
      === controls/sso.md
      ---
      id: AC-01
      status: implemented
      implementedOn: 2026-04-15
                     ^^^^^^^^^^ CC6.1
                     ^^^^^^^^^^ CC6.2
      satisfies: [CC6.1, CC6.2]
      ---
      === controls/passwords.yaml
      - {id: AC-02, status: implemented, satisfies: [CC6.1, CC6.2]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/sso.yaml
      - id: AC-01
        implementedOn: 2026-06-30
        satisfies: [CC6.1]
      - id: AC-02
        status: planned
        implementedOn: 2026-08-01
        satisfies: [CC6.1]
      - id: AC-03
        title: Access reviews (coverage/not-in-place reports their criterion)
        status: implemented
        implementedOn: 2026-08-01
        satisfies: [CC6.3]
      - id: AC-04
        title: Badges (evidence/future-date reports the date)
        status: implemented
        implementedOn: 2027-07-15
        satisfies: [CC6.1]
      `,
    ],
  },
  gather: criteriaTogether('criterion'),
  check(program, criterion, report) {
    const { currentReports, manifest, reports } = program;
    // A control that is too late for one report may be in time for the next.
    if (reports.some(({ type, state }) => type !== 1 || state === 'issued')) return;
    const told = new Set<RecordEntry>();
    for (const asked of currentReports) {
      for (const { entry, at, date, asOf } of lateControls(program, asked, criterion)) {
        if (told.has(entry)) continue;
        told.add(entry);
        const place = { path: entry.path, record: entry.index, at };
        const stated = asked.shape?.asOf;
        const related =
          manifest && stated
            ? [{ path: manifest.path, record: 0, at: stated.at, words: 'This is the date of the report.' }]
            : [];
        report(place, { name: nameOf(entry), date, asOf, report: asked.id, criterion }, 'default', related);
      }
    }
  },
};

/** The controls of a criterion that are put in place after the date of a report, unless coverage/not-in-place tells of them. */
function lateControls(program: Program, asked: Report, criterion: string) {
  const { asOf } = asked;
  if (asOf === undefined || !asked.criteria.has(criterion) || asked.excluded.has(criterion)) return [];
  if (!program.coverage.tally(asked, criterion).has('control waiting')) return [];
  if (asked === program.report && openControls(program, criterion)) return [];
  return program.coverage.covering(asked, criterion).flatMap(({ entry, bearing }) => {
    const { kind, values } = entry.shape;
    const { implementedOn } = values;
    const date = dateIn(values, 'implementedOn');
    if (bearing !== 'control waiting' || kind !== 'control' || !implementedOn || date === undefined)
      return [];
    // What is said to be in place already is a finding of evidence/future-date.
    const status = values['status']?.text.toLowerCase();
    const isToCome = status === 'implemented' && date > daysLater(program.today, 1);
    if (date <= asOf || isToCome || status === 'designed') return [];
    return [{ entry, at: implementedOn.at, date, asOf }];
  });
}
