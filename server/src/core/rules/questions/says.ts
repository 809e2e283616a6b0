import { saysNothing } from '../../formats/isFilledIn.ts';
import type { InnerKeyName, KeyName } from '../../model/keyNames.ts';
import { entry, resolved, scalarText } from '../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../yaml/node.ts';

/** Whether a mapping says something under a key: `none`, `n/a`, and a list of nothing else say nothing. */
export function says(mapping: YamlMapping, key: KeyName | InnerKeyName): boolean {
  const value = resolved(entry(mapping, key)?.value);
  if (value?.type === 'sequence') return value.items.some(item => item !== undefined && !isNothing(item));
  return value?.type === 'mapping' ? value.entries.length > 0 : value !== undefined && !isNothing(value);
}

function isNothing(node: YamlNode): boolean {
  const text = scalarText(node);
  return text !== undefined && saysNothing(text);
}
