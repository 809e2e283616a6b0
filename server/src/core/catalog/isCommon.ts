import type { Catalog } from './catalog.ts';

/** Whether a criterion, by its id, is a common one: it applies whichever categories are chosen. */
export function isCommon(id: string, catalog: Catalog): boolean {
  const { group = '' } = catalog.criterion(id) ?? {};
  return catalog.category(catalog.group(group)?.category ?? '')?.common === true;
}
