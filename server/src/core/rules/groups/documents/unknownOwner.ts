import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { PersonShape } from '../../../model/shape.ts';
import { peopleNamed } from '../../../program/people.ts';
import { referenceKey } from '../../../program/touched.ts';
import { nearest } from '../../../text/nearest.ts';
import { inOrder, type ProgramRule } from '../../rule.ts';

/** How ids of people are mostly written: `ana-lopes`. */
const slug = /^[a-z\d]+(?:[-_.][a-z\d]+)+$/;

/** What several people are called by. */
const group =
  /(?:^|[-_.])(?:teams?|group|squad|guild|board|committee|council|department|dept|office|staff|engineering|ops|operations|security|platform|compliance|legal|finance|people|hr|it)$/;

export const rule: ProgramRule = {
  name: 'documents/unknown-owner',
  reads: 'record',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'An owner who is not in `people` in the manifest, but is written like one of them.',
  why: 'The auditor talks to the owner. An owner who has left, or whose name is misspelled, cannot answer.',
  fix: 'Correct the name, or add the person or role to `people` in the manifest. If the manifest lists no people, the rule accepts any owner.',
  messages: {
    default:
      '`{owner}` is not in `people` in the manifest. Correct the name, or add the person or role there.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: ana-lopes, name: Ana Lopes, role: Head of Security}
        - {id: ben-okri, name: Ben Okri, role: Head of Platform}
      === controls/sso.yaml
      id: AC-01
      owner: ana-lopez
             ^^^^^^^^^
      satisfies: [CC6.1]
      === controls/backup.yaml
      id: BK-01
      owner: chris-berg
             ^^^^^^^^^^
      satisfies: [CC7.5]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: ana-lopes, name: Ana Lopes, role: Head of Security}
      === controls/all.yaml
      - {id: AC-01, owner: ana-lopes, satisfies: [CC6.1]}
      - {id: AC-02, owner: Ana Lopes, satisfies: [CC6.1]}
      - {id: AC-03, owner: Head of Security, satisfies: [CC6.1]}
      - {id: AC-04, owner: The board, satisfies: [CC1.2]}
      - {id: AC-05, owner: Head of People (Chris Berg), satisfies: [CC1.4]}
      - {id: AC-06, owner: ceo, satisfies: [CC1.4]}
      - {id: AC-07, owner: security-team, satisfies: [CC6.6]}
      `,
      `
      === controls/sso.yaml
      id: AC-01
      owner: ana-lopes
      satisfies: [CC6.1]
      `,
    ],
  },
  fixes({ path, range, args: { owner = '' }, facts, program }) {
    const near = nearPerson(owner, program.manifest?.shape.people ?? []);
    // A block of text is left to its author.
    if (near === undefined || /[\r\n]/.test(facts.text.slice(range.start, range.end))) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: false }];
  },
  check(program, key, report) {
    const people = program.manifest?.shape.people ?? [];
    if (people.length === 0) return;
    for (const { path, index, shape } of inOrder(program.defining(key))) {
      const { owner } = shape.values;
      // A record has two keys where its id is not its file's name.
      if (!owner || referenceKey(shape.id?.text ?? shape.stem ?? '') !== key) continue;
      if (shape.standing === 'retired' || shape.standing === 'template') continue;
      if (peopleNamed(people, owner.text).length > 0 || !isLikeOne(owner.text, people)) continue;
      report({ path, record: index, at: owner.at }, { owner: owner.text });
    }
  },
  hint({ owner = '' }, program) {
    const near = nearPerson(owner, program.manifest?.shape.people ?? []);
    return near === undefined ? undefined : `Did you mean \`${near}\`?`;
  },
};

/** Whether an owner is meant to be one of them: written as all their ids are, or nearly as one of their names. */
function isLikeOne(owner: string, people: readonly PersonShape[]): boolean {
  if (slug.test(owner) && !group.test(owner) && people.every(({ id }) => slug.test(id))) return true;
  return nearPerson(owner, people) !== undefined;
}

/** The id or name that is nearest; a short one is near to too many. */
function nearPerson(owner: string, people: readonly PersonShape[]): string | undefined {
  if (owner.length < 6) return undefined;
  return nearest(
    owner,
    people.flatMap(({ id, name }) => [id, name ?? []].flat()),
  );
}
