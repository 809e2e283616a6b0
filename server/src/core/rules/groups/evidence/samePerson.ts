import { personIn } from '../../../program/people.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/same-person',
  reads: 'record',
  about: ['evidence'],
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'Evidence that was reviewed by the person who collected it.',
  why: 'A review is worth something because somebody else looks. An auditor gives no credit for a self-review.',
  fix: 'Have the evidence reviewed by somebody else, and name that person under `reviewedBy`. Until then, leave the key out. The manifest tells the rule which ids, names, and roles belong to the same person.',
  messages: {
    default: '`{person}` both collected and reviewed this evidence. Have somebody else review it.',
    otherwise:
      'According to the manifest, `{person}` and `{collector}` are the same person: reviewer and collector. Have somebody else review it.',
  },
  examples: {
    bad: [
      `
      === evidence/review.md
      ---
      id: EV-01
      controls: [AC-04]
      performed: 2026-03-18
      collectedBy: kenji
      reviewedBy: Kenji
                  ^^^^^
      ---
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Head of IT}
      === evidence/review.yaml
      - id: EV-01
        collectedBy: ana
        reviewedBy: Ana Ruiz
                    ^^^^^^^^
      - id: EV-02
        collectedBy: Ana Ruiz
        reviewedBy: head of IT
                    ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === evidence/review.yaml
      - id: EV-01
        collectedBy: kenji
        reviewedBy: priya
      - id: EV-02
        collectedBy: kenji
      `,
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Ruiz, role: Engineer}
        - {id: ben, name: Ben Okri, role: Engineer}
      === evidence/review.yaml
      - id: EV-01
        collectedBy: ana
        reviewedBy: Engineer
      - id: EV-02
        collectedBy: ana
        reviewedBy: Ana Ruiz-Berg
      `,
    ],
  },
  check(program, key, report) {
    const people = program.manifest?.shape.people ?? [];
    for (const { path, index, shape } of recordsAt(program, key, 'evidence')) {
      const { collectedBy, reviewedBy } = shape.values;
      if (!collectedBy || !reviewedBy) continue;
      if (personIn(collectedBy.text, people) !== personIn(reviewedBy.text, people)) continue;
      const place = { path, record: index, at: reviewedBy.at };
      const related = [{ path, record: index, at: collectedBy.at, words: 'Collected by the same person.' }];
      const [person, collector] = [reviewedBy.text, collectedBy.text];
      if (person.toLowerCase() === collector.toLowerCase()) report(place, { person }, 'default', related);
      else report(place, { person, collector }, 'otherwise', related);
    }
  },
};
