import { lineEndOf } from '../text/source.ts';
import { items, ownEntry } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping } from '../yaml/node.ts';
import type { DocumentFacts } from './facts.ts';
import { addKey, addToList, setList, setValue, type TextEdit } from './yamlEdits.ts';

/** A report as its manifest knows it: by its id, or by being the only one. */
interface Named {
  readonly id: string;
}

/** The mappings of the manifest's reports, in their order. */
export function reportMappings(manifest: DocumentFacts): readonly YamlMapping[] {
  const root = rootOf(manifest);
  const reports = root && (ownEntry(root, 'reports') ?? ownEntry(root, 'report'))?.value;
  return items(reports).filter(item => item?.type === 'mapping');
}

/** The edit that adds a category where a report's categories are listed; undefined where they are listed nowhere. */
export function addCategory(manifest: DocumentFacts, report: Named, category: string): TextEdit | undefined {
  const found = categoriesOf(manifest, report);
  if (!found) return undefined;
  return found.value
    ? addToList(manifest.text, found.value, [category])
    : setValue(manifest.text, found, `[${category}]`);
}

/**
 * The edits that make these the categories of a report, comments and form kept; a scope is added where there is none.
 * None where the manifest cannot be read.
 */
export function setCategories(
  manifest: DocumentFacts,
  report: Named,
  categories: readonly string[],
): readonly TextEdit[] {
  const { text } = manifest;
  const written = `[${categories.join(', ')}]`;
  const found = categoriesOf(manifest, report);
  if (found?.value?.type === 'sequence') return setList(text, found.value, categories);
  if (found) return [setValue(text, found, written)];
  if (!manifest.yaml[0]?.root) return [appended(text, `scope:${lineEndOf(text)}  categories: ${written}`)];
  const root = rootOf(manifest);
  if (!root) return [];
  const scope = ownEntry(root, 'scope');
  if (!scope) return [addKey(text, root, 'scope', `{categories: ${written}}`)];
  return scope.value?.type === 'mapping'
    ? [addKey(text, scope.value, 'categories', written)]
    : [setValue(text, scope, `{categories: ${written}}`)];
}

/**
 * The edit that adds globs to those that the manifest includes; undefined where it cannot be read.
 * @param globs as they are to be written, quoted where they must be
 */
export function addIncluded(manifest: DocumentFacts, globs: readonly string[]): TextEdit | undefined {
  const { text } = manifest;
  const root = rootOf(manifest);
  if (!root) return undefined;
  const include = ownEntry(root, 'include');
  const written = `[${globs.join(', ')}]`;
  if (!include) return addKey(text, root, 'include', written);
  return include.value ? addToList(text, include.value, globs) : setValue(text, include, written);
}

/** The edit that names another preset where the manifest names one for the whole program; undefined where it names none. */
export function setPreset(manifest: DocumentFacts, preset: string): TextEdit | undefined {
  const root = rootOf(manifest);
  const rules = root && ownEntry(root, 'rules')?.value;
  const stated = rules?.type === 'mapping' ? ownEntry(rules, 'preset') : undefined;
  return stated && setValue(manifest.text, stated, preset);
}

/**
 * The edit that excludes a criterion in the manifest's scope, its reason left to be typed.
 * @returns the edit, and where in its text the reason goes; undefined where the manifest cannot be read, or has a mapping where
 *   a list of exclusions belongs
 */
export function addExclusion(
  manifest: DocumentFacts,
  criterion: string,
): (TextEdit & { readonly caret: number }) | undefined {
  const { text } = manifest;
  const root = rootOf(manifest);
  if (!root) return undefined;
  const exclusion = `{criterion: ${criterion}, reason: }`;
  const scope = ownEntry(root, 'scope');
  const excluded = scope?.value?.type === 'mapping' ? ownEntry(scope.value, 'exclude') : undefined;
  if (excluded?.value?.type === 'mapping') return undefined;
  const edit = excluded?.value
    ? addToList(text, excluded.value, [exclusion])
    : excluded
      ? setValue(text, excluded, `[${exclusion}]`)
      : scope?.value?.type === 'mapping'
        ? addKey(text, scope.value, 'exclude', `[${exclusion}]`)
        : scope
          ? setValue(text, scope, `{exclude: [${exclusion}]}`)
          : addKey(text, root, 'scope', `{exclude: [${exclusion}]}`);
  return { ...edit, caret: edit.text.lastIndexOf('reason: ') + 'reason: '.length };
}

/** Where a report's categories are listed, or are to be: its own, else those of the scope. */
function categoriesOf(manifest: DocumentFacts, { id }: Named): YamlEntry | undefined {
  const root = rootOf(manifest);
  const mappings = reportMappings(manifest);
  const report = mappings.length === 1 ? mappings[0] : mappings.find(mapping => isNamed(mapping, id));
  const own = report && ownEntry(report, 'categories');
  if (own) return own;
  const scope = root && ownEntry(root, 'scope')?.value;
  return scope?.type === 'mapping' ? ownEntry(scope, 'categories') : undefined;
}

function isNamed(mapping: YamlMapping, id: string): boolean {
  const value = ownEntry(mapping, 'id')?.value;
  return value?.type === 'scalar' && value.value.trim() === id;
}

/** The mapping that a manifest is; undefined where it cannot be read as one. */
export function rootOf({ yaml }: DocumentFacts): YamlMapping | undefined {
  const root = yaml[0]?.root;
  return root?.type === 'mapping' ? root : undefined;
}

/** Lines behind all that is there, such as the comments of a manifest without a key. */
function appended(text: string, lines: string): TextEdit {
  const parted = text === '' || /[\r\n]$/.test(text) ? '' : lineEndOf(text);
  return { start: text.length, end: text.length, text: parted + lines + lineEndOf(text) };
}
