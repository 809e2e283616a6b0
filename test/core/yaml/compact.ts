import type { YamlDocument, YamlNode } from '../../../server/src/core/yaml/node.ts';

/**
 * A tree on one line: `{key: value}`, `[item]`, `*alias`, nothing as `_`; plain text as it is, the rest with its style.
 */
export function compact(node: YamlNode | undefined): string {
  switch (node?.type) {
    case undefined:
      return '_';
    case 'alias':
      return `*${node.name}`;
    case 'mapping':
      return `{${node.entries.map(({ key, value }) => `${compact(key)}: ${compact(value)}`).join(', ')}}`;
    case 'sequence':
      return `[${node.items.map(compact).join(', ')}]`;
    case 'scalar':
      return node.style === 'plain' ? node.value : `${node.style} ${JSON.stringify(node.value)}`;
  }
}

/** Each problem with the text it points at. */
export function problemsOf(text: string, { problems }: YamlDocument): string[] {
  return problems.map(({ code, start, end }) => `${code} at ${JSON.stringify(text.slice(start, end))}`);
}
