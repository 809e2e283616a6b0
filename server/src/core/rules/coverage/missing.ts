import { keyOf } from '../../catalogue/catalogues.ts';
import { isOnlyPlanned } from '../../programme/ladder.ts';
import type { Programme } from '../../programme/programme.ts';
import { gapFixes } from '../gapFixes.ts';
import type { ProgrammeRule, Report } from '../rule.ts';
import { scopePlace } from '../scopePlace.ts';

/** How many criteria of a group the message names. */
const mostNamed = 5;

export const rule: ProgrammeRule = {
  name: 'coverage/missing',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A criterion in scope that nothing addresses.',
  why: 'The report concludes on every criterion in scope. One without a control is a finding of the audit before it has begun.',
  fix: 'Write the control that serves it and name the criterion under its `satisfies`; or, where the criterion is not relevant to you, exclude it in the manifest with the reason (DC 8).',
  messages: {
    default:
      '{id} ({title}) is in scope and missing. {reason} Map a control to it, or exclude it with a reason.',
    group:
      '{id} ({title}) is in scope, and nothing addresses its {count} criteria: {ids}. Map controls to them, or exclude what is not relevant, with a reason.',
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
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogues: [ICFR]}
                                                                             ^^^^ ICFR CO-2
                                                                             ^^^^ ICFR IT
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      groups: [{id: PAY, title: Paying people}, {id: IT, title: Systems}]
      criteria:
        - {id: CO-1, title: Payments are authorised, group: PAY}
        - {id: CO-2, title: Payments are complete, group: PAY}
        - {id: CO-3, title: Changes are tested, group: IT}
        - {id: CO-4, title: Data is backed up, group: IT}
      === controls/all.yaml
      - id: PAY-01
        satisfies: {ICFR: [CO-1]}
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
  fixes(target) {
    return gapFixes(target);
  },
  check(programme, key, report) {
    // A repository without any control gets one finding (coverage/no-control), not sixty-one.
    if (programme.census.controls === 0) return;
    const group = programme.catalogues.group(key);
    if (group) checkGroup(programme, key, group.thing.title, report);
    const criterion = programme.catalogues.criterion(key)?.thing;
    const place = scopePlace(programme, key);
    if (!criterion || !place || !isMissing(programme, key)) return;
    const { key: around = '' } = programme.catalogues.groupOf(key) ?? {};
    if (missingAsOne(programme, around).length > 0) return;
    const { reason } = programme.coverage(programme.report, key);
    report(place, { id: key, title: criterion.title, reason });
  },
};

function checkGroup(programme: Programme, key: string, title: string, report: Report): void {
  const missing = missingAsOne(programme, key);
  const [first] = missing;
  const place = first === undefined ? undefined : scopePlace(programme, first);
  if (!place) return;
  const ids = missing.map(member => programme.catalogues.criterion(member)?.thing.id ?? member);
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  const named = ids.slice(0, mostNamed).join(', ');
  report(place, { id: key, title, count: String(ids.length), ids: named + more }, 'group');
}

/**
 * The criteria of a group in scope, where none is addressed and there are several: a framework that has only been named would
 * otherwise have a thousand findings. Of the TSC, whose groups are small, each is told by itself.
 */
function missingAsOne(programme: Programme, group: string): readonly string[] {
  const { catalogues, report } = programme;
  const found = catalogues.group(group);
  if (!found || found.catalogue === catalogues.tsc) return [];
  const members = found.catalogue.members(found.thing.id).map(({ id }) => keyOf(found.catalogue.name, id));
  const asked = members.filter(key => report.criteria.has(key) && !report.excluded.has(key));
  return asked.length > 1 && asked.every(key => isMissing(programme, key)) ? asked : [];
}

function isMissing(programme: Programme, key: string): boolean {
  const { report } = programme;
  if (!report.criteria.has(key)) return false;
  const { state, marks } = programme.standing(report, key);
  // Of planned controls coverage/planned-only tells.
  return state === 'missing' && marks.length === 0 && !isOnlyPlanned(programme.tally(report, key));
}
