import { isOldNumbering } from '../../catalogue/meaning.ts';
import { isOfOldNumbering } from '../isOfOldNumbering.ts';
import type { DocumentRule } from '../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/old-numbering',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  tag: 'deprecated',
  summary: 'A document that cites ids which only the numbering of 2014 and 2016 has.',
  why: 'The criteria were renumbered in 2017. In the old numbering CC5 was access and CC7 was change, so the other ids of the document, which look valid, are likely to mean something else today.',
  fix: 'Map the whole document anew to the criteria of 2017, not only the ids named here.',
  messages: {
    default:
      '{ids} belong to the numbering of 2014 and 2016. Map the whole document anew: its other ids may mean something else now.',
    one: '{ids} belongs to the numbering of 2014 and 2016. Map the whole document anew: its other ids may mean something else now.',
  },
  varying: ['ids'],
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC5.1, CC5.4, CC5.6]
                     ^^^^^
      ---
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC6.1, CC6.2, CC6.3]
      ---
      `,
      `
      === policies/retention.md
      ---
      title: Retention policy, which criteria/unknown has a word for
      satisfies:
        TSC: [C1.2, C1.4, CC9.2]
      ---
      `,
    ],
  },
  check({ citations }, report) {
    if (!isOfOldNumbering(citations)) return;
    const old = citations.filter(({ id }) => isOldNumbering(id));
    const [first] = old;
    if (!first) return;
    const ids = [...new Set(old.map(({ id }) => id))];
    report(
      { start: first.start, end: first.end },
      { ids: ids.join(', ') },
      ids.length === 1 ? 'one' : 'default',
    );
  },
};
