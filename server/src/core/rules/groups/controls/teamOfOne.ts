import { peopleNamed } from '../../../program/people.ts';
import { isPerformed } from '../../questions/performers.ts';
import type { ProgramRule } from '../../rule.ts';
import { inOrder } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/team-of-one',
  reads: 'program',
  absence: false,
  severity: { start: 'off', recommended: 'information', strict: 'information' },
  summary: 'A control whose statement needs a second person, in a program of one person.',
  why: 'Nobody can approve their own change or review their own account. An auditor accepts that a team of one cannot separate duties, but asks what compensates for it.',
  fix: 'Say in the statement what happens instead: actions are logged where you cannot change the log, and somebody from outside (a director, an advisor, a contractor) reviews that log. If there is a second person, add them under `people` in the manifest.',
  messages: {
    default:
      'The statement needs a second person, but `{person}` is the only one in the manifest. Write the compensating control instead: a log that `{person}` cannot change, and somebody from outside who reviews it.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      people:
        - {id: sam, name: Sam Ito, role: Founder}
      === controls/changes.yaml
      - id: CM-01
            ^^^^^
        statement: Another engineer approves each change before it is released.
        owner: sam
      `,
    ],
    good: [
      `
      === tickmark.yaml
      people:
        - {id: sam, name: Sam Ito, role: Founder}
      === controls/changes.yaml
      - id: CM-01
        statement: Each month, an advisor reviews the log of releases, which Sam Ito cannot change.
        owner: sam
      - id: CM-02
        statement: Another engineer approves each change before it is released.
        owner: sam
        performedBy: [Lea Brandt]
      - id: CM-03
        statement: Another engineer approves each change before it is released.
      `,
    ],
  },
  check(program, _key, report) {
    const { people = [] } = program.manifest?.shape ?? {};
    const [only, ...others] = people;
    if (!only || others.length > 0) return;
    for (const entry of inOrder(program.ofKind('control'))) {
      const { duty, values, lists, at } = entry.shape;
      if (!duty?.startsWith('second') || !isPerformed(entry)) continue;
      const named = [...(values['owner'] ? [values['owner']] : []), ...(lists?.['performedBy'] ?? [])];
      if (named.length === 0 || !named.every(({ text }) => peopleNamed(people, text).length > 0)) continue;
      report({ path: entry.path, record: entry.index, at }, { person: only.name ?? only.id });
    }
  },
};
