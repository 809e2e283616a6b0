import type { CitationFact, DocumentFacts } from '../../formats/facts.ts';
import { removeItem } from '../../formats/yamlEdits.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { itemAt, listAt } from '../listAt.ts';
import type { DocumentRule } from '../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/duplicate',
  reads: 'document',
  severity: { start: 'hint', recommended: 'information', strict: 'information' },
  tag: 'unnecessary',
  summary: 'A criterion that stands twice in one list.',
  why: 'It counts once. Often the second one was meant to be another criterion, which then looks uncovered.',
  fix: 'Take one of the two out, or write the criterion that was meant.',
  messages: {
    default: '`{id}` stands in this list already. Take it out, or write the criterion that was meant.',
  },
  examples: {
    bad: [
      `
      === controls/sso.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6.1, CC6.2, CC6.1]
                            ^^^^^
      ---
      `,
      `
      === controls/mfa.yaml
      id: AC-02
      satisfies:
        - CC6.1
        - CC6.1 - Sign-in
          ^^^^^
        - CC6.6
      `,
    ],
    good: [
      `
      === controls/sso.md
      ---
      id: AC-01
      satisfies:
        TSC: [CC6.1–CC6.3, CC6.1.a, CC6.1.b, CC6.1-POF2]
        security: [CC7.1]
        availability: [CC7.1]
      ---
      CC6.1 is named here, and CC6.1 again.
      `,
    ],
  },
  fixAll: true,
  fixes({ path, range, args: { id = '' }, facts }) {
    const at = itemAt(facts, range);
    if (!at) return [];
    const edit = removeItem(facts.text, at.list, at.item);
    return [{ title: `Take out the second ${id}`, edits: [{ path, ...edit }], preferred: true }];
  },
  check(facts, report) {
    const first = new Map<string, CitationFact>();
    for (const citation of facts.citations) {
      if (citation.citedIn !== 'satisfies') continue;
      const { record, start, end, id } = citation;
      const words = facts.text
        .slice(start, end)
        .toUpperCase()
        .replace(/[\s_-]/g, '');
      const key = `${record} ${words}`;
      const before = first.get(key);
      if (!before) first.set(key, citation);
      else if (areItemsOfOneList(facts, before, citation)) {
        const related = [{ start: before.start, end: before.end, words: 'It stands here already.' }];
        report({ start, end }, { id }, 'default', related);
      }
    }
  },
};

/** Whether two citations are items of one list, each all that its item cites. */
function areItemsOfOneList(facts: DocumentFacts, one: CitationFact, other: CitationFact): boolean {
  const list = listAt(facts, other.start);
  const items = [one, other].map(({ start }) => list?.items.find(item => item && isIn(item, start)));
  const [a, b] = items;
  if (!a || !b || a === b) return false;
  return [a, b].every(item => facts.citations.filter(({ start }) => isIn(item, start)).length === 1);
}

function isIn({ start, end }: YamlNode, offset: number): boolean {
  return start <= offset && offset < end;
}
