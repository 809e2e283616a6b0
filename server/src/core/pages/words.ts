import type { Catalog, PointOfFocus } from '../catalog/catalog.ts';
import { keyOf } from '../catalog/catalogs.ts';
import { circumstance } from '../catalog/circumstances.ts';
import type { RecordKind } from '../model/kinds.ts';
import type { Inline } from './page.ts';

/** An id with its title, where it has one. */
export function titled(id: string, title: string): string {
  return title === '' || title === id ? id : `${id} ${title}`;
}

/** The same, as a link to its page: a thing of a catalog. */
export function linked(
  { id, title }: { readonly id: string; readonly title: string },
  { name }: Pick<Catalog, 'name'>,
): Inline {
  return { text: titled(id, title), target: { page: keyOf(name, id) } };
}

/**
 * Where a point of focus applies, and for whom: `privacy`, `where goods are made or delivered`, `likely to matter to a
 * controller`. Nothing where it is general.
 */
export function pointMarks({ only, role }: PointOfFocus): string[] {
  return [
    ...(only === undefined ? [] : [circumstance(only)]),
    ...(role === undefined ? [] : [`likely to matter to a ${role}`]),
  ];
}

/** What is known of a thing, beside each other: `Security · 8 criteria`. What is not known is left out. */
export function beside(...words: readonly (string | false | undefined)[]): string {
  return words.filter(Boolean).join(' · ');
}

/** A number with its noun: `1 criterion`, `2 criteria`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A kind of record in words: `user control`. */
export function kindWords(kind: RecordKind): string {
  return kind.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
