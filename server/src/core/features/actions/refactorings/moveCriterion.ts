import { recordAround, recordAt } from '../../../formats/recordAt.ts';
import { addCriteria } from '../../../formats/satisfiesEdits.ts';
import { removeItem, type TextEdit } from '../../../formats/yamlEdits.ts';
import { byPlace, nameOf, type RecordEntry } from '../../../program/record.ts';
import { ownEntry } from '../../../yaml/lookup.ts';
import type { YamlNode, YamlScalar, YamlSequence } from '../../../yaml/node.ts';
import type { Editing } from '../../editing.ts';
import type { Refactor } from './refactoring.ts';

/** So many controls are offered. */
const most = 5;

/**
 * On a criterion under `satisfies` of a control: another control cites it instead. Offered are the controls of the same document,
 * and then those that cite a criterion of the same group, as far as they do not cite it already.
 */
export const moveCriterion: Refactor = (editing, { start }) => {
  const { path, facts, program } = editing;
  const record = recordAround(facts, start);
  const value = record?.kind === 'control' ? ownEntry(record.mapping, 'satisfies')?.value : undefined;
  const found = itemAt(value, start);
  const id = found?.item.value.trim() ?? '';
  if (!found || !program.catalog.criterion(id)) return [];
  const index = recordAt(facts, start);
  const removal: TextEdit = removeItem(facts.text, found.list, found.item);
  return controlsFor(editing, id, index).flatMap(entry => {
    const common = { kind: 'move', title: `Move ${id} to ${nameOf(entry)}`, preferred: false } as const;
    const edits = [{ path, ...removal }];
    if (entry.path !== path)
      return [{ ...common, edits, cites: { path: entry.path, record: entry.index, ids: [id] } }];
    const added = addCriteria(facts, entry.index, [id]);
    return added ? [{ ...common, edits: [...edits, { path, ...added }] }] : [];
  });
};

function controlsFor({ path, program }: Editing, id: string, index: number): readonly RecordEntry[] {
  const members = program.catalogs.groupOf(id)?.members ?? [];
  const near = members.flatMap(member => [...program.citing(member)]).sort(byPlace);
  const all = [...program.records(path), ...near].filter(
    entry =>
      entry.shape.kind === 'control' &&
      (entry.path !== path || entry.index !== index) &&
      !program.citing(id).has(entry),
  );
  return [...new Set(all)].slice(0, most);
}

/** The item at an offset of a list, by itself or in a mapping of catalogs. */
function itemAt(
  node: YamlNode | undefined,
  offset: number,
): { readonly list: YamlSequence; readonly item: YamlScalar } | undefined {
  if (!node || offset < node.start || offset > node.end) return undefined;
  if (node.type === 'mapping') {
    const tsc = node.entries.find(({ key }) => key.value.toUpperCase() === 'TSC');
    return itemAt(tsc?.value, offset);
  }
  if (node.type !== 'sequence') return undefined;
  const item = node.items.find(one => one && one.start <= offset && offset <= one.end);
  return item?.type === 'scalar' ? { list: node, item } : undefined;
}
