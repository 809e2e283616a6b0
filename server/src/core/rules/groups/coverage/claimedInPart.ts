import { criteriaList } from '../../../formats/criteriaList.ts';
import type { DocumentFacts } from '../../../formats/facts.ts';
import { recordAround } from '../../../formats/recordAt.ts';
import { addToList } from '../../../formats/yamlEdits.ts';
import { isProse } from '../../../markdown/scan.ts';
import { firstIndex } from '../../../text/lists.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'coverage/claimed-in-part',
  reads: 'document',
  severity: { start: 'hint', recommended: 'hint', strict: 'information' },
  summary: 'A document that claims a whole group of criteria but names only some of them.',
  why: 'An auditor reads "CC6" as all eight of its criteria, and asks for the ones that the document does not mention.',
  fix: 'Name every criterion that the document serves, or claim only the ones that it names.',
  messages: {
    default:
      'The document claims all of {group}, but names only {named}. It does not name {missing}. Name them, or claim only the criteria that it serves.',
  },
  varying: ['named', 'missing'],
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
      `
      === policies/mapping.md
      # Mapping to CC6

      | Criterion | Policy |
      | --- | --- |
      | CC6.0 | Access |
      | CC6.1 | this one |

      - **CC7** (operations): CC7.1, CC7.2
      - CC8
        - CC8.1
      `,
      `
      === policies/plan.md
      # Plan of the documents

      The report is on security (CC1–CC9). CC6.6 comes first.
      `,
    ],
  },
  fixes({ path, range, args: { missing = '' }, facts }) {
    const ids = missing.split(', ');
    const record = recordAround(facts, range.start);
    const list = record && criteriaList(record.mapping);
    if (!list) return [];
    const edit = addToList(facts.text, list, ids);
    return [{ title: `Add ${missing} to satisfies`, edits: [{ path, ...edit }], preferred: false }];
  },
  check(facts, report, { catalog }) {
    const { citations } = facts;
    const cited = new Set(citations.map(({ record, id }) => `${record} ${id}`));
    const claimed = new Set<string>();
    for (const [i, claim] of citations.entries()) {
      const { record, id: group, start, end } = claim;
      if (claim.form !== 'group' || claimed.has(`${record} ${group}`) || !isClaim(i, facts)) continue;
      claimed.add(`${record} ${group}`);
      const members = catalog.members(group).map(({ id }) => id);
      const named = members.filter(id => cited.has(`${record} ${id}`));
      const missing = members.filter(id => !cited.has(`${record} ${id}`));
      // It is a claim if the document names some members itself. criteria/group reports a group alone.
      if (missing.length === 0 || named.length === 0) continue;
      const args = { group, named: named.join(', '), missing: missing.join(', ') };
      report({ start, end }, args);
    }
  },
};

/**
 * Whether a group is claimed: under `satisfies`, in so many words (CC6 series, CC6.x), or in running text that does not go on
 * to name its members. In headings, tables, and nested lists, a group is the heading of its members.
 */
function isClaim(index: number, { text, markdown, citations }: DocumentFacts): boolean {
  const claim = citations[index];
  if (claim?.citedIn !== 'prose' || !markdown) return claim?.citedIn === 'satisfies';
  const { start, end, id } = claim;
  // Several groups in one range (CC1–CC9) say how the criteria are numbered.
  if ([citations[index - 1], citations[index + 1]].some(other => other?.start === start)) return false;
  if (text.slice(start, end) === `${id}.0`) return false;
  if (end - start > id.length) return true;
  if (isProse({ hidden: markdown.paragraphs }, start, end)) return false;
  const next = citations[index + 1];
  if (next?.id.startsWith(`${id}.`) && !/[\r\n]/.test(text.slice(end, next.start))) return false;
  const { items } = markdown;
  const behind = firstIndex(items.length, i => (items[i]?.start ?? 0) > start);
  const item = items[behind - 1];
  const nested = items[behind];
  return !(item && nested && start < item.end && nested.start < item.end);
}
