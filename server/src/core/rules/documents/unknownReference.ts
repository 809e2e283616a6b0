import { referenceKey } from '../../programme/touched.ts';
import { nearest } from '../../text/nearest.ts';
import { inOrder, type ProgrammeRule } from '../rule.ts';

/** Every id is compared, letter by letter, for each finding shown: beyond so many that would be felt. */
const mostCompared = 2000;

export const rule: ProgrammeRule = {
  name: 'documents/unknown-reference',
  reads: 'record',
  absence: true,
  severity: 'error',
  summary: 'A reference to a record that does not exist.',
  why: 'Evidence filed under a control that does not exist proves nothing, and a control whose policy cannot be found has no rule to stand on.',
  fix: 'Correct the id, or write the record it names.',
  messages: { default: 'No record has the id `{id}`, which {key} names.' },
  examples: {
    bad: [
      `
      === policies/access-control.md
      ---
      id: access-control
      ---
      === controls/sso.md
      ---
      id: AC-01
      satisfies: [CC6.1]
      policies: [access-contrl]
                 ^^^^^^^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === policies/access-control.md
      ---
      title: Access control
      ---
      === controls/sso.md
      ---
      id: AC-01
      satisfies: [CC6.1]
      policies: [access-control]
      ---
      `,
    ],
  },
  fixes({ path, range, args: { id = '' }, programme }) {
    const near = nearest(id, [...programme.recordIds()].sort());
    return near === undefined
      ? []
      : [{ title: `Write ${near}`, edits: [{ path, ...range, text: near }], preferred: true }];
  },
  check(programme, key, report) {
    if (programme.defining(key).size > 0) return;
    for (const { path, index, shape } of inOrder(programme.referring(key))) {
      for (const reference of shape.references) {
        if (referenceKey(reference.id) !== key) continue;
        const args = { id: reference.id, key: `\`${reference.key}\`` };
        report({ path, record: index, at: reference.at }, args);
      }
    }
  },
  hint({ id = '' }, programme) {
    const near = nearest(id, [...programme.recordIds()].slice(0, mostCompared).sort());
    return near === undefined ? undefined : `Was \`${near}\` meant?`;
  },
};
