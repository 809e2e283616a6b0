import {
  type Documentation,
  type DocumentationPage,
  documentationOf,
  documentationPage,
  documentationPaths,
} from '../core/formats/documentation.ts';
import { sourceOf } from '../core/text/source.ts';
import { below, contentOf, type Files } from './files.ts';

/**
 * Which Markdown pages below a folder look like control documentation, read or not, and the globs for a manifest in that
 * folder that have them read. It lists the folder and reads each of its pages.
 * @param folder the key of the folder
 */
export async function findDocumentation(files: Files, folder: string): Promise<Documentation> {
  const { documents } = await files.list(folder);
  return documentationAmong(files, folder, documents);
}

/**
 * The same among some of the files below a folder.
 * @param paths relative to the folder, with `/`
 */
export async function documentationAmong(
  files: Files,
  folder: string,
  paths: readonly string[],
): Promise<Documentation> {
  const pages: DocumentationPage[] = [];
  for (const path of documentationPaths(paths)) {
    const content = contentOf(await files.read(below(folder, path)));
    const page = content === undefined ? undefined : documentationPage(path, sourceOf(content).text);
    if (page) pages.push(page);
  }
  return documentationOf(pages, paths);
}
