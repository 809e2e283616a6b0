import { idStart } from '../../../catalog/citationTokens.ts';
import { hasLookAlike, withPlainIds } from '../../../catalog/lookAlikes.ts';
import { tsc } from '../../../catalog/tsc.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/spelling',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'An id under `satisfies` that is spelled differently from the criterion.',
  why: "Tickmark understands it, but a spreadsheet, another tool, or an auditor's search will not find it.",
  fix: 'Write the id like the criterion: capital letters, no space, and a period. A label after it (`CC6.1 - Access`) or your own suffix (`CC6.1.b`) is fine.',
  messages: {
    default: 'The usual spelling of this criterion is `{id}`. Write it that way.',
    lookAlike:
      'This looks like `{id}`, but a character in it belongs to another alphabet, so no search finds it. Write it in plain letters and digits.',
  },
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
      `
      === controls/sso.yaml
      - id: AC-01
        satisfies:
          - CC6,1
            ^^^^^
          - CC7.l
            ^^^^^
          - СС6.2
            ^^^^^
          - CC６.3
            ^^^^^
      - id: AC-02
        satisfies: {TSC: [CC8,1]}
                          ^^^^^
      === policies/access.md
      Access follows the role (СС6.1).
                               ^^^^^
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
    const text = withPlainIds(words, 'value', tsc).replace(idStart, id);
    return [{ title: `Write ${text}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check({ citations, text }, report, { catalog }) {
    for (const { id, form, misspelled, citedIn, start, end } of citations) {
      if (!misspelled) continue;
      const isAlike = hasLookAlike(text.slice(start, end));
      if (citedIn !== 'satisfies' && !isAlike) continue;
      const exists = form === 'group' ? catalog.group(id) : catalog.criterion(id);
      if (exists) report({ start, end }, { id }, isAlike ? 'lookAlike' : 'default');
    }
  },
};
