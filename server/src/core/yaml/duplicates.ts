import type { YamlMapping, YamlNode, YamlProblem } from './node.ts';

/** A problem for each key that its mapping had before, everywhere below `root`. */
export function duplicateKeys(root: YamlNode | undefined): YamlProblem[] {
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
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.value)) {
      const message = `Found the key "${key.value}" a second time; expected each key once in a mapping. The last one counts.`;
      problems.push({ start: key.start, end: key.end, code: 'duplicate-key', message });
    }
    seen.add(key.value);
  }
}
