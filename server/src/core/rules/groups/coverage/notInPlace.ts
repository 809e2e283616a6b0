import { keysOf } from '../../../model/keys.ts';
import { notInPlace } from '../../../program/bearing.ts';
import type { Program } from '../../../program/program.ts';
import { nameOf } from '../../../program/record.ts';
import { exclusionFixes, planFixes } from '../../fixes/gapFixes.ts';
import { askedSince, onceAsked } from '../../questions/askedSince.ts';
import { gapsTogether } from '../../questions/gapsTogether.ts';
import { openControls } from '../../questions/openControls.ts';
import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'coverage/not-in-place',
  reads: 'criterion',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'error' },
  severityApart: onceAsked,
  summary:
    'A criterion in scope whose controls are not in place: they are only designed, not key, or too late, or have no status.',
  why: 'An auditor tests controls that are in place and that you rely on. If a control is only designed, comes after the report, or is not key, the criterion is as open as without a control.',
  fix: 'Put a control in place, and set `status: implemented` and `implementedOn`. If one is in place already, say so in its record. Otherwise, name the criterion in a key control that is in place.',
  messages: {
    default:
      '{id} ({title}) has no key control in place. {reason} Put one in place, or map one that is in place.',
    asked:
      '{id} ({title}) has no key control in place, and report `{report}` asks for one {since}. {reason} Put one in place, or map one that is in place.',
    several:
      '{what}: {some} criteria have controls, but no key control in place: {ids}. Put the controls in place, or map others that are in place.',
    severalStatus:
      '{what}: {some} criteria have controls, but no key control in place: {ids}. Most of the controls have a status such as {statuses}, and only `implemented` counts. Write that where they are in place.',
  },
  varying: ['title', 'reason', 'report', 'since'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
                     ^^^^^^^^ CC9.2
                               ^^^^^^^^^^^^ A1.1
                               ^^^^^^^^^^^^ A1.2
                               ^^^^^^^^^^^^ A1.3
      === controls/all.yaml
      - {id: SEC-01, status: implemented, satisfies: [CC1.1–CC9.1]}
      - {id: SEC-02, satisfies: [CC9.2]}
      - {id: OPS-01, status: designed, satisfies: [A1.1]}
      - {id: OPS-02, status: implemented, key: false, satisfies: [A1.2]}
      - {id: OPS-03, status: implemented, implementedOn: 2026-07-01, satisfies: [A1.3]}
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
                               ^^^^^^^^^^^^ A1.2
                               ^^^^^^^^^^^^ A1.3
      === controls/all.yaml
      - {id: SEC-01, status: implemented, satisfies: [CC1.1–CC9.2, A1.1]}
      - {id: OPS-01, status: active, satisfies: [A1.2]}
      - {id: OPS-02, status: active, satisfies: [A1.3]}
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      scope:
        categories: [security, availability]
                               ^^^^^^^^^^^^ A1.3
      === controls/all.yaml
      - {id: SEC-01, status: implemented, satisfies: [CC1.1–CC9.2, A1.1, A1.2]}
      - {id: OPS-03, status: implemented, implementedOn: 2027-01-01, satisfies: [A1.3]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      scope:
        categories: [security, availability]
      === controls/all.yaml
      - {id: SEC-01, status: implemented, satisfies: [CC1.1–CC9.2, A1.1]}
      - {id: SEC-02, status: designed, satisfies: [CC6.1, A1.1]}
      - id: OPS-01
        title: Backups (controls/unserved-period reports the days before)
        status: implemented
        implementedOn: 2026-08-01
        satisfies: [A1.2]
      - id: OPS-02
        title: Restore tests (coverage/planned-only reports its criterion)
        status: planned
        satisfies: [A1.3]
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
      === controls/all.yaml
      - {id: SEC-01, status: implemented, satisfies: [CC1.1–CC9.2, A1.1, A1.2]}
      === policies/continuity.md
      # Business continuity

      | ID | Control | TSC |
      | --- | --- | --- |
      | BC-01 | Ana rehearses the recovery each year. The table has no column for a status. | A1.3 |
      `,
    ],
  },
  gather(findings, program, isAll) {
    return gapsTogether(findings, program, isAll, () => 'several').map(gathered => {
      const keys = gathered.members.flatMap(member => findings[member]?.args['id'] ?? []);
      const statuses = unknownStatuses(program, keys)?.map(status => `\`${status}\``);
      if (statuses === undefined) return gathered;
      const args = { ...gathered.args, statuses: statuses.join(', ') };
      return { ...gathered, message: 'severalStatus', args };
    });
  },
  fixes(target) {
    // Only its owner can say that a control is in place.
    return [...planFixes(target), ...exclusionFixes(target)];
  },
  check(program, key, report) {
    const { report: asked } = program;
    const criterion = program.catalogs.criterion(key)?.thing;
    if (!criterion || !asked.criteria.has(key) || asked.excluded.has(key)) return;
    const place = scopePlace(program, key);
    const open = openControls(program, key);
    if (!place || open === undefined) return;
    const { reason } = program.coverage.of(asked, key);
    const since = askedSince(program);
    const args = { id: key, title: criterion.title, reason, report: asked.id, since: since ?? '' };
    const day = program.dayOf(asked);
    const related = open.map(entry => {
      const { values, at } = entry.shape;
      const { why, key: said } = notInPlace(entry, day) ?? notKey;
      const words = `\`${nameOf(entry)}\` ${why}.`;
      return { path: entry.path, record: entry.index, at: values[said]?.at ?? at, words };
    });
    report(place, args, since === undefined ? 'default' : 'asked', related);
  },
};

/** What is said of a control that is in place, and that the criterion does not depend on. */
const notKey = { why: 'is not key', key: 'key' } as const;

/** How many unknown statuses a message names. */
const mostStatuses = 3;

/** The statuses of the controls of some criteria that we do not know, where most controls have one; undefined where few have. */
function unknownStatuses(program: Program, keys: readonly string[]): readonly string[] | undefined {
  const waiting = keys
    .flatMap(key => program.coverage.covering(program.report, key))
    .filter(({ bearing }) => bearing === 'control waiting');
  const controls = [...new Set(waiting.map(({ entry }) => entry.shape))];
  const known = keysOf('control').get('status')?.words ?? [];
  const unknown = controls.flatMap(({ kind, values }) => {
    const status = values['status']?.text;
    return kind === 'control' && status !== undefined && !known.includes(status.toLowerCase())
      ? [status]
      : [];
  });
  return unknown.length * 2 > controls.length ? [...new Set(unknown)].slice(0, mostStatuses) : undefined;
}
