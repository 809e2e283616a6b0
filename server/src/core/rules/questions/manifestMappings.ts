import { keyNamed, type ManifestKey } from '../../model/manifestKeys.ts';
import type { YamlMapping, YamlNode } from '../../yaml/node.ts';

/** A mapping of the manifest, and what may stand in it. */
export interface ManifestMapping {
  readonly mapping: YamlMapping;
  readonly keys: readonly ManifestKey[];
  /** The keys around it, outermost first; none for the manifest itself. */
  readonly path: readonly string[];
  /** Whether people keep keys of their own in it. */
  readonly isOpen: boolean;
}

/**
 * Every mapping of the manifest that is read, outer ones first. What an alias names is looked at where it is written.
 * @param keys the keys of the manifest, as far as who asks knows them
 */
export function manifestMappings(
  root: YamlNode | undefined,
  keys: readonly ManifestKey[],
): readonly ManifestMapping[] {
  const found: ManifestMapping[] = [];
  const look = (
    node: YamlNode | undefined,
    known: readonly ManifestKey[],
    path: readonly string[],
    isOpen: boolean,
  ): void => {
    if (node?.type !== 'mapping') return;
    found.push({ mapping: node, keys: known, path, isOpen });
    for (const { key: written, value } of node.entries) {
      const key = keyNamed(known, written.value);
      if (!key) continue;
      const around = [...path, key.name];
      const { each, keys: below, isOpen: open = false } = key;
      if (each && value?.type === 'mapping')
        for (const one of value.entries) look(one.value, each, [...around, one.key.value], open);
      else if (below && key.type === 'list' && value?.type === 'sequence')
        for (const item of value.items) look(item, below, around, open);
      else if (below) look(value, below, around, open);
    }
  };
  look(root, keys, [], false);
  return found;
}
