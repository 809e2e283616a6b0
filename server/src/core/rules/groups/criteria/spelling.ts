import { idStart } from '../../../catalog/citationTokens.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/spelling',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'An id under `satisfies` that is spelled differently from the criterion.',
  why: "Tickmark understands it, but a spreadsheet, another tool, or an auditor's search will not find it.",
  fix: 'Write the id like the criterion: capital letters, no space, and a period. A label after it (`CC6.1 - Access`) or your own suffix (`CC6.1.b`) is fine.',
  messages: { default: 'The usual spelling of this criterion is `{id}`. Write it that way.' },
  examples: {
    bad: [
      `
      === controls/sso.md
      ---
      id: AC-01
      satisfies:
        TSC: [cc6.1, CC 6.2, cc_6_3, CC‑6.4]
              ^^^^^
                     ^^^^^^
                             ^^^^^^
                                     ^^^^^^
      ---
      `,
    ],
    good: [
      `
      === controls/sso.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6.1, TSC:CC6.2, CC6.3 - Roles]
      ---
      In prose CC 6.6 is readable enough.
      `,
    ],
  },
  fixAll: true,
  fixes({ path, range, args: { id = '' }, facts }) {
    // What follows the number stays: a point of focus, or the writer's own suffix.
    const words = facts.text.slice(range.start, range.end);
    const text = words.replace(idStart, id);
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check({ citations }, report, { catalog }) {
    for (const { id, form, misspelled, citedIn, start, end } of citations) {
      if (!misspelled || citedIn !== 'satisfies') continue;
      const exists = form === 'group' ? catalog.group(id) : catalog.criterion(id);
      if (exists) report({ start, end }, { id });
    }
  },
};
