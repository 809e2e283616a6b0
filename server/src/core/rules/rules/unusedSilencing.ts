import type { SilencingRule } from '../rule.ts';

export const rule: SilencingRule = {
  name: 'rules/unused-silencing',
  reads: 'silencings',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A comment that silences a rule where that rule finds nothing.',
  why: 'It would silence the next thing that goes wrong there, and nobody would know.',
  fix: 'Take the name of the rule out, or the whole comment. A comment alone on its line is for the next line, one behind other words for its own.',
  messages: { default: '`{name}` finds nothing here. Take it out of the comment.' },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      ---
      <!-- tickmark-ignore documents/placeholder: the wording is the customer's -->
                           ^^^^^^^^^^^^^^^^^^^^^
      Nothing is left open here.

      Exceptions go to TBD.
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      # tickmark-ignore-file criteria/unknown: the numbers are those of the customer's own list
      title: Access policy
      ---
      <!-- tickmark-ignore documents/placeholder: the board decides in May -->
      Exceptions go to TBD. See CC1.9.
      `,
    ],
  },
  check(unused, report) {
    for (const { name, start, end } of unused) report({ start, end }, { name });
  },
};
