import { removeKey, type TextEdit } from '../../../formats/yamlEdits.ts';
import { REPEATED_MERGE } from '../../../yaml/keyProblems.ts';
import { isMerge } from '../../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../../yaml/node.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'documents/repeated-merge',
  reads: 'document',
  severity: { start: 'warning', recommended: 'warning', strict: 'warning' },
  summary: 'A mapping with the merge key `<<` more than once.',
  why: 'Tickmark reads all of them, and the first counts where they differ. Other tools let the last one count, or refuse the whole file because a key occurs twice.',
  fix: 'Write one `<<` with a list: `<<: [*base, *small]`. Every tool that merges reads it in the same way.',
  messages: {
    default:
      '`<<` occurs a second time. Some tools refuse the file, and others let the last one count. Write one `<<` with a list.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.yaml
      - &base {id: AC-01, owner: ana, satisfies: [CC6.1]}
      - &small {id: AC-02, owner: jo, satisfies: [CC6.8]}
      - <<: *base
        <<: *small
        ^^
        id: AC-03
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - &base {id: AC-01, owner: ana, satisfies: [CC6.1]}
      - &small {id: AC-02, owner: jo, satisfies: [CC6.8]}
      - <<: [*base, *small]
        id: AC-03
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const mapping = mappingWith(
      facts.yaml.map(({ root }) => root),
      range.start,
    );
    const edits = mapping && asList(facts.text, mapping);
    if (!edits) return [];
    return [{ title: 'Merge in one list', edits: edits.map(edit => ({ path, ...edit })), preferred: true }];
  },
  check({ yaml }, report) {
    for (const { problems } of yaml) {
      for (const { code, start, end } of problems) if (code === REPEATED_MERGE) report({ start, end });
    }
  },
};

/** The mapping that has a key at this offset. */
function mappingWith(nodes: readonly (YamlNode | undefined)[], at: number): YamlMapping | undefined {
  for (const node of nodes) {
    if (!node || at < node.start || at >= node.end) continue;
    if (node.type === 'sequence') return mappingWith(node.items, at);
    if (node.type !== 'mapping') return undefined;
    if (node.entries.some(({ key }) => key.start === at)) return node;
    return mappingWith(
      node.entries.map(({ value }) => value),
      at,
    );
  }
  return undefined;
}

/** Makes one list of all that a mapping merges; undefined where that is more than aliases. */
function asList(text: string, mapping: YamlMapping): readonly TextEdit[] | undefined {
  const [first, ...others] = mapping.entries.filter(isMerge);
  const names = [first, ...others].map(one => namesIn(one?.value));
  if (!first?.value || names.includes(undefined)) return undefined;
  const { start, end } = first.value;
  const removed = others.map(one => removeKey(text, mapping, one));
  const edits = removed.filter(edit => edit !== undefined);
  if (edits.length < removed.length) return undefined;
  return [{ start, end, text: `[${names.flat().join(', ')}]` }, ...edits];
}

function namesIn(node: YamlNode | undefined): readonly string[] | undefined {
  if (node?.type === 'alias') return [`*${node.name}`];
  if (node?.type !== 'sequence' || !node.flow) return undefined;
  const names = node.items.map(item => (item?.type === 'alias' ? `*${item.name}` : undefined));
  return names.includes(undefined) ? undefined : names.filter(name => name !== undefined);
}
