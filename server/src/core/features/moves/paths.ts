import { endingOf } from '../../formats/layouts/endings.ts';
import { fileNameOf, relativePath } from '../../program/link.ts';
import { folderOf } from '../../program/touched.ts';

/** A file or folder of a program that gets another path; both are relative to the root, without a slash at the end. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The new path of a file or folder; the same where it stays where it is. */
export type Moved = (path: string) => string;

/** What moves do to paths: the nearest that a path lies in counts. */
export function movedBy(moves: readonly Move[]): Moved {
  const byFrom = new Map(moves.map(({ from, to }) => [from, to]));
  return path => {
    for (let around = path; around !== ''; around = folderOf(around)) {
      const to = byFrom.get(around);
      if (to !== undefined) return to + path.slice(around.length);
    }
    return path;
  };
}

/** By what a record that is alone in a file can be referred to: the file's name without its ending, or its folder's. */
export function stemOf(path: string): string | undefined {
  const folder = folderOf(path);
  if (isNamedByFolder(path)) return fileNameOf(folder);
  return endingOf(fileNameOf(path))?.stem;
}

/** Whether a file is the index of its folder, so that the folder's name stands for it. */
export function isNamedByFolder(path: string): boolean {
  const stem = endingOf(fileNameOf(path))?.stem;
  return stem?.toLowerCase() === 'index' && folderOf(path) !== '';
}

/**
 * A path that leads from one document to another, as it is to be written once either of them has moved: in its own form, with its
 * `./` and its ways around where they still lead there.
 * @param written the path without percent signs
 */
export function rewritten(
  written: string,
  from: { readonly folder: string; readonly path: string },
  to: { readonly folder: string; readonly path: string },
): string {
  const dotted = /^(?:\.\/)*/.exec(written)?.[0] ?? '';
  const shortest = relativePath(to.folder, to.path);
  const isShortest = written.slice(dotted.length) === relativePath(from.folder, from.path);
  const isRenamed = from.folder === to.folder && folderOf(from.path) === folderOf(to.path);
  if (!isShortest && isRenamed) return written.slice(0, written.lastIndexOf('/') + 1) + fileNameOf(to.path);
  return shortest.startsWith('../') ? shortest : dotted + shortest;
}
