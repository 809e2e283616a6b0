import type { YamlMapping } from '../../yaml/node.ts';
import { readYaml } from '../../yaml/read.ts';
import type { NodeReader } from './nodeReader.ts';

/**
 * The mapping that a YAML or JSON text is, or its first document; undefined, and reported, where it is none. What is wrong
 * with the text itself the reader keeps too.
 */
export function readRoot(text: string, reader: NodeReader): YamlMapping | undefined {
  // JSON is YAML, but for the tabs that may indent it; inside its strings a tab is written \t.
  const yaml = /^\s*[{[]/.test(text) ? text.replaceAll('\t', ' ') : text;
  const { root, problems } = readYaml(yaml);
  for (const { start, end, code, message } of problems) reader.report({ start, end }, code, message);
  if (root === undefined && problems.length === 0) {
    reader.report({ start: 0, end: 0 }, 'empty', 'Found nothing; expected a mapping.');
  }
  return reader.mapping(root);
}
