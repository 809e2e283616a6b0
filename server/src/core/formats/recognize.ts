import { envelopeOf } from './envelope.ts';
import { endingOf } from './layouts/endings.ts';
import type { Layout, LayoutName } from './layouts/layout.ts';
import {
  foreignLayouts,
  layouts,
  markerPattern,
  tellingFolderPattern,
  tellingFolders,
} from './layouts/layouts.ts';
import { roleOf } from './role.ts';

/** What a folder is found to be. */
export type Recognized =
  | { readonly is: 'program'; readonly layout: LayoutName }
  /** Documentation measured against something other than the Trust Services Criteria, in one sentence. */
  | { readonly is: 'foreign'; readonly notice: string };

/** So many documents show whether the layout is one that documents tell. */
const mostLookedAt = 100;
const marker = new RegExp(`^(?:(.*)/)?(?:${markerPattern})$`);
const tellingFolder = new RegExp(`^((?:[^/]+/)*?)(?:${tellingFolderPattern})/`);

/**
 * Tells what a folder is: by a file that marks a layout (our manifest, `comply.yml`, `opencontrol.yaml`), else by two of the
 * conventional folders with a `satisfies` in them. A folder named by the user is also a program when most of its Markdown
 * are policies.
 * @param paths the files below the folder, relative to it, with `/`
 * @param read gives a file's text; undefined where it cannot be read
 * @param named whether the user named this very folder
 */
export function recognize(
  paths: readonly string[],
  read: (path: string) => string | undefined,
  named: boolean,
): Recognized | undefined {
  const have = new Set(paths);
  const isMarked = (one: Pick<Layout, 'markers'>) => one.markers.some(name => have.has(name));
  const marked = layouts.find(isMarked);
  if (marked) return { is: 'program', layout: marked.name };
  const foreign = foreignLayouts.find(isMarked);
  if (foreign) return { is: 'foreign', notice: foreign.notice(paths, read) };
  const layout = byFolders(paths, read) ?? (named ? byPages(paths, read) : undefined);
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

function byFolders(paths: readonly string[], read: (path: string) => string | undefined): Layout | undefined {
  const inside = paths.filter(path => tellingFolders.includes(path.slice(0, path.indexOf('/'))));
  const folders = new Set(inside.map(path => path.slice(0, path.indexOf('/'))));
  if (folders.size < 2) return undefined;
  const possible = layouts.filter(layout => [...folders].every(folder => layout.folders.includes(folder)));
  const toldByDocuments = possible.filter(({ owns }) => owns);
  let satisfying = 0;
  for (const path of inside) {
    const language = endingOf(path)?.language;
    if (!language) continue;
    const text = read(path);
    if (text === undefined || !/^[ \t-]*(?:satisfies|tsc_criteria)[ \t]*:/m.test(text)) continue;
    const told = toldByDocuments.find(
      ({ languages, owns }) =>
        languages.includes(language) && owns?.(envelopeOf(text, false).style, undefined),
    );
    if (told) return told;
    satisfying++;
    if (toldByDocuments.length === 0 || satisfying === mostLookedAt) break;
  }
  return satisfying > 0 ? possible.find(({ owns }) => !owns) : undefined;
}

/** The layout that is told by most of the pages it would read. */
function byPages(paths: readonly string[], read: (path: string) => string | undefined): Layout | undefined {
  return layouts.find(({ name, isTold }) => {
    if (!isTold) return false;
    const pages = paths.filter(path => roleOf(path, name, false) !== undefined);
    const telling = pages.filter(path => isTold(read(path) ?? '', path));
    return telling.length > 1 && telling.length * 2 > pages.length;
  });
}
