import type { Catalog } from '../catalog/catalog.ts';
import { isCommon } from '../catalog/isCommon.ts';
import type { RecordShape } from '../model/shape.ts';

/** Of ten common criteria so many are nearly all. */
const nearlyAll = 9;

/**
 * Whether a record mentions all or nearly all of the common criteria, which every report has in scope: a checklist, a guide to
 * the criteria, or an auditor's list. What it names under `satisfies` is a statement about each, and is not counted here.
 */
export function isOverview({ mentions }: RecordShape, tsc: Catalog): boolean {
  const wanted = Math.ceil((commonCount(tsc) * nearlyAll) / 10);
  if (mentions.length < wanted) return false;
  const named = new Set(mentions.flatMap(({ form, id }) => (form === 'group' ? [] : [id])));
  let common = 0;
  for (const id of named) if (isCommon(id, tsc)) common++;
  return common >= wanted;
}

const counts = new WeakMap<Catalog, number>();

function commonCount(tsc: Catalog): number {
  let count = counts.get(tsc);
  if (count === undefined) {
    count = tsc.criteria.filter(({ id }) => isCommon(id, tsc)).length;
    counts.set(tsc, count);
  }
  return count;
}
