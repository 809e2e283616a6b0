import {
  type Documentation,
  type DocumentationPage,
  documentationOf,
  documentationPage,
  documentationPaths,
} from '../core/formats/documentation.ts';
import { sourceOf } from '../core/text/source.ts';
import { type Awaitable, below, contentOf, type Files } from './files.ts';

/** More pages than these are not read to tell what lies in a folder. */
const mostPages = 5000;

/** What was found in a folder that may be large. */
export interface FoundDocumentation extends Documentation {
  /** How many pages were looked at, where there are more; absent where all were. */
  readonly onlyFirst?: number;
}

/**
 * Which Markdown pages below a folder look like control documentation, read or not, and the globs for a manifest in that
 * folder that have them read. It lists the folder and reads its pages, as many as `documentationAmong` does.
 * @param folder the key of the folder
 */
export async function findDocumentation(files: Files, folder: string): Promise<FoundDocumentation> {
  const { documents } = await files.list(folder);
  return documentationAmong(files, folder, documents);
}

/**
 * The same among some of the files below a folder, of which it reads the first few thousand pages.
 * @param paths relative to the folder, with `/`
 * @param pauseIfDue called after each page: others may have their turn
 */
export async function documentationAmong(
  files: Files,
  folder: string,
  paths: readonly string[],
  pauseIfDue: () => Awaitable<void> = () => undefined,
): Promise<FoundDocumentation> {
  const pages: DocumentationPage[] = [];
  const all = documentationPaths(paths);
  for (const path of all.slice(0, mostPages)) {
    const content = contentOf(await files.read(below(folder, path)));
    const page = content === undefined ? undefined : documentationPage(path, sourceOf(content).text);
    if (page) pages.push(page);
    await pauseIfDue();
  }
  return { ...documentationOf(pages, paths), ...(all.length > mostPages ? { onlyFirst: mostPages } : {}) };
}

/** The pages that were looked at where there are more, such as `the first 5,000 pages`; undefined where all were. */
export function limitWords({ onlyFirst }: FoundDocumentation): string | undefined {
  return onlyFirst === undefined ? undefined : `the first ${onlyFirst.toLocaleString('en-US')} pages`;
}
