import {
  type Documentation,
  documentationOf,
  documentationPage,
  documentationPaths,
} from '../../../server/src/core/formats/documentation.ts';

/**
 * What of a folder looks like control documentation, all of its pages read at once.
 * @param read gives a file's text; undefined where it cannot be read
 */
export function documentationIn(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): Documentation {
  const pages = documentationPaths(paths).flatMap(path => documentationPage(path, read(path) ?? '') ?? []);
  return documentationOf(pages, paths);
}
