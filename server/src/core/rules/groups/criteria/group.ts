import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/group',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A whole group of criteria under `satisfies`, such as `CC6`, without any of its members.',
  why: 'A control serves criteria, not groups. An auditor reads "CC6" as a claim to all eight of its criteria, but Tickmark counts it for none.',
  fix: 'Name the criteria that the document serves.',
  messages: {
    default: '`{group}` is a group, and counts for no criterion. Name the criteria that you mean: {members}.',
  },
  examples: {
    bad: [
      `
      === controls/sso.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6, CC7.1]
              ^^^
      ---
      `,
    ],
    good: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC6, CC6.1, CC6.2]
      ---
      This policy is also about the CC7 series. (coverage/claimed-in-part reports the members that it does not name.)
      `,
      `
      === policies/changes.md
      ---
      title: Change policy
      satisfies:
        CC8: [CC8.1]
      ---
      `,
    ],
  },
  fixes({ path, range, args: { members = '' }, facts }) {
    // Inside quotes, the list would be one text.
    const isQuoted = /["']/.test(facts.text.charAt(range.start - 1));
    if (isQuoted) return [];
    return [{ title: `Write ${members}`, edits: [{ path, ...range, text: members }], preferred: false }];
  },
  check({ citations, summary }, report, { catalog }) {
    for (const { record, id: group, form, citedIn, start, end } of citations) {
      if (form !== 'group' || citedIn !== 'satisfies') continue;
      const { standing } = summary.shape.records[record] ?? {};
      const members = catalog.members(group).map(({ id }) => id);
      if (members.length === 0 || standing === 'retired' || standing === 'template') continue;
      const isNamed = citations.some(other => other.record === record && members.includes(other.id));
      if (!isNamed) report({ start, end }, { group, members: members.join(', ') });
    }
  },
};
