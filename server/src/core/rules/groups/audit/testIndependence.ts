import type { PersonShape, Stated } from '../../../model/shape.ts';
import { personIn } from '../../../program/people.ts';
import type { Program } from '../../../program/program.ts';
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
  fix: 'Have somebody test the control who neither owns nor performs it, and name that person as the `owner` of the test. The manifest tells the rule which ids, names, and roles belong to the same person.',
  messages: {
    default: '`{person}` tests control `{control}`, and {does} it. Have somebody else test it.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: kenji, name: Kenji Watanabe, role: IT Administrator}
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        owner: kenji
               ^^^^^
      - id: MT-02
        control: AC-04
        owner: Kenji Watanabe
               ^^^^^^^^^^^^^^
      === controls/access.yaml
      - {id: AC-03, owner: IT Administrator}
      - {id: AC-04, owner: priya, performedBy: [kenji, tom]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Engineer}
        - {id: ben, name: Ben Okri, role: Engineer}
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        owner: ana
      - id: MT-02
        by: auditor
        control: AC-04
        owner: ana
      === controls/access.yaml
      - {id: AC-03, owner: Engineer}
      - {id: AC-04, owner: ana}
      `,
    ],
  },
  check(program, key, report) {
    const people = program.manifest?.shape.people ?? [];
    for (const { test, control } of testsOf(program, key)) {
      const { path, index, shape } = test;
      const { owner } = shape.values;
      const same = owner && sameAs(owner, key, program, people);
      if (!same) continue;
      const { does, place } = same;
      const words = does === 'owns' ? 'The control is owned here.' : 'The control is performed here.';
      report({ path, record: index, at: owner.at }, { person: owner.text, control, does }, 'default', [
        { ...place, words },
      ]);
    }
  },
};

/** What a person has to do with the controls of a key, and where that is said; undefined where nothing. */
function sameAs(tester: Stated, key: string, program: Program, people: readonly PersonShape[]) {
  const person = personIn(tester.text, people);
  for (const { path, index, shape } of recordsAt(program, key, 'control')) {
    const { owner } = shape.values;
    const performers = shape.lists?.['performedBy'] ?? [];
    const isSame = ({ text }: Stated) => personIn(text, people) === person;
    const performer = performers.find(isSame);
    if (performer) return { does: 'performs', place: { path, record: index, at: performer.at } } as const;
    if (owner && isSame(owner))
      return { does: 'owns', place: { path, record: index, at: owner.at } } as const;
  }
  return undefined;
}
