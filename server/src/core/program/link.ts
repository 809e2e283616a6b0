import { pathInside } from '../catalog/pathInside.ts';
import { madeOf } from '../formats/layouts/endings.ts';
import type { DocumentShape, LinkRoots, LinkShape } from '../model/shape.ts';
import { folderOf } from './touched.ts';

/** A link between two paths of the program; whether there is a document at its end is another matter. */
export interface LinkEntry {
  readonly from: string;
  /** Where it leads first: from the document's own folder, if it can. */
  readonly to: string;
  readonly link: LinkShape;
  /** Where it leads if nothing is there, in this order; absent where nowhere else. */
  readonly others?: readonly string[];
  /** Whether it may lead out of the program too, where nobody can tell what is there, or to another place in it. */
  readonly mayLeave?: true;
  /**
   * Of a link in the source of a template language, the name of the file that it means, which may be rendered into the same
   * folder from any other source; absent elsewhere.
   */
  readonly rendered?: string;
}

const noLinks: readonly LinkEntry[] = [];

/** The links of a document with the paths that they lead to; those that lead out of the program are left aside. */
export function linksIn(path: string, { links, linkRoots }: DocumentShape): readonly LinkEntry[] {
  if (!links) return noLinks;
  const folder = folderOf(path);
  const isSource = madeOf(path) !== undefined;
  return links.flatMap((link): readonly LinkEntry[] => {
    if (link.path === '') return [{ from: path, to: path, link }];
    const beside = pathInside(link.path, folder);
    // Outside of sites and template languages, a link leads to one place.
    if (!linkRoots && !isSource) return beside === undefined ? [] : [{ from: path, to: beside, link }];
    const further = linkRoots && !link.isFile ? fromRoots(link.path, linkRoots) : [];
    const [to, ...others] = [beside, ...further].filter(one => one !== undefined);
    if (to === undefined) return [];
    return [
      {
        from: path,
        to,
        link,
        ...(others.length > 0 ? { others } : {}),
        ...(further.includes(undefined) || linkRoots?.mayBeAnywhere ? { mayLeave: true } : {}),
        ...(isSource && !link.isFile ? { rendered: fileNameOf(to) } : {}),
      },
    ];
  });
}

/** The name of a file at a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The way from a folder to a path, with `../` as often as it takes. */
export function relativePath(folder: string, path: string): string {
  const [around, steps] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let same = 0;
  while (same < around.length && same < steps.length - 1 && around[same] === steps[same]) same++;
  return '../'.repeat(around.length - same) + steps.slice(same).join('/');
}

/** The paths that a link leads to from the folders of a site; undefined for each that lies outside of the program. */
function fromRoots(path: string, { frame, bases, rooted, site }: LinkRoots): readonly (string | undefined)[] {
  const aliased = /^@site\//.test(path);
  const rest = path.replace(/^(?:\/|@site\/)/, '');
  if (aliased) return [inProgram(rest, site, frame)];
  if (rest !== path) return rooted.map(base => inProgram(rest, base, frame));
  return /^\.{1,2}\//.test(path) ? [] : bases.map(base => inProgram(path, base, frame));
}

function inProgram(path: string, base: string, frame: string): string | undefined {
  const whole = pathInside(path, base);
  if (whole === undefined || frame === '') return whole;
  return whole.startsWith(`${frame}/`) ? whole.slice(frame.length + 1) : undefined;
}
