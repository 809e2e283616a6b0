// What a document's body links to.

import type { MarkdownFacts } from '../markdown/facts.ts';
import type { LinkRoots, LinkShape, PlaceBuilder } from '../model/shape.ts';
import { sourceEndings } from '../model/sourceFile.ts';
import { detach } from '../text/detach.ts';
import { isDocument } from './layouts/endings.ts';

/** A path of a document: no scheme, no other machine, no field of a template language. */
const pathed = /^(?![a-z][a-z\d+.-]*:|\/\/|[^#]*[{}<>$|*])([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/i;
/** Of a page or a drawing that may be made of something else where the documents are published, nothing is said. */
const made = ['html', 'htm', 'svg'];
const file = new RegExp(`\\.(?:${sourceEndings.filter(ending => !made.includes(ending)).join('|')})$`, 'i');

/** From the root of a site, as only some generators have it. */
const fromRoot = /^(?:\/|@site\/)/;

/**
 * The links of a body to other documents, headings and files, and their places; a reference is told by its definition.
 * @param roots where a link from the root of a site leads; without them it is passed over
 */
export function linksOf(
  { links }: MarkdownFacts,
  places: PlaceBuilder,
  roots: LinkRoots | undefined,
): readonly LinkShape[] {
  return links.flatMap(({ kind, destination, destinationStart, destinationEnd }) => {
    if (kind !== 'link' && kind !== 'definition') return [];
    const [, path = '', anchor] = pathed.exec(destination) ?? [];
    const isOwn = path === '' && anchor !== undefined && anchor !== '';
    const decoded = isOwn ? '' : decodedOf(path);
    if (decoded === undefined) return [];
    const isFile = !isOwn && !isDocument(decoded);
    if (fromRoot.test(decoded) && (isFile || !roots || roots.rooted.length === 0)) return [];
    if (isFile && !file.test(decoded)) return [];
    const at = places.add(destinationStart, destinationEnd);
    const link = { path: detach(decoded), anchor: anchor ? detach(anchor) : undefined, at };
    return [isFile ? { ...link, isFile } : link];
  });
}

/** A path without its percent signs; undefined where they are wrong. */
export function decodedOf(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** A path as the destination of a link has it: a sign that would end it, or mean something else, is written as URIs write it. */
export function encodedOf(path: string, isInAngles = false): string {
  const special = isInAngles ? /[<>%#?\\|\r\n]/g : /[\s<>()%#?"\\|]/g;
  return path.replace(special, sign =>
    // `encodeURIComponent` leaves parentheses as they are.
    /[()]/.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
  );
}
