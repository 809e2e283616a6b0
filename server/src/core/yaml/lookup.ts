import type { YamlEntry, YamlMapping, YamlNode } from './node.ts';

/** The key that brings in the entries of other mappings (https://yaml.org/type/merge.html). */
const MERGE = '<<';
/** Merges that merge: a chain of more is no record, and could be deeper than the stack. */
const DEEPEST_MERGE = 50;
/** Entries that one mapping may bring in: a few words can name many mappings any number of times. */
const MOST_MERGED = 1000;

/**
 * The entry with this key; of several the last, as YAML readers have it, and else the one that `<<` brings in. Undefined
 * where there is none.
 */
export function entry(mapping: YamlMapping, name: string): YamlEntry | undefined {
  const { entries } = mapping;
  let merges = false;
  for (let i = entries.length - 1; i >= 0; i--) {
    const one = entries[i];
    if (one?.key.value === name) return one;
    merges ||= one !== undefined && isMerge(one);
  }
  if (!merges) return undefined;
  return mergedEntries(mapping, 0).find(({ key }) => key.value === name);
}

/** The same of what is written in the mapping itself: edits change nothing that `<<` brings in from elsewhere. */
export function ownEntry({ entries }: YamlMapping, name: string): YamlEntry | undefined {
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key.value === name) return entries[i];
  return undefined;
}

/** What a mapping says: its own entries, after those that `<<` brings in and that it does not state itself. */
export function entriesOf(mapping: YamlMapping): readonly YamlEntry[] {
  const { entries } = mapping;
  if (!entries.some(isMerge)) return entries;
  return [...mergedEntries(mapping, 0), ...entries.filter(one => !isMerge(one))];
}

/** Whether an entry is a `<<`: in quotes it is a key like others to every reader. */
export function isMerge({ key }: YamlEntry): boolean {
  return key.value === MERGE && key.style === 'plain';
}

/**
 * What `<<` brings into a mapping, a mapping or a list of them. Of sources that have a key in common the first counts, and
 * several `<<` are read as the list of what they name: so do `yaml` 2.9 and js-yaml 4 (PyYAML 6 lets a later `<<` win;
 * `yaml` without its merge option, js-yaml 5 and ruamel.yaml refuse the second one).
 */
function mergedEntries(mapping: YamlMapping, depth: number): YamlEntry[] {
  const said = new Set(mapping.entries.map(({ key }) => key.value));
  const merged: YamlEntry[] = [];
  if (depth > DEEPEST_MERGE) return merged;
  for (const { value } of mapping.entries.filter(isMerge)) {
    for (const source of items(value)) {
      const from = resolved(source);
      if (from?.type !== 'mapping' || merged.length > MOST_MERGED) continue;
      for (const one of from.entries.some(isMerge) ? allOf(from, depth + 1) : lastOfEach(from.entries)) {
        if (said.has(one.key.value)) continue;
        said.add(one.key.value);
        merged.push(one);
      }
    }
  }
  return merged;
}

/** What mappings with a `<<` of their own say, for they may be named any number of times. */
const known = new WeakMap<YamlMapping, readonly YamlEntry[]>();

function allOf(mapping: YamlMapping, depth: number): readonly YamlEntry[] {
  const before = known.get(mapping);
  if (before) return before;
  const own = lastOfEach(mapping.entries.filter(one => !isMerge(one)));
  const all = [...mergedEntries(mapping, depth), ...own];
  known.set(mapping, all);
  return all;
}

function lastOfEach(entries: readonly YamlEntry[]): Iterable<YamlEntry> {
  return new Map(entries.map(one => [one.key.value, one])).values();
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
