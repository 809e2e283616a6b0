import { recordAround } from '../../formats/recordAt.ts';
import { addKey, addKeyInOrder, setValue } from '../../formats/yamlEdits.ts';
import type { InnerKeyName, KeyName } from '../../model/keyNames.ts';
import { keyOrder } from '../../model/keys.ts';
import type { TextRange } from '../../text/range.ts';
import { ownEntry, resolved } from '../../yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../yaml/node.ts';
import type { Fix, FixTarget } from '../rule.ts';

/**
 * The fix that adds a key without a value to the record of a finding, or to the mapping inside of it that the finding is
 * about: what belongs there is for a person to say.
 */
export function addEmptyKey({ path, range, facts }: FixTarget, ...keys: readonly KeyName[]): readonly Fix[] {
  const record = recordAround(facts, range.start);
  const mapping = record && innermost(record.mapping, range);
  if (!mapping) return [];
  return keys.flatMap(key => {
    if (ownEntry(mapping, key)) return [];
    const edit =
      mapping === record.mapping
        ? addKeyInOrder(facts.text, mapping, key, '', keyOrder(record.kind))
        : addKey(facts.text, mapping, key, '');
    const caret = edit.text.indexOf(`${key}:`) + key.length + 1;
    return [
      {
        title: `Add an empty ${key}`,
        edits: [{ path, ...edit, caret }],
        preferred: false,
        asks: true,
      },
    ];
  });
}

/**
 * The fix that adds a key without a value to a mapping that a key of the record of a finding holds, such as `reviewed` under
 * a vendor's `report`.
 * @param empty what is put there instead of nothing: a mapping whose values are empty
 */
export function addEmptyKeyUnder(
  { path, range, facts }: FixTarget,
  holder: KeyName,
  key: InnerKeyName,
  empty = '',
): readonly Fix[] {
  const record = recordAround(facts, range.start);
  const mapping = record && resolved(ownEntry(record.mapping, holder)?.value);
  if (mapping?.type !== 'mapping') return [];
  const present = ownEntry(mapping, key);
  // What is there without a value asks for one already.
  if (present && (present.value || empty === '')) return [];
  const edit = present ? setValue(facts.text, present, empty) : addKey(facts.text, mapping, key, empty);
  const caret = edit.text.search(/:(?=$| *[,}])/) + 1;
  return [
    {
      title: `Add an empty ${key}`,
      edits: [{ path, ...edit, caret }],
      preferred: false,
      asks: true,
    },
  ];
}

/** The innermost mapping around a range. */
function innermost(mapping: YamlMapping, range: TextRange): YamlMapping {
  for (const { value } of mapping.entries) {
    for (const node of value?.type === 'sequence' ? value.items : [value]) {
      if (node?.type === 'mapping' && holds(node, range)) return innermost(node, range);
    }
  }
  return mapping;
}

function holds(node: YamlNode, { start, end }: TextRange): boolean {
  return node.start <= start && end <= node.end;
}
