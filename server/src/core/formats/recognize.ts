import { envelopeOf } from './envelope.ts';
import { isDocument } from './layouts/endings.ts';
import type { Layout, LayoutName, PageReading } from './layouts/layout.ts';
import {
  foreignLayouts,
  layouts,
  markerPattern,
  takesEnding,
  tellingFolderPattern,
  tellingFolders,
} from './layouts/layouts.ts';
import { pageSigns } from './pageSigns.ts';
import { type Asked, areDocumentation, mappingSize, pageReadingIn } from './recognizePages.ts';

/** What a folder is found to be. */
export type Recognized =
  | {
      readonly is: 'program';
      readonly layout: LayoutName;
      /** How pages outside the conventional folders are known as policies, where that is not as in all of the layout. */
      readonly pages?: PageReading;
    }
  /** Documentation measured against something other than the Trust Services Criteria, in one sentence. */
  | { readonly is: 'foreign'; readonly notice: string };

/** So many documents show whether the layout is one that documents tell. */
const mostLookedAt = 100;
const satisfying = /^[ \t-]*(?:satisfies|tsc_criteria)[ \t]*:/m;
const marker = new RegExp(`^(?:(.*)/)?(?:${markerPattern})$`);
const tellingFolder = new RegExp(`^((?:[^/]+/)*?)(?:${tellingFolderPattern})/`);

/**
 * Tells what a folder is: by a file that marks a layout (our manifest, `comply.yml`, `opencontrol.yaml`), else by two of the
 * conventional folders with a `satisfies` in them. A folder that the user named or opened is also a program when its pages
 * tell so.
 * @param paths the files below the folder, relative to it, with `/`
 * @param read gives a file's text; undefined where it cannot be read
 * @param asked whether the user named or opened this very folder
 * @returns steps: a page is looked into in each
 */
export function* recognize(
  paths: readonly string[],
  read: (path: string) => string | undefined,
  asked: Asked,
): Generator<undefined, Recognized | undefined> {
  const have = new Set(paths);
  const isMarked = (one: Pick<Layout, 'markers'>) => one.markers.some(name => have.has(name));
  const marked = layouts.find(isMarked);
  if (marked?.pages) return { is: 'program', layout: marked.name, pages: yield* pageReadingIn(paths, read) };
  if (marked) return { is: 'program', layout: marked.name };
  const foreign = foreignLayouts.find(isMarked);
  if (foreign) return { is: 'foreign', notice: foreign.notice(paths, read) };
  const layout = (yield* byFolders(paths, read)) ?? (yield* byPages(paths, read, asked));
  return layout && { is: 'program', layout: layout.name };
}

/** The folders that could hold a layout: those above the conventional folders and marker files in a listing. */
export function candidateFolders(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const marked = marker.exec(path);
    if (marked) folders.add(marked[1] ?? '');
    const folder = tellingFolder.exec(path);
    if (folder) folders.add(folder[1]?.slice(0, -1) ?? '');
  }
  return [...folders].sort();
}

/**
 * All that a Markdown page's text tells of the folder that it lies in: while that stays the same, so does what the folder is
 * recognized as.
 * @param text without a byte order mark
 */
export function tellsOf(text: string): string {
  const { isSaid, isCalled, isUsual, isOfPeople, criteria } = pageSigns(text, '');
  const count = Math.min(criteria.length, mappingSize);
  const { style } = envelopeOf(text, false);
  return JSON.stringify([isSaid, isCalled, isUsual, isOfPeople, count, satisfying.test(text), style]);
}

function* byFolders(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): Generator<undefined, Layout | undefined> {
  const inside = paths.filter(path => tellingFolders.includes(path.slice(0, path.indexOf('/'))));
  const folders = new Set(inside.map(path => path.slice(0, path.indexOf('/'))));
  if (folders.size < 2) return undefined;
  const possible = layouts.filter(layout => [...folders].every(folder => layout.folders.includes(folder)));
  const toldByDocuments = possible.filter(({ owns }) => owns);
  let found = 0;
  for (const path of inside) {
    if (!isDocument(path)) continue;
    const text = read(path);
    yield;
    if (text === undefined || !satisfying.test(text)) continue;
    const told = toldByDocuments.find(
      layout => takesEnding(layout, path) && layout.owns?.(envelopeOf(text, false).style, undefined),
    );
    if (told) return told;
    found++;
    if (toldByDocuments.length === 0 || found === mostLookedAt) break;
  }
  return found > 0 ? possible.find(({ owns }) => !owns) : undefined;
}

/** The layout that is told by the pages of a folder. */
function* byPages(
  paths: readonly string[],
  read: (path: string) => string | undefined,
  asked: Asked,
): Generator<undefined, Layout | undefined> {
  return (yield* areDocumentation(paths, read, asked))
    ? layouts.find(({ isToldByPages }) => isToldByPages)
    : undefined;
}
