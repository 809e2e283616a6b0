import { isOnlyPlanned } from '../../../program/ladder.ts';
import type { Program } from '../../../program/program.ts';
import { exclusionFixes, planFixes } from '../../fixes/gapFixes.ts';
import { askedSince, onceAsked } from '../../questions/askedSince.ts';
import { gapsTogether } from '../../questions/gapsTogether.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'coverage/planned-only',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'error' },
  severityApart: onceAsked,
  summary: 'A criterion in scope that only planned, unfinished, or retired controls map to.',
  why: 'A control that is planned, not filled in, or retired is not there to be tested. On the date of the report, or over its period, the criterion has no control.',
  fix: 'Put the control in place, and set `status: implemented` and `implementedOn`. Otherwise, name the criterion in a control that is in place.',
  messages: {
    default:
      '{id} ({title}) has only planned, unfinished, or retired controls. {reason} Put one in place, or map another control to it.',
    asked:
      '{id} ({title}) has only planned, unfinished, or retired controls, and report `{report}` asks for one in place {since}. {reason} Put one in place, or map another control to it.',
    several:
      '{what}: {some} criteria have only planned, unfinished, or retired controls: {ids}. Put them in place, or map other controls to the criteria.',
  },
  varying: ['title', 'reason', 'report', 'since'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
                               ^^^^^^^^^^^^ A1.3
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, A1.1, A1.2]
      - id: BC-01
        status: planned
        satisfies: [A1.3]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, A1.1, A1.2, A1.3]
      - id: BC-01
        status: planned
        satisfies: [A1.3]
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      scope:
        categories: [security, availability]
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, A1.1, A1.2]
      - id: BC-01
        title: Paper plan (controls/unserved-period reports the days after it)
        status: retired
        implementedOn: 2025-01-01
        retiredOn: 2026-04-01
        satisfies: [A1.3]
      - id: BC-02
        status: planned
        satisfies: [A1.3]
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      scope:
        categories: [security, availability]
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, A1.1, A1.2]
      - {id: BC-01, status: retired, implementedOn: 2025-01-01, retiredOn: 2027-10-01, satisfies: [A1.3]}
      `,
    ],
  },
  gather: (findings, program, isAll) => gapsTogether(findings, program, isAll, () => 'several'),
  fixes(target) {
    // Only its owner can say that a control is in place.
    return [...planFixes(target), ...exclusionFixes(target)];
  },
  check(program, key, report) {
    const { report: asked } = program;
    const criterion = program.catalogs.criterion(key)?.thing;
    if (!criterion || !asked.criteria.has(key) || asked.excluded.has(key)) return;
    if (!isOnlyPlanned(program.coverage.tally(asked, key))) return;
    const place = scopePlace(program, key);
    if (!place || isToldByDays(program, key)) return;
    const { reason } = program.coverage.of(asked, key);
    const since = askedSince(program);
    const args = { id: key, title: criterion.title, reason, report: asked.id, since: since ?? '' };
    report(place, args, since === undefined ? 'default' : 'asked');
  },
};

/** Whether controls/unserved-period tells since which day of the period nothing serves a criterion. */
function isToldByDays(program: Program, key: string): boolean {
  const day = program.dayOf(program.report);
  return program.coverage.unserved(program.report, key).some(({ to }) => to >= day);
}
