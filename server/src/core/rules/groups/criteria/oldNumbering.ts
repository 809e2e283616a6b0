import { oldNumbersIn } from '../../questions/oldNumbersIn.ts';
import type { DocumentRule } from '../../rule.ts';

/** A longer list of places helps nobody. */
const mostRelated = 5;

export const rule: DocumentRule = {
  name: 'criteria/old-numbering',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  tag: 'deprecated',
  summary:
    'A document that cites ids from the numbering of 2014 and 2016, or from the Generally Accepted Privacy Principles.',
  why: 'The criteria were renumbered in 2017. In the old numbering, CC5 was access and CC7 was change. The other ids in the document look valid, but are likely to mean something else today. The Generally Accepted Privacy Principles (GAPP) were the criteria for privacy until 2016.',
  fix: 'Map the whole document to the criteria of 2017, not only the ids named here. If you serve GAPP for a reason of your own, name it: `satisfies: {GAPP: [4.2.1]}`.',
  messages: {
    default:
      '{ids} belong to the numbering of 2014 and 2016. Map the whole document to the criteria of 2017, because its other ids may mean something else now.',
    one: '{ids} belongs to the numbering of 2014 and 2016. Map the whole document to the criteria of 2017, because its other ids may mean something else now.',
    privacy:
      '{ids} belong to the Generally Accepted Privacy Principles, which the privacy criteria replaced in 2016. Map the document to P1.1 to P8.1.',
    onePrivacy:
      '{ids} belongs to the Generally Accepted Privacy Principles, which the privacy criteria replaced in 2016. Map the document to P1.1 to P8.1.',
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
      `
      === policies/privacy.md
      ---
      title: Privacy policy
      satisfies:
        TSC: [CC8.1, GAPP 2.1.0, GAPP 2.2.1]
                     ^^^^^^^^^^
      ---
      `,
      `
      === policies/retention.md
      ---
      title: Retention policy
      satisfies: [5.1.0, 5.2.2]
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
        GAPP: [8.2.1]
      ---
      Until 2016 this was GAPP 8.2.1.
      `,
      `
      === policies/retention.md
      ---
      title: Retention policy (criteria/unknown reports its second id)
      satisfies:
        TSC: [C1.2, C1.4, CC9.2]
      ---
      `,
    ],
  },
  check({ citations }, report, { catalog }) {
    const { criteria, privacy } = oldNumbersIn(citations, catalog);
    const old = [...criteria, ...privacy].toSorted((one, other) => one.start - other.start);
    const [first, ...others] = old;
    if (!first) return;
    const ids = [...new Set(old.map(({ id }) => id))];
    const [one, several] = criteria.length > 0 ? ['one', 'default'] : ['onePrivacy', 'privacy'];
    const related = others
      .slice(0, mostRelated)
      .map(({ start, end }) => ({ start, end, words: 'This id is old too.' }));
    const message = ids.length === 1 ? one : several;
    report({ start: first.start, end: first.end }, { ids: ids.join(', ') }, message, related);
  },
};
