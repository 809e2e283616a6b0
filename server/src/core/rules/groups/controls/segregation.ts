import type { Program } from '../../../program/program.ts';
import { nameOf, type RecordEntry } from '../../../program/record.ts';
import { isPerformed, onlyPerformer, type Performer } from '../../questions/performers.ts';
import type { ProgramRule } from '../../rule.ts';
import { inOrder } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/segregation',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary:
    'A control whose statement needs a second person, but whose only performer does the first part too.',
  why: 'An approval by the person who releases the change, or a review by an administrator of their own account, stops nobody. An auditor compares who performs each control with what its statement says.',
  fix: 'Have somebody else perform one of the two controls, and name that person under `performedBy`.',
  messages: {
    default:
      'The statement needs a second person, but `{person}` performs this control alone, and performs `{other}` too, which serves the same criterion ({criterion}). Have somebody else perform one of them.',
    administrator:
      'The statement has somebody else look at administrators, but only `{person}` performs this control, and is one ({role}). Have somebody else perform it.',
  },
  varying: ['criterion'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: sam, name: Sam Ito, role: Engineer}
        - {id: lea, name: Lea Brandt, role: Systems Administrator}
      === controls/changes.yaml
      - id: CM-01
        statement: An engineer other than the author approves each change before it is merged.
        performedBy: [sam]
                      ^^^
        satisfies: [CC8.1]
      - id: CM-02
        statement: The engineer on duty deploys approved changes each Tuesday.
        performedBy: [Sam Ito]
        satisfies: [CC8.1]
      - id: AC-04
        statement: Each quarter, somebody else reviews the accounts of administrators.
        performedBy: [lea]
                      ^^^
        satisfies: [CC6.3]
      - id: AC-05
        statement: The access of administrators is reviewed each month by someone else.
        performedBy: [lea]
                      ^^^
        satisfies: [CC6.3]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: sam, name: Sam Ito, role: Engineer}
        - {id: lea, name: Lea Brandt, role: Systems Administrator}
      === controls/changes.yaml
      - id: CM-01
        statement: An engineer other than the author approves each change before it is merged.
        performedBy: [sam, lea]
        satisfies: [CC8.1]
      - id: CM-02
        statement: The engineer on duty deploys approved changes each Tuesday.
        performedBy: [sam]
        satisfies: [CC8.1]
      - id: CM-03
        statement: Another engineer approves each change of a firewall.
        performedBy: [sam]
        satisfies: [CC6.6]
      - id: AC-04
        statement: Each quarter, somebody else reviews the accounts of administrators.
        performedBy: [sam]
        satisfies: [CC6.3]
      `,
      `
      === tickmark.yaml
      people:
        - {id: sam, name: Sam Ito, role: Engineer}
        - {id: ben, name: Ben Okri, role: IT Administrator}
      === controls/changes.yaml
      - id: CM-01
        statement: Each pull request is approved by an engineer other than its author.
        performedBy: Engineering
        satisfies: [CC8.1]
      - id: CM-02
        statement: The engineer on call deploys approved changes.
        performedBy: Engineering
        satisfies: [CC8.1]
      - id: CM-03
        statement: Another engineer approves each change of a policy.
        performedBy: Engineer
        satisfies: [CC5.3]
      - id: CM-04
        statement: An engineer publishes the policies.
        performedBy: Engineer
        satisfies: [CC5.3]
      - id: AC-01
        statement: The manager requests access, a second person approves it, and the IT Administrator grants it.
        performedBy: ben
        satisfies: [CC6.2]
      - id: OP-01
        statement: Incidents are escalated to another engineer if they are not acknowledged.
        performedBy: sam
        satisfies: [CC7.4]
      - id: OP-02
        statement: The engineer on call releases the fix of an incident.
        performedBy: sam
        satisfies: [CC7.4]
      - id: CO-01
        statement: Customers get the report under an agreement; if someone else asks, they get it, too.
        performedBy: ben
        satisfies: [CC2.3]
      - id: CO-02
        statement: The administrator publishes the list of subprocessors.
        performedBy: ben
        satisfies: [CC2.3]
      `,
    ],
  },
  check(program, _key, report) {
    const { people = [] } = program.manifest?.shape ?? {};
    // controls/team-of-one reports those.
    if (people.length === 1) return;
    for (const entry of inOrder(program.ofKind('control'))) {
      if (!entry.shape.duty?.startsWith('second') || !isPerformed(entry)) continue;
      const performer = onlyPerformer(program, entry);
      if (!performer) continue;
      const { stated, person: named } = performer;
      const place = { path: entry.path, record: entry.index, at: stated.at };
      if (entry.shape.duty === 'second, of administrators' && /\badmin/i.test(named.role ?? '')) {
        report(place, { person: stated.text, role: named.role ?? '' }, 'administrator');
        continue;
      }
      const both = otherOf(entry, performer, program);
      if (!both) continue;
      const { other, criterion, at } = both;
      const related = [
        { path: other.path, record: other.index, at, words: 'The same person performs this one.' },
      ];
      report(place, { person: stated.text, other: nameOf(other), criterion }, 'default', related);
    }
  },
};

/** The first control for a criterion of this one by which its only performer does what a second person is to look at. */
function otherOf(entry: RecordEntry, { person }: Performer, program: Program) {
  for (const { catalog, form, id } of entry.shape.satisfies) {
    if (catalog !== 'TSC' || form === 'group') continue;
    for (const other of inOrder(program.citing(id))) {
      if (other === entry || other.shape.duty !== 'first' || !isPerformed(other)) continue;
      if (!other.shape.satisfies.some(one => one.id === id)) continue;
      const performer = onlyPerformer(program, other);
      if (performer?.person.id === person.id) return { other, criterion: id, at: performer.stated.at };
    }
  }
  return undefined;
}
