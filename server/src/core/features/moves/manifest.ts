// How the manifest follows what moves: the files and folders that it names.
import type { DocumentFacts } from '../../formats/facts.ts';
import { rootOf } from '../../formats/manifestEdits.ts';
import type { TextEdit } from '../../formats/yamlEdits.ts';
import { items, ownEntry } from '../../yaml/lookup.ts';
import type { YamlMapping, YamlNode, YamlScalar } from '../../yaml/node.ts';
import { unquoted } from '../at/usesInDocument.ts';
import { writtenInstead } from '../at/written.ts';
import type { Moved } from './paths.ts';

/** The edits by which a manifest names the same files and folders; a pattern follows where it begins with their very path. */
export function manifestEdits(facts: DocumentFacts, moved: Moved): readonly TextEdit[] {
  return namesIn(facts).flatMap(scalar => {
    const { start } = unquoted(facts.text, scalar);
    const path = pathIn(scalar.value.trim());
    const now = path === '' ? path : moved(path);
    const part = { start, end: start + path.length };
    const isWritten = facts.text.slice(part.start, part.end) === path;
    return now === path || !isWritten ? [] : [writtenInstead(facts, part, now)];
  });
}

/** The scalars of a manifest that name files, folders, or patterns of them. */
function namesIn(facts: DocumentFacts): readonly YamlScalar[] {
  const root = rootOf(facts);
  if (!root) return [];
  const folders = mappingAt(mappingAt(root, 'rules'), 'folders')?.entries.map(({ key }) => key) ?? [];
  const lists = ['include', 'exclude', 'mappings', 'catalogs', 'evidenceFolder'].flatMap(key =>
    items(ownEntry(root, key)?.value),
  );
  const files = lists.map(item => (item?.type === 'mapping' ? ownEntry(item, 'file')?.value : item));
  return [...files.filter(isScalar), ...folders];
}

function mappingAt(mapping: YamlMapping | undefined, key: string): YamlMapping | undefined {
  const value = mapping && ownEntry(mapping, key)?.value;
  return value?.type === 'mapping' ? value : undefined;
}

function isScalar(node: YamlNode | undefined): node is YamlScalar {
  return node?.type === 'scalar';
}

/** The path that a path or pattern begins with: what stands before the first name with a sign of a pattern. */
function pathIn(name: string): string {
  return name.slice(0, name.search(/(?:^|\/)[^/]*[*?[\]{}!()]|(?<!\/)\/*$/));
}
