import type { Program } from '../../program/program.ts';

/** Whether a criterion, by its key, is a common one: it applies whichever categories are chosen. */
export function isCommon({ catalogs }: Program, key: string): boolean {
  const { catalog, thing } = catalogs.criterion(key) ?? {};
  const category = catalog?.group(thing?.group ?? '')?.category;
  return category !== undefined && catalog?.category(category)?.common === true;
}
