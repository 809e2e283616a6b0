import { isFilledIn } from '../../../formats/isFilledIn.ts';
import { peopleNamed, personIn } from '../../../program/people.ts';
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
      - {id: vendors, owner: ana, status: approved, approvedBy: [ana, ben], approvedOn: 2026-01-08}
      - {id: conduct, owner: ben, status: approved, approvedBy: Managing Director, approvedOn: 2026-01-08}
      - {id: risks, owner: Board of Directors, status: approved, approvedBy: Board of Directors, approvedOn: 2026-01-08}
      - {id: incidents, owner: Security Committee, status: approved, approvedBy: security committee, approvedOn: 2026-01-08}
      - {id: changes, owner: Founders, status: approved, approvedBy: Founders, approvedOn: 2026-01-08}
      - {id: assets, owner: CEO, status: approved, approvedBy: CEO, approvedOn: 2026-01-08}
      - {id: logs, owner: TBD, status: approved, approvedBy: TBD, approvedOn: 2026-01-08}
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
      const { standing, values, lists } = entry.shape;
      const { owner, approvedBy } = values;
      if (standing !== 'counts' || !owner || !approvedBy) continue;
      if (!isFilledIn(owner.text) || overseers.test(owner.text)) continue;
      const person = personIn(owner.text, people);
      const approvers = lists?.['approvedBy'] ?? [approvedBy];
      if (approvers.some(({ text }) => personIn(text, people) !== person)) continue;
      if (isAtTheTop.test([owner.text, ...peopleNamed(people, owner.text).map(one => one.role)].join('\n')))
        continue;
      const place = { path: entry.path, record: entry.index, at: approvedBy.at };
      const related = [
        { path: entry.path, record: entry.index, at: owner.at, words: 'The owner is named here.' },
      ];
      report(place, { name: nameOf(entry), person: approvedBy.text }, 'default', related);
    }
  },
};

/** A body of several people, each of whom sees what the others do; who leads one, or sits on it, is one person. */
const overseers =
  /^(?!.*\b(?:head|lead(?:er)?|chief|officer|manager|director|chair(?:man|woman|person)?|members?|vp|president|secretary)\b).*\b(?:boards?|committees?|councils?|management|executives|leadership|founders|partners|directors|teams?|groups?|departments?|forum|office)\b/i;

/** Somebody who has nobody above. */
const isAtTheTop =
  /\bceo\b|\bchief executive\b|\bfounders?\b|\bco-?founders?\b|\bmanaging (?:director|partner|member)\b|(?<!vice[- ])\bpresident\b|\bproprietor\b/i;
