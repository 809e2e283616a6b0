import type { Program } from '../../../program/program.ts';
import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import { referenceKey } from '../../../program/touched.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'documents/no-predecessor',
  reads: 'record',
  about: ['policy'],
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary:
    'A policy that came into force within the period of a Type II report and names no earlier version.',
  why: 'A Type II report covers every day of the period. For the days before the policy came into force, an auditor asks for the version that was in force then.',
  fix: 'Keep a record of the earlier version with its own `effective` and `status: retired`, and name it under `supersedes`. It can be short if the text is kept elsewhere. If there was no earlier version, correct `effective` if it is wrong. Otherwise write `supersedes: none`, and be ready to explain the days without a policy.',
  messages: {
    default:
      '`{name}` is in force since {effective}, and the period begins on {start}. Record the version that was in force before, and name it under `supersedes`. If there was none, write `supersedes: none`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === policies/access.md
      ---
      id: access
      status: approved
      effective: 2026-02-02
                 ^^^^^^^^^^
      ---
      Access follows the role.
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === policies/vendors.yaml
      - {id: vendors, status: approved, effective: 2026-05-04, supersedes: [vendors-v1]}
      - {id: vendors-v1, status: retired, effective: 2026-02-02}
                                                     ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === policies/access.yaml
      - {id: access, status: approved, effective: 2026-02-02, supersedes: [access-2025]}
      - {id: access-2025, status: retired, effective: 2025-02-03}
      - {id: changes, status: approved, effective: 2025-12-01}
      - {id: backup, status: approved}
      - {id: ai-use, status: draft, effective: 2026-06-01}
      - {id: laptops, status: retired, effective: 2026-06-01}
      - {id: visitors, status: approved, effective: 2027-02-01}
      - {id: crypto, status: approved, version: 3.0, effective: 2026-06-01}
      - {id: vendors, status: approved, version: 1.0, effective: 2026-06-01, supersedes: none}
      - {id: incidents, status: approved, effective: 2026-06-01, supersedes: git tag policies-2025}
      - {id: risks, status: approved, effective: 2026-06-01, supersedes: version 1.0}
      - {id: logs, status: approved, effective: 2026-06-01, history: [{version: 2, effective: 2025-03-01}]}
      - {id: media, status: approved, effective: 2026-06-01, replaces: media-2}
      - {id: assets, status: approved, effective: 2026-06-01, previousVersion: 2025-03-01}
      === policies/people.md
      ---
      id: people
      status: approved
      effective: 2026-06-01
      ---
      People are checked.

      ## Version history

      | Version | Date | Change |
      | --- | --- | --- |
      | 1.0 | 2024-05-01 | First version |
      | 2.0 | 2026-06-01 | Annual review |
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-12-31}
      === policies/access.yaml
      - {id: access, status: approved, effective: 2026-02-02}
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'supersedes');
  },
  check(program, key, report) {
    for (const entry of inOrder(program.defining(key))) {
      const { kind, id, stem, values, references, past } = entry.shape;
      if (kind !== 'policy' || referenceKey(id?.text ?? stem ?? '') !== key) continue;
      const { effective: stated } = values;
      const effective = dateIn(values, 'effective');
      if (!stated || effective === undefined || references.some(one => one.key === 'supersedes')) continue;
      // Where it tells of versions, what was in force before is kept there, or in the history of the repository.
      if (past?.includes('versions') || !isInForce(program, key, entry)) continue;
      const within = program.currentReports.find(
        ({ type, period }) => type === 2 && period && period.start < effective && effective <= period.end,
      );
      if (!within?.period) continue;
      const place = { path: entry.path, record: entry.index, at: stated.at };
      report(place, { name: nameOf(entry), effective, start: within.period.start });
    }
  },
};

/** Whether a policy is in force, or was until the one that replaced it. */
function isInForce(program: Program, key: string, { shape }: RecordEntry): boolean {
  if (shape.standing === 'counts') return /^approved$/i.test(shape.values['status']?.text ?? '');
  if (shape.standing !== 'retired') return false;
  return [...program.references(key).values()].some(named => named.some(one => one.key === 'supersedes'));
}
