import type { DocumentFacts, RecordFacts } from '../../formats/facts.ts';
import { addItemBehind, addKey, addToList, type TextEdit } from '../../formats/yamlEdits.ts';
import { keysOf } from '../../model/keys.ts';
import { lineEndOf } from '../../text/source.ts';
import type { YamlMapping, YamlNode, YamlSequence } from '../../yaml/node.ts';
import { type EvidenceValues, inOrder, written } from './evidenceValues.ts';
import { registerRow } from './registerRow.ts';

/**
 * Adds a record of evidence to a document that has such records, in the form that they have there: an item of a list, a key of a
 * mapping, a document of a stream, or a row. Undefined where its form has no place for it.
 * @param near the number of the record beside which it belongs
 */
export function recordEdit(
  facts: DocumentFacts,
  near: number,
  id: string,
  values: EvidenceValues,
): TextEdit | undefined {
  const { text } = facts;
  if (facts.register) return registerRow(text, facts.register, values);
  const record = facts.records[near];
  const root = record?.yaml?.root;
  if (!record?.mapping || !root) return undefined;
  const { mapping } = record;
  const lines = linesLike(record, values);
  if (record.keyedBy) {
    const around = mappingWith(root, mapping);
    const inner = new Map([...values].filter(([key]) => key !== 'id'));
    return around && addKey(text, around, id, flowOf(linesLike(record, inner)));
  }
  const list = listWith(root, mapping);
  if (list?.flow) return addToList(text, list, [flowOf(lines)]);
  const item = addItemBehind(text, mapping, mapping.flow ? [flowOf(lines)] : lines);
  return item ?? (root === mapping ? streamEdit(facts, lines) : undefined);
}

/** A record on one line, without the keys that have no value yet. */
function flowOf(lines: readonly string[]): string {
  return `{${lines.filter(line => !line.endsWith(':')).join(', ')}}`;
}

/** A record of a stream begins behind a line that parts it from the one before. */
function streamEdit({ text, yaml }: DocumentFacts, lines: readonly string[]): TextEdit | undefined {
  if (yaml.length < 2) return undefined;
  const end = lineEndOf(text);
  const before = /(?:^|[\r\n])$/.test(text) ? '' : end;
  return { start: text.length, end: text.length, text: before + ['---', ...lines, ''].join(end) };
}

/** The lines of a record, its keys called as a neighbor calls them. */
function linesLike({ mapping, keyedBy }: RecordFacts, values: EvidenceValues): readonly string[] {
  const form = mapping?.flow || keyedBy ? 'flow' : 'block';
  const table = keysOf('evidence');
  const names = new Map(
    (mapping?.entries ?? []).map(({ key }) => [table.get(key.value)?.name ?? key.value, key.value]),
  );
  const kind = names.has('kind') ? [['kind', 'evidence'] as const] : [];
  return inOrder(new Map([...values, ...kind])).map(([key, value]) => {
    const words = written(value, form);
    return `${names.get(key) ?? key}:${words === '' ? '' : ` ${words}`}`;
  });
}

/** The list that has a mapping as an item, at the root or under one of its keys. */
function listWith(root: YamlNode, mapping: YamlMapping): YamlSequence | undefined {
  const all = [root, ...(root.type === 'mapping' ? root.entries.map(({ value }) => value) : [])];
  return all.find((node): node is YamlSequence => node?.type === 'sequence' && node.items.includes(mapping));
}

/** The mapping in which another is a value, at the root or under one of its keys. */
function mappingWith(root: YamlNode, mapping: YamlMapping): YamlMapping | undefined {
  const all = [root, ...(root.type === 'mapping' ? root.entries.map(({ value }) => value) : [])];
  return all.find(
    (node): node is YamlMapping =>
      node?.type === 'mapping' && node.entries.some(({ value }) => value === mapping),
  );
}
