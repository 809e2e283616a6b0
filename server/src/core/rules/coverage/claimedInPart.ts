import { criteriaList } from '../../formats/criteriaList.ts';
import { addToList } from '../../formats/yamlEdits.ts';
import type { DocumentRule } from '../rule.ts';

export const rule: DocumentRule = {
  name: 'coverage/claimed-in-part',
  reads: 'document',
  severity: 'hint',
  summary: 'A document that claims a whole group of criteria and names only some of its members.',
  why: 'An auditor reads "CC6" as all eight of its criteria and asks for the ones that the document does not mention.',
  fix: 'Name every criterion that the document serves, or claim only those that it names.',
  messages: {
    default: 'The document claims {group} as a whole, but names only {named}. Not named: {missing}.',
    none: '`{group}` is a group of criteria. Name the ones meant: {missing}.',
  },
  examples: {
    bad: [
      `
      === policies/access.md
      ---
      title: Access policy
      satisfies:
        TSC: [CC6.1, CC6.2, CC6.3]
      ---
      This policy covers the CC6 series.
                             ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === policies/operations.md
      ---
      title: Risk policy
      satisfies:
        TSC: [CC9.1, CC9.2]
      ---
      This policy covers the CC9 series.
      `,
    ],
  },
  fixes({ path, range, message, args: { missing = '' }, facts }) {
    const ids = missing.split(', ');
    if (message === 'none') {
      return [{ title: `Name ${missing}`, edits: [{ path, ...range, text: missing }], preferred: false }];
    }
    const list = facts.records[0]?.mapping && criteriaList(facts.records[0].mapping);
    if (!list || facts.records.length > 1) return [];
    const edit = addToList(facts.text, list, ids);
    return [{ title: `Add ${missing} to satisfies`, edits: [{ path, ...edit }], preferred: false }];
  },
  check({ citations }, report, { catalogue }) {
    for (const claim of citations) {
      if (claim.form !== 'group') continue;
      const members = catalogue.members(claim.id).map(({ id }) => id);
      const cited = new Set(
        citations
          .filter(({ form, record }) => form !== 'group' && record === claim.record)
          .map(({ id }) => id),
      );
      const named = members.filter(id => cited.has(id));
      const missing = members.filter(id => !cited.has(id));
      // In prose a group may be a mere heading; it is a claim where the document names some members itself.
      if (missing.length === 0 || (named.length === 0 && claim.citedIn !== 'satisfies')) continue;
      const args = { group: claim.id, named: named.join(', '), missing: missing.join(', ') };
      report({ start: claim.start, end: claim.end }, args, named.length === 0 ? 'none' : 'default');
    }
  },
};
