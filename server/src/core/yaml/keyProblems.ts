import { isMerge, items, resolved } from './lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlProblem } from './node.ts';

/** The code of the problem that a mapping has a second `<<`, which is read all the same. */
export const REPEATED_MERGE = 'repeated-merge';

/** A problem for each key that its mapping had before, and for each `<<` that brings nothing in, everywhere below `root`. */
export function keyProblems(root: YamlNode | undefined): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(root, problems);
  return problems;
}

function visit(node: YamlNode | undefined, problems: YamlProblem[]): void {
  if (node?.type === 'sequence') {
    for (const item of node.items) visit(item, problems);
  } else if (node?.type === 'mapping') {
    checkKeys(node, problems);
    for (const { value } of node.entries) visit(value, problems);
  }
}

function checkKeys({ entries }: YamlMapping, problems: YamlProblem[]): void {
  if (entries.some(isMerge)) checkMerges(entries.filter(isMerge), problems);
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const one of entries) {
    const { key } = one;
    if (seen.has(key.value) && !isMerge(one)) {
      const message = `Found the key "${key.value}" a second time; expected each key once in a mapping. The last one counts.`;
      problems.push({ start: key.start, end: key.end, code: 'duplicate-key', message });
    }
    seen.add(key.value);
  }
}

function checkMerges(merges: readonly YamlEntry[], problems: YamlProblem[]): void {
  for (const [index, { key, value }] of merges.entries()) {
    if (index > 0) {
      const message = 'Found "<<" a second time; expected one with a list of what to merge: "<<: [*a, *b]".';
      problems.push({ start: key.start, end: key.end, code: REPEATED_MERGE, message });
    }
    for (const source of items(value)) {
      if (!source || resolved(source)?.type !== 'scalar') continue;
      const message =
        'Found a text behind "<<"; expected an alias of a mapping ("<<: *base"), or a list of them.';
      problems.push({ start: source.start, end: source.end, code: 'merge-value', message });
    }
  }
}
