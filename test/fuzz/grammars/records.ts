// Records: the keys of a kind as a mapping, alone, in lists, several in a file, or as the front matter of a body.
import type { Random } from '../../../bench/generator/random.ts';
import type { Key } from '../../../server/src/core/model/key.ts';
import { keysOf } from '../../../server/src/core/model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../../../server/src/core/model/kinds.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { mappingOf } from './keyed.ts';
import { type Tree, yamlOf } from './yaml.ts';

/** The kinds that records have. */
export const recordKinds: readonly RecordKind[] = Object.keys(kinds)
  .filter(isRecordKind)
  .filter(kind => kind !== 'manifest' && kind !== 'document');

/** One record of a kind as a YAML mapping, with some of its keys. */
export function recordOf(random: Random, kind: RecordKind): Tree {
  const keys: readonly Key[] = [...new Set(keysOf(kind).values())];
  const record = mappingOf(random, keys, random.pick([0.1, 0.2, 0.4]));
  if (typeof record === 'string' || 'list' in record || !random.chance(0.5)) return record;
  return { entries: [['id', random.pick(['AC-01', 'AC-02', 'X-9', 'p'])], ...record.entries] };
}

/** The text of a YAML file of records. */
export function recordsText(random: Random, kind: RecordKind): string {
  const many = () => Array.from({ length: random.whole(1, 3) }, () => recordOf(random, kind));
  const head = random.chance(0.1) ? ignoring(random) : '';
  switch (random.whole(0, 4)) {
    case 0:
      return head + yamlOf(random, { list: many() });
    case 1:
      return (
        head +
        many()
          .map(record => yamlOf(random, record))
          .join('---\n')
      );
    case 2:
      return head + yamlOf(random, { entries: [[kinds[kind].folder ?? 'x', { list: many() }]] });
    default:
      return head + yamlOf(random, recordOf(random, kind));
  }
}

function ignoring(random: Random): string {
  const names = Array.from({ length: random.whole(0, 3) }, () => random.pick(rules).name).join(', ');
  return `# tickmark-ignore${random.pick(['', '-file', '-lines'])} ${names}${random.pick([': because', ':', ''])}\n`;
}
