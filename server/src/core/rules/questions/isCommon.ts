import { isCommon as isCommonIn } from '../../catalog/isCommon.ts';
import type { Program } from '../../program/program.ts';

/** Whether a criterion, by its key, is a common one: it applies whichever categories are chosen. */
export function isCommon({ catalogs }: Program, key: string): boolean {
  const found = catalogs.criterion(key);
  return found !== undefined && isCommonIn(found.thing.id, found.catalog);
}
