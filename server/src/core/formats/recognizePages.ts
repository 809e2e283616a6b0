import { kindOfPath } from '../model/kinds.ts';
import { documentationPage, documentationPaths } from './documentation.ts';
import type { PageReading } from './layouts/layout.ts';
import { tellingFolders } from './layouts/layouts.ts';
import type { PageSigns } from './pageSigns.ts';

/** How a folder came to be looked at: the user named it to the command, or opened it in an editor; `no` for any other. */
export type Asked = 'named' | 'opened' | 'no';

type Read = (path: string) => string | undefined;

/** So many pages, spread over all there are, show what most of them are. */
const mostLookedAt = 500;
/** A page that cites so many criteria is the mapping of what lies beside it. */
export const mappingSize = 8;
/** Folders whose names say that they hold control documentation, beside those that tell a layout. */
const usualFolder = /^(?:compliance|isms|grc|soc[-_ ]?2|tsc|trust[-_ ]services|security[-_ ]policies)$/i;

/** What is known of a page of a folder. */
interface Looked {
  readonly path: string;
  readonly signs: PageSigns | undefined;
}

/**
 * Whether the pages of a folder tell that it is control documentation: most of them are policies or cite criteria; or it is
 * flat and one page maps it to the criteria; or two conventional folders lie in it, in one of which a page cites. A folder
 * that was only opened needs a page that could be no other's: one that cites, says so in its front matter, or speaks of people.
 */
export function* areDocumentation(
  paths: readonly string[],
  read: Read,
  asked: Asked,
): Generator<undefined, boolean> {
  if (asked === 'no') return false;
  const pages = yield* lookAt(documentationPaths(paths), read);
  if (!isMost(pages) && !isMapped(pages) && !isConventional(pages)) return false;
  return asked === 'named' || isEvident(pages);
}

/**
 * Whether a folder is surely control documentation, whatever else lies in it: two conventional folders lie in it, in one of
 * which a page cites.
 * @param paths the documents in its conventional folders, relative to it
 */
export function* holdsConventional(paths: readonly string[], read: Read): Generator<undefined, boolean> {
  return isConventional(yield* lookAt(documentationPaths(paths), read));
}

/** Whether a folder of this name holds control documentation and nothing else. */
export function isNamedAsDocumentation(name: string): boolean {
  return usualFolder.test(name);
}

/** How pages outside the conventional folders are known as policies beside a manifest: by their titles only where most are. */
export function* pageReadingIn(paths: readonly string[], read: Read): Generator<undefined, PageReading> {
  const elsewhere = documentationPaths(paths).filter(path => kindOfPath(path) === undefined);
  const pages = yield* lookAt(elsewhere, read);
  const told = pages.filter(isTold).length;
  return told * 2 > pages.length ? 'called' : 'said';
}

/**
 * The folders below one that is no documentation itself whose names say that they hold such, and whose pages do; without
 * those inside another of them. Their paths end in `/`.
 */
export function* documentedFolders(
  paths: readonly string[],
  read: Read,
): Generator<undefined, readonly string[]> {
  const pages = documentationPaths(paths);
  const named = new Set(pages.flatMap(path => conventionalFolder(path) ?? []));
  const documented: string[] = [];
  for (const folder of [...named].sort()) {
    const own = pages.filter(path => path.startsWith(folder));
    const inside = yield* lookAt(own, read);
    if (isMost(inside) && inside.some(isSure)) documented.push(folder);
  }
  return documented;
}

/** The outermost folder of a path that has a name of documentation, with `/` at its end. */
function conventionalFolder(path: string): string | undefined {
  const steps = path.split('/').slice(0, -1);
  const at = steps.findIndex(isConventionalName);
  return at < 0 ? undefined : `${steps.slice(0, at + 1).join('/')}/`;
}

function isConventionalName(name: string): boolean {
  return tellingFolders.includes(name.toLowerCase()) || usualFolder.test(name);
}

/** Reads some of the pages, one in each step. */
function* lookAt(paths: readonly string[], read: Read): Generator<undefined, readonly Looked[]> {
  const step = Math.max(1, paths.length / mostLookedAt);
  const looked: Looked[] = [];
  for (let at = 0; at < paths.length; at += step) {
    const path = paths[Math.floor(at)];
    if (path === undefined) continue;
    looked.push({ path, signs: documentationPage(path, read(path) ?? '') });
    yield;
  }
  return looked;
}

function isMost(pages: readonly Looked[]): boolean {
  const told = pages.filter(isTold).length;
  return told > 1 && told * 2 > pages.length;
}

function isMapped(pages: readonly Looked[]): boolean {
  const isFlat = pages.every(({ path }) => !path.includes('/'));
  return isFlat && pages.some(({ signs }) => signs !== undefined && signs.criteria.length >= mappingSize);
}

function isConventional(pages: readonly Looked[]): boolean {
  const inside = pages.filter(({ path }) => tellingFolders.includes(path.slice(0, path.indexOf('/'))));
  const folders = new Set(inside.map(({ path }) => path.slice(0, path.indexOf('/'))));
  return folders.size > 1 && inside.some(isSure);
}

function isEvident(pages: readonly Looked[]): boolean {
  const likely = pages.filter(page => isTold(page) && (page.signs?.isUsual || page.signs?.isOfPeople));
  return pages.some(isSure) || likely.length > 1;
}

/** Whether a page is a policy or cites criteria. */
function isTold({ signs }: Looked): boolean {
  return signs !== undefined && (signs.isSaid || signs.isCalled || signs.criteria.length > 0);
}

/** Whether nothing but control documentation has such a page. */
function isSure({ signs }: Looked): boolean {
  return signs !== undefined && (signs.isSaid || signs.criteria.length > 0);
}
