import type { CitationFact, DocumentFacts } from '../../../formats/facts.ts';
import { removeItem } from '../../../formats/yamlEdits.ts';
import type { YamlNode, YamlSequence } from '../../../yaml/node.ts';
import { itemAt } from '../../fixes/itemAt.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'criteria/duplicate',
  reads: 'document',
  severity: { start: 'hint', recommended: 'information', strict: 'information' },
  tag: 'unnecessary',
  summary: 'A criterion that occurs twice in one list.',
  why: 'The criterion counts once. Often, the second one was meant to be another criterion, which then looks uncovered.',
  fix: 'Remove one of the two, or replace it with the criterion that you meant.',
  messages: {
    default: '`{id}` is already in this list. Remove it, or replace it with the criterion that you meant.',
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
    return [{ title: `Remove the second ${id}`, edits: [{ path, ...edit }], preferred: true }];
  },
  check(facts, report) {
    const first = new Map<string, CitationFact>();
    const items = itemsCiting(facts);
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
      else if (areItemsOfOneList(items.get(before), items.get(citation))) {
        const related = [{ start: before.start, end: before.end, words: 'It is already listed here.' }];
        report({ start, end }, { id }, 'default', related);
      }
    }
  },
};

/** An item of a list, and how many citations stand in it. */
interface CitingItem {
  readonly list: YamlSequence;
  readonly item: YamlNode;
  count: number;
}

/** Whether two citations are items of one list, and each is the only citation in its item. */
function areItemsOfOneList(one: CitingItem | undefined, other: CitingItem | undefined): boolean {
  if (!one || !other || one === other) return false;
  return one.list === other.list && one.count === 1 && other.count === 1;
}

/** The list item of each citation. They are found in one walk, because a list may be long. */
function itemsCiting({ citations, yaml }: DocumentFacts): ReadonlyMap<CitationFact, CitingItem> {
  const found = new Map<CitationFact, CitingItem>();
  const inOrder = [...citations].sort((a, b) => a.start - b.start);
  let next = 0;
  const walk = (node: YamlNode | undefined, around: CitingItem | undefined): void => {
    if (!node) return;
    if (node.type === 'mapping') for (const { value } of node.entries) walk(value, around);
    if (node.type === 'sequence') {
      for (const item of node.items) if (item) walk(item, { list: node, item, count: 0 });
    }
    if (node.type === 'mapping' || node.type === 'sequence') return;
    for (let one = inOrder[next]; one && one.start < node.end; one = inOrder[++next]) {
      if (!around || one.start < around.item.start) continue;
      around.count++;
      found.set(one, around);
    }
  };
  for (const { root } of yaml) walk(root, undefined);
  return found;
}
