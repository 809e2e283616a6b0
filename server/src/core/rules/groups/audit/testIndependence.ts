import type { PersonShape, Stated } from '../../../model/shape.ts';
import type { Program } from '../../../program/program.ts';
import type { RecordEntry } from '../../../program/record.ts';
import { onePerson } from '../../questions/onePerson.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { testsOf } from '../../questions/testsOf.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/test-independence',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control that is tested by the person who owns or performs it.',
  why: 'A test shows something because the tester has nothing to lose by the answer. An auditor gives little weight to a test of your own work.',
  fix: 'Have somebody test the control who neither owns nor performs it, and name that person as the `owner` of the test, or under `by`. The rule knows the people whom the manifest names, by their ids and names, where there are at least two of them.',
  messages: {
    default: '`{person}` tests control `{control}`, and {does} it. Have somebody else test it.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: kenji, name: Kenji Watanabe, role: IT Administrator}
        - {id: priya, name: Priya Nair, role: Engineer}
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        owner: kenji
               ^^^^^
      - id: MT-02
        control: AC-04
        by: management
        owner: Kenji Watanabe
               ^^^^^^^^^^^^^^
      - id: MT-03
        control: AC-03
        by: Kenji Watanabe
            ^^^^^^^^^^^^^^
        owner: priya
      === controls/access.yaml
      - {id: AC-03, owner: Kenji Watanabe}
      - {id: AC-04, owner: priya, performedBy: [kenji, tom]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Engineer}
        - {id: ben, name: Ben Okri, role: CTO}
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        owner: ana
      - id: MT-02
        by: auditor
        control: AC-04
        owner: ana
      - {id: MT-03, control: AC-04, by: internal audit, owner: ana}
      - {id: MT-04, control: AC-04, by: Deloitte, owner: ana}
      - {id: MT-05, control: AC-05, owner: Security team}
      - {id: MT-06, control: AC-06, owner: ben}
      - {id: MT-07, control: AC-04, by: ben, owner: ana}
      === controls/access.yaml
      - {id: AC-03, owner: Engineer}
      - {id: AC-04, owner: ana}
      - {id: AC-05, owner: Security team}
      - {id: AC-06, performedBy: CTO}
      `,
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Founder}
      === tests/2026.yaml
      - {id: MT-01, control: AC-03, owner: ana}
      === controls/access.yaml
      - {id: AC-03, owner: ana}
      `,
    ],
  },
  check(program, key, report) {
    const people = program.manifest?.shape.people ?? [];
    // Where there is one person, nobody else can test.
    if (people.length < 2) return;
    for (const { test, control } of testsOf(program, key)) {
      const { path, index } = test;
      const tester = testerOf(test, people);
      const same = tester && sameAs(tester, key, program, people);
      if (!same) continue;
      const { does, place } = same;
      const words = does === 'owns' ? 'The control is owned here.' : 'The control is performed here.';
      report({ path, record: index, at: tester.at }, { person: tester.text, control, does }, 'default', [
        { ...place, words },
      ]);
    }
  },
};

/** Who tests: whom `by` names, else the owner of the test; undefined where `by` names others than people of the manifest. */
function testerOf({ shape: { values } }: RecordEntry, people: readonly PersonShape[]): Stated | undefined {
  const { by, owner } = values;
  if (!by || /^management\b/i.test(by.text)) return owner;
  return onePerson(by.text, people) ? by : undefined;
}

/** What a person has to do with the controls of a key, and where that is said; undefined where nothing. */
function sameAs(tester: Stated, key: string, program: Program, people: readonly PersonShape[]) {
  const person = onePerson(tester.text, people);
  if (!person) return undefined;
  for (const { path, index, shape } of recordsAt(program, key, 'control')) {
    const { owner } = shape.values;
    const performers = shape.lists?.['performedBy'] ?? [];
    const isSame = ({ text }: Stated) => onePerson(text, people) === person;
    const performer = performers.find(isSame);
    if (performer) return { does: 'performs', place: { path, record: index, at: performer.at } } as const;
    if (owner && isSame(owner))
      return { does: 'owns', place: { path, record: index, at: owner.at } } as const;
  }
  return undefined;
}
