// What a document's body links to.

import type { MarkdownFacts } from '../markdown/facts.ts';
import type { LinkShape, PlaceBuilder } from '../model/shape.ts';
import { sourceEndings } from '../model/sourceFile.ts';
import { detach } from '../text/detach.ts';
import { isDocument } from './layouts/endings.ts';

/** A path of a document, relative to the one that links: no scheme, no root of a site, no field of a template language. */
const relative = /^(?![a-z][a-z\d+.-]*:|\/|[^#]*[{}<>$|*])([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/i;
/** Of a page or a drawing that may be made of something else where the documents are published, nothing is said. */
const made = ['html', 'htm', 'svg'];
const file = new RegExp(`\\.(?:${sourceEndings.filter(ending => !made.includes(ending)).join('|')})$`, 'i');

/** The links of a body to other documents, headings and files, and their places; a reference is told by its definition. */
export function linksOf({ links }: MarkdownFacts, places: PlaceBuilder): readonly LinkShape[] {
  return links.flatMap(({ kind, destination, destinationStart, destinationEnd }) => {
    if (kind !== 'link' && kind !== 'definition') return [];
    const [, path = '', anchor] = relative.exec(destination) ?? [];
    const isOwn = path === '' && anchor !== undefined && anchor !== '';
    const decoded = isOwn ? '' : decodedOf(path);
    if (decoded === undefined) return [];
    const isFile = !isOwn && !isDocument(decoded);
    if (isFile && !file.test(decoded)) return [];
    const at = places.add(destinationStart, destinationEnd);
    const link = { path: detach(decoded), anchor: anchor ? detach(anchor) : undefined, at };
    return [isFile ? { ...link, isFile } : link];
  });
}

/** A path without its percent signs; undefined where they are wrong. */
function decodedOf(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
