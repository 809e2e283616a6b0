import { keyOf } from '../../../catalog/catalogs.ts';
import { isAddressed, isOnlyPlanned } from '../../../program/ladder.ts';
import type { Program } from '../../../program/program.ts';
import { asksTexts, controlFixes, documentFixes, exclusionFixes, planFixes } from '../../fixes/gapFixes.ts';
import { gapsTogether } from '../../questions/gapsTogether.ts';
import { isCommon } from '../../questions/isCommon.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule, Report } from '../../rule.ts';

/** Notice, choice, and explicit consent: who collects personal information for others leaves these to them. */
const ofCustomers: ReadonlySet<string> = new Set(['P1.1', 'P2.1', 'P3.2']);

/** How many criteria of a group the message names. */
const mostNamed = 5;

export const rule: ProgramRule = {
  name: 'coverage/missing',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  severityApart: {
    messages: ['processor'],
    severity: { start: 'off', recommended: 'information', strict: 'warning' },
    when: 'for a criterion that the customers of a processor usually meet',
  },
  summary: 'A criterion in scope that nothing addresses, or that only an overview of all criteria lists.',
  why: 'The report concludes on every criterion in scope. If no control maps to a criterion, the auditor has nothing to test and will report the gap.',
  fix: 'Write a control that serves the criterion, and name the criterion under its `satisfies`. If a criterion of another category than Security is not relevant to you, exclude it in the manifest with the reason (description criterion DC 8).',
  messages: {
    default: '{id} ({title}) is in scope but missing. {reason} Write a control for it.',
    optional:
      '{id} ({title}) is in scope but missing. {reason} Write a control for it. If it is not relevant, exclude it with a reason.',
    listed: '{id} ({title}) is in scope. {reason} Write a control for it.',
    listedOptional:
      '{id} ({title}) is in scope. {reason} Write a control for it. If it is not relevant, exclude it with a reason.',
    processor:
      '{id} ({title}) is in scope but missing. {reason} The customers of a processor usually do this themselves. If yours do, exclude the criterion with that reason. Otherwise, write a control for it.',
    group:
      '{id} ({title}) is in scope, but nothing addresses its {count} criteria: {ids}. Write controls for them. If a criterion is not relevant, exclude it with a reason.',
    several:
      '{what}: {some} criteria have no control, and no document addresses them: {ids}. Write a control for each.',
    severalOptional:
      '{what}: {some} criteria have no control, and no document addresses them: {ids}. Write a control for each. If a criterion is not relevant, exclude it with a reason.',
  },
  varying: ['title', 'reason', 'count', 'ids'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, confidentiality]
                               ^^^^^^^^^^^^^^^ C1.2
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, C1.1]
      `,
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [ICFR]}
                                                                           ^^^^ ICFR CO-2
                                                                           ^^^^ ICFR IT
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      groups: [{id: PAY, title: Paying people}, {id: IT, title: Systems}]
      criteria:
        - {id: CO-1, title: Payments are authorized, group: PAY}
        - {id: CO-2, title: Payments are complete, group: PAY}
        - {id: CO-3, title: Changes are tested, group: IT}
        - {id: CO-4, title: Data is backed up, group: IT}
      === controls/all.yaml
      - id: PAY-01
        satisfies: {ICFR: [CO-1]}
      `,
      `
      === tickmark.yaml
      privacyRole: processor
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
                               ^^^^^^^ P2.1
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, P1.1, P3.1–P8.1]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, confidentiality]
        exclude:
          - {criterion: C1.2, reason: Customers delete their data themselves.}
      === controls/all.yaml
      - id: SEC-01
        satisfies: [CC1.1–CC9.2, C1.1]
      `,
    ],
  },
  gather: (findings, program, isAll) =>
    gapsTogether(findings, program, isAll, keys =>
      keys.every(key => isCommon(program, key)) ? 'several' : 'severalOptional',
    ),
  asksTexts,
  fixes(target) {
    const exclusions = exclusionFixes(target);
    const others = [...controlFixes(target), ...documentFixes(target), ...planFixes(target)];
    return target.message === 'processor' ? [...exclusions, ...others] : [...others, ...exclusions];
  },
  check(program, key, report) {
    // A repository without any control gets one finding (coverage/no-control), not sixty-one.
    if (program.census.controls === 0) return;
    const group = program.catalogs.group(key);
    if (group) checkGroup(program, key, group.thing.title, report);
    const criterion = program.catalogs.criterion(key)?.thing;
    const place = scopePlace(program, key);
    if (!criterion || !place || !isMissing(program, key)) return;
    const { key: around = '' } = program.catalogs.groupOf(key) ?? {};
    if (missingAsOne(program, around).length > 0) return;
    const { reason } = program.coverage.of(program.report, key);
    const isListed = program.coverage.stateOf(program.report, key).state === 'listed';
    const [must, can] = isListed
      ? (['listed', 'listedOptional'] as const)
      : (['default', 'optional'] as const);
    const isOfCustomers = program.privacyRole === 'processor' && ofCustomers.has(key);
    const message = isOfCustomers ? 'processor' : isCommon(program, key) ? must : can;
    report(place, { id: key, title: criterion.title, reason }, message);
  },
};

function checkGroup(program: Program, key: string, title: string, report: Report): void {
  const missing = missingAsOne(program, key);
  const [first] = missing;
  const place = first === undefined ? undefined : scopePlace(program, first);
  if (!place) return;
  const ids = missing.map(member => program.catalogs.criterion(member)?.thing.id ?? member);
  const more = ids.length > mostNamed ? `, and ${ids.length - mostNamed} more` : '';
  const named = ids.slice(0, mostNamed).join(', ');
  report(place, { id: key, title, count: String(ids.length), ids: named + more }, 'group');
}

/**
 * The criteria of a group in scope, if there are several and none is addressed: otherwise, a framework that has only been named
 * would have a thousand findings. The groups of the TSC are small, so each of its criteria is reported by itself.
 */
function missingAsOne(program: Program, group: string): readonly string[] {
  const { catalogs, report } = program;
  const found = catalogs.group(group);
  if (!found || found.catalog === catalogs.tsc) return [];
  const members = found.catalog.members(found.thing.id).map(({ id }) => keyOf(found.catalog.name, id));
  const asked = members.filter(key => report.criteria.has(key) && !report.excluded.has(key));
  return asked.length > 1 && asked.every(key => isMissing(program, key)) ? asked : [];
}

function isMissing(program: Program, key: string): boolean {
  const { report } = program;
  if (!report.criteria.has(key)) return false;
  const { state, marks } = program.coverage.stateOf(report, key);
  // coverage/planned-only reports a criterion with planned controls.
  return (
    !isAddressed(state) && !marks.includes('excluded') && !isOnlyPlanned(program.coverage.tally(report, key))
  );
}
