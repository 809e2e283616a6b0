import type { RecordShape, ReferenceShape } from '../../model/shape.ts';
import { referenceKey } from '../touched.ts';

/** Fewer are looked through as quickly as they are looked up. */
const many = 16;
const byKey = new WeakMap<RecordShape, ReadonlyMap<string, readonly ReferenceShape[]>>();

/**
 * The references of a record that are looked up by this key (see `referenceKey`). A record with very many is asked after each
 * of them, so what it has is sorted out once.
 */
export function referencesTo(shape: RecordShape, key: string): readonly ReferenceShape[] {
  const { references } = shape;
  if (references.length < many) return references.filter(({ id }) => referenceKey(id) === key);
  let sorted = byKey.get(shape);
  if (!sorted) byKey.set(shape, (sorted = sort(references)));
  return sorted.get(key) ?? [];
}

function sort(references: readonly ReferenceShape[]): ReadonlyMap<string, readonly ReferenceShape[]> {
  const sorted = new Map<string, ReferenceShape[]>();
  for (const reference of references) {
    const key = referenceKey(reference.id);
    const same = sorted.get(key);
    if (same) same.push(reference);
    else sorted.set(key, [reference]);
  }
  return sorted;
}
