import type { YamlEntry, YamlMapping, YamlNode } from './node.ts';

/** The entry with this key; of several the last, as YAML readers have it. Undefined where there is none. */
export function entry(mapping: YamlMapping, name: string): YamlEntry | undefined {
  const { entries } = mapping;
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key.value === name) return entries[i];
  return undefined;
}

/** What a node says: an alias says what its target says. */
export function resolved(node: YamlNode | undefined): YamlNode | undefined {
  return node?.type === 'alias' ? node.target : node;
}

/** The text of a scalar, or of the scalar an alias names; undefined for anything else. */
export function scalarText(node: YamlNode | undefined): string | undefined {
  const said = resolved(node);
  return said?.type === 'scalar' ? said.value : undefined;
}

/** The items of a sequence; anything else that is written counts as a list of one. */
export function items(node: YamlNode | undefined): readonly (YamlNode | undefined)[] {
  const said = resolved(node);
  if (said === undefined) return [];
  return said.type === 'sequence' ? said.items : [said];
}
