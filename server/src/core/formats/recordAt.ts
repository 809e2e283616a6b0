import type { RecordKind } from '../model/kinds.ts';
import type { YamlMapping } from '../yaml/node.ts';
import type { DocumentFacts, RecordFacts } from './facts.ts';

/**
 * The number of the record that an offset lies in: the last whose keys begin at or before it. What comes before all keys, and
 * a body without any, belongs to the first; so does what lies behind a row of a table.
 */
export function recordAt({ records }: Pick<DocumentFacts, 'records'>, offset: number): number {
  let [first, end] = [0, records.length];
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (startOf(records[middle]) <= offset) first = middle;
    else end = middle;
  }
  const { row, mapping } = records[first] ?? {};
  return row && mapping && mapping.end < offset ? 0 : first;
}

/**
 * The keys of the record that an offset lies in, and its kind, for edits of them; undefined where no keys begin at or before it,
 * and in the row of a table, which holds no key.
 */
export function recordAround(
  facts: Pick<DocumentFacts, 'records'>,
  offset: number,
): { readonly mapping: YamlMapping; readonly kind: RecordKind } | undefined {
  const record = facts.records[recordAt(facts, offset)];
  const { mapping, kind, row } = record ?? {};
  return mapping && kind && !row && startOf(record) <= offset ? { mapping, kind } : undefined;
}

/** Where the keys of a record begin, or the id before them. */
function startOf(record: RecordFacts | undefined): number {
  return (record?.keyedBy ?? record?.mapping)?.start ?? 0;
}
