import { pathInside } from '../catalog/pathInside.ts';
import type { DocumentShape, LinkShape } from '../model/shape.ts';
import { folderOf } from './touched.ts';

/** A link between two paths of the program; whether there is a document at its end is another matter. */
export interface LinkEntry {
  readonly from: string;
  readonly to: string;
  readonly link: LinkShape;
}

const noLinks: readonly LinkEntry[] = [];

/** The links of a document with the paths that they lead to; those that lead out of the program are left aside. */
export function linksIn(path: string, { links }: DocumentShape): readonly LinkEntry[] {
  if (!links) return noLinks;
  const folder = folderOf(path);
  return links.flatMap(link => {
    const to = link.path === '' ? path : pathInside(link.path, folder);
    return to === undefined ? [] : [{ from: path, to, link }];
  });
}
