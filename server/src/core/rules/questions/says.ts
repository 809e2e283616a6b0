import type { InnerKeyName, KeyName } from '../../model/keyNames.ts';
import { entry, resolved } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';

/** Whether a mapping says something under a key: a list that holds nothing says nothing. */
export function says(mapping: YamlMapping, key: KeyName | InnerKeyName): boolean {
  const value = resolved(entry(mapping, key)?.value);
  if (value?.type === 'scalar') return value.value.trim() !== '' && !/^(?:~|null)$/i.test(value.value.trim());
  if (value?.type === 'sequence') return value.items.some(item => item !== undefined);
  return value?.type === 'mapping' && value.entries.length > 0;
}
