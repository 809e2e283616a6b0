import { personIn } from '../../../program/people.ts';
import { nameOf } from '../../../program/record.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'documents/approved-by-owner',
  reads: 'record',
  about: ['policy'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A policy that was approved by its own owner.',
  why: 'The owner writes and maintains the policy. An approval shows that somebody with the authority to do so has agreed to it. If both are one person, an auditor sees no oversight.',
  fix: 'Have the policy approved by somebody above the owner, or by the board, and record that approval. Or name the person who maintains the policy as its owner. The manifest tells the rule which ids, names, and roles belong to the same person.',
  messages: {
    default:
      '`{name}` was approved by its owner, `{person}`. Have somebody else approve it, or name whoever maintains it as `owner`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Head of IT}
        - {id: ben, name: Ben Okri, role: Managing Director}
      === policies/access.yaml
      - {id: access, owner: ana, status: approved, approvedBy: Head of IT, approvedOn: 2026-01-08}
                                                               ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Head of IT}
        - {id: ben, name: Ben Okri, role: Managing Director}
      === policies/access.yaml
      - {id: access, owner: ana, status: approved, approvedBy: ben, approvedOn: 2026-01-08}
      - {id: backup, owner: ana, status: approved}
      - {id: laptops, owner: ana, status: retired, approvedBy: ana, approvedOn: 2024-01-08}
      `,
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Founder}
      === policies/access.yaml
      - {id: access, owner: ana, status: approved, approvedBy: ana, approvedOn: 2026-01-08}
      `,
    ],
  },
  check(program, key, report) {
    const people = program.manifest?.shape.people ?? [];
    // Where there is only one person, nobody else can approve.
    if (people.length === 1) return;
    for (const entry of recordsAt(program, key, 'policy')) {
      const { standing, values } = entry.shape;
      const { owner, approvedBy } = values;
      if (standing !== 'counts' || !owner || !approvedBy) continue;
      if (personIn(owner.text, people) !== personIn(approvedBy.text, people)) continue;
      const place = { path: entry.path, record: entry.index, at: approvedBy.at };
      const related = [
        { path: entry.path, record: entry.index, at: owner.at, words: 'The owner is named here.' },
      ];
      report(place, { name: nameOf(entry), person: approvedBy.text }, 'default', related);
    }
  },
};
