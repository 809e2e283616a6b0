import type { DocumentFacts } from '../../formats/facts.ts';
import type { TextRange } from '../../text/range.ts';
import type { YamlNode, YamlSequence } from '../../yaml/node.ts';

/** The innermost list of a document's YAML around an offset. */
function listAt({ yaml }: DocumentFacts, offset: number): YamlSequence | undefined {
  let found: YamlSequence | undefined;
  const walk = (node: YamlNode | undefined): void => {
    if (!node || !isIn(node, offset)) return;
    if (node.type === 'sequence') found = node;
    if (node.type === 'mapping') for (const { value } of node.entries) walk(value);
    else if (node.type === 'sequence') for (const item of node.items) walk(item);
  };
  for (const { root } of yaml) walk(root);
  return found;
}

/**
 * The innermost list around a range, with the item that holds it. Undefined where the item has an anchor: what is done to it
 * is done wherever an alias stands for it.
 */
export function itemAt(
  facts: DocumentFacts,
  { start, end }: TextRange,
): { readonly list: YamlSequence; readonly item: YamlNode } | undefined {
  const list = listAt(facts, start);
  const item = list?.items.find(one => one && one.start <= start && end <= one.end);
  if (!list || !item) return undefined;
  const before = facts.text.slice(list.start, item.start).trimEnd();
  const isAnchored =
    before
      .split(/[\s,[\]{}]/)
      .at(-1)
      ?.startsWith('&') === true;
  return isAnchored ? undefined : { list, item };
}

function isIn({ start, end }: YamlNode, offset: number): boolean {
  return start <= offset && offset < end;
}
