import { entry } from '../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../yaml/node.ts';

/** The node under which a record lists the Trust Services Criteria it satisfies; undefined where it lists none. */
export function criteriaList(mapping: YamlMapping): YamlNode | undefined {
  const satisfies = entry(mapping, 'satisfies')?.value;
  return satisfies?.type === 'mapping' ? entry(satisfies, 'TSC')?.value : satisfies;
}
