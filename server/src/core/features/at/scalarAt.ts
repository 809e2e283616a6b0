import type { YamlNode, YamlScalar } from '../../yaml/node.ts';

/** A word of a YAML tree and the way to it. */
export interface FoundScalar {
  /** The keys down to it, outermost first: of a key itself the last one. Lists add no step. */
  readonly path: readonly string[];
  readonly scalar: YamlScalar;
  readonly isKey: boolean;
}

/** The key or value at an offset, its ends included; aliases are not followed. */
export function scalarAt(
  node: YamlNode | undefined,
  offset: number,
  path: readonly string[] = [],
): FoundScalar | undefined {
  if (!node || offset < node.start || offset > node.end) return undefined;
  if (node.type === 'scalar') return { path, scalar: node, isKey: false };
  if (node.type === 'sequence') return firstOf(node.items, item => scalarAt(item, offset, path));
  if (node.type === 'alias') return undefined;
  return firstOf(node.entries, ({ key, value }) => {
    const way = [...path, key.value.trim()];
    return key.start <= offset && offset <= key.end
      ? { path: way, scalar: key, isKey: true }
      : scalarAt(value, offset, way);
  });
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
