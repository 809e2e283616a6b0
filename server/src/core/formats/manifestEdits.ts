import { entry, items } from '../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../yaml/node.ts';
import type { DocumentFacts } from './facts.ts';
import { addKey, addToList, setList, type TextEdit } from './yamlEdits.ts';

/** A report as its manifest knows it: by its id, or by being the only one. */
interface Named {
  readonly id: string;
}

/** The mappings of the manifest's reports, in their order. */
export function reportMappings(manifest: DocumentFacts): readonly YamlMapping[] {
  const root = rootOf(manifest);
  const reports = root && (entry(root, 'reports') ?? entry(root, 'report'))?.value;
  return items(reports).filter(item => item?.type === 'mapping');
}

/** The edit that adds a category where a report's categories are listed; undefined where they are listed nowhere. */
export function addCategory(manifest: DocumentFacts, report: Named, category: string): TextEdit | undefined {
  const list = categoriesOf(manifest, report);
  return list && addToList(manifest.text, list, [category]);
}

/** The edits that make these the categories of a report, comments and form kept; a scope is added where there is none. */
export function setCategories(
  manifest: DocumentFacts,
  report: Named,
  categories: readonly string[],
): readonly TextEdit[] {
  const list = categoriesOf(manifest, report);
  const written = `[${categories.join(', ')}]`;
  if (list?.type === 'sequence') return setList(manifest.text, list, categories);
  if (list) return [{ start: list.start, end: list.end, text: written }];
  const root = rootOf(manifest);
  if (!root) return [{ start: 0, end: manifest.text.length, text: `scope:\n  categories: ${written}\n` }];
  const scope = entry(root, 'scope');
  if (scope?.value?.type === 'mapping') return [addKey(manifest.text, scope.value, 'categories', written)];
  if (scope)
    return [
      {
        start: scope.key.start,
        end: scope.value?.end ?? scope.key.end + 1,
        text: `scope: {categories: ${written}}`,
      },
    ];
  return [addKey(manifest.text, root, 'scope', `{categories: ${written}}`)];
}

/** Where a report's categories are listed: its own, else those of the scope. */
function categoriesOf(manifest: DocumentFacts, { id }: Named): YamlNode | undefined {
  const root = rootOf(manifest);
  const mappings = reportMappings(manifest);
  const report = mappings.length === 1 ? mappings[0] : mappings.find(mapping => isNamed(mapping, id));
  const own = report && entry(report, 'categories')?.value;
  if (own) return own;
  const scope = root && entry(root, 'scope')?.value;
  return scope?.type === 'mapping' ? entry(scope, 'categories')?.value : undefined;
}

function isNamed(mapping: YamlMapping, id: string): boolean {
  const value = entry(mapping, 'id')?.value;
  return value?.type === 'scalar' && value.value.trim() === id;
}

function rootOf({ yaml }: DocumentFacts): YamlMapping | undefined {
  const root = yaml[0]?.root;
  return root?.type === 'mapping' ? root : undefined;
}
