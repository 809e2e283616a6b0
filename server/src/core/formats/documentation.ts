import { endingOf } from './layouts/endings.ts';
import { plain } from './layouts/plain.ts';
import { type PageSigns, pageSigns } from './pageSigns.ts';
import { roleOf } from './role.ts';

/** A Markdown page that looks like control documentation. */
export interface DocumentationPage extends PageSigns {
  /** Relative to the folder that was looked at, with `/`. */
  readonly path: string;
}

/** What of a folder looks like control documentation. */
export interface Documentation {
  /** The pages, sorted by path. */
  readonly pages: readonly DocumentationPage[];
  /** How many of them cite criteria. */
  readonly citing: number;
  /** The ids of all criteria that they cite, each once. */
  readonly criteria: readonly string[];
  /** The globs for the manifest's `include` that have these pages read: few and short, such as `policies/**` or `*.md`. */
  readonly include: readonly string[];
}

/**
 * What of a folder looks like control documentation, and the globs that have it read.
 * @param pages those of its pages that look so
 * @param paths the files below the folder, relative to it, with `/`
 */
export function documentationOf(
  pages: readonly DocumentationPage[],
  paths: readonly string[],
): Documentation {
  const criteria = [...new Set(pages.flatMap(page => page.criteria))];
  const citing = pages.filter(page => page.criteria.length > 0).length;
  const found = pages.map(({ path }) => path);
  return { pages, citing, criteria, include: includeGlobs(found, paths) };
}

/** The paths of all pages that can be control documentation, sorted: only these need be read. */
export function documentationPaths(paths: readonly string[]): readonly string[] {
  return paths.filter(isPage).sort();
}

/**
 * A page, where it looks like control documentation, whatever the layout; undefined where it does not. Pages look so that say so
 * in their front matter, are called a policy or procedure, have a title that such documents usually have, or cite criteria.
 */
export function documentationPage(path: string, text: string): DocumentationPage | undefined {
  const signs = pageSigns(text, path);
  return looksLikeDocumentation(signs) ? { path, ...signs } : undefined;
}

/** Whether any of its signs makes a page look like control documentation. */
export function looksLikeDocumentation({ isSaid, isCalled, isUsual, criteria }: PageSigns): boolean {
  return isSaid || isCalled || isUsual || criteria.length > 0;
}

/** Whether a path is that of a Markdown page that is about more than its repository or folder. */
export function isPage(path: string): boolean {
  const role = roleOf(path, plain.name, false);
  return role !== undefined && !role.template;
}

/** More pages than these are not listed one by one. */
const mostListed = 8;
/** In a folder of which so many pages in three are meant, all are. */
const dense = 2;

/**
 * Globs for the manifest's `include` that fit these pages, and as few other documents as a short list can: a whole folder
 * where most of its pages are meant, else a pattern of names, else the pages themselves.
 * @param pages paths relative to the manifest's folder, with `/`
 * @param paths all documents below that folder
 */
export function includeGlobs(pages: readonly string[], paths: readonly string[]): readonly string[] {
  return pages.length === 0 ? [] : globsIn(commonFolder(pages), pages, paths);
}

/** The deepest folder in which all files lie, with `/` at its end; '' for the root. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let common = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every(path => path.startsWith(common)))
    common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return common;
}

/** @param base the folder, with `/` at its end; '' for the root */
function globsIn(base: string, pages: readonly string[], paths: readonly string[]): readonly string[] {
  const inside = paths.filter(path => path.startsWith(base));
  const all = inside.filter(isPage);
  // The root itself holds what is about the repository.
  if (base !== '' && pages.length * 3 >= all.length * dense)
    return inside.every(isMarkdown)
      ? [`${literal(base)}**`]
      : endingsOf(pages).map(end => `${literal(base)}**/*${end}`);
  const isDirect = (path: string) => !path.slice(base.length).includes('/');
  const folders = new Set(pages.filter(path => !isDirect(path)).map(path => folderBelow(base, path)));
  return [
    ...globsOfFiles(base, pages.filter(isDirect), inside.filter(isDirect)),
    ...[...folders].flatMap(folder => {
      const own = pages.filter(path => path.startsWith(folder));
      return globsIn(commonFolder(own), own, inside);
    }),
  ];
}

/** Globs for files that lie directly in a folder. */
function globsOfFiles(base: string, pages: readonly string[], paths: readonly string[]): readonly string[] {
  if (pages.length < 2) return pages.map(literal);
  const wanted = new Set(pages);
  const name = literal(base);
  const onlyWanted = (start: string, end: string) => {
    const fitting = paths.filter(path => path.startsWith(base + start) && path.endsWith(end));
    return fitting.length === pages.length && fitting.every(path => wanted.has(path));
  };
  const endings = endingsOf(pages);
  const [ending = '.md'] = endings;
  const names = pages.map(path => path.slice(base.length));
  const end = wordAtEnd(names);
  const start = wordAtStart(names);
  if (endings.length === 1 && onlyWanted('', ending)) return [`${name}*${ending}`];
  if (end !== '' && onlyWanted('', end)) return [`${name}*${literal(end)}`];
  if (start !== '' && endings.length === 1 && onlyWanted(start, ending))
    return [`${name}${literal(start)}*${ending}`];
  return pages.length <= mostListed ? pages.map(literal) : endings.map(one => `${name}*${one}`);
}

/** The folder directly below another in which a path lies, with `/` at its end. */
function folderBelow(base: string, path: string): string {
  return path.slice(0, path.indexOf('/', base.length) + 1);
}

function isMarkdown(path: string): boolean {
  return endingOf(path)?.language === 'markdown';
}

/** The endings of files, with the dot, as they are written. */
function endingsOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map(path => path.slice(endingOf(path)?.stem.length ?? 0)))].sort();
}

/** What all names end in, from the beginning of a word: `-policy.md`. */
function wordAtEnd(names: readonly string[]): string {
  const [first = ''] = names;
  for (let at = 1; at < first.length; at++) {
    const end = first.slice(at);
    if (/^[-_. ]\w/.test(end) && names.every(name => name.endsWith(end))) return end;
  }
  return '';
}

/** What all names begin with, to the end of a word: `policy-`. */
function wordAtStart(names: readonly string[]): string {
  const [first = ''] = names;
  for (let at = first.length; at > 0; at--) {
    const start = first.slice(0, at);
    if (/\w[-_ ]$/.test(start) && names.every(name => name.startsWith(start))) return start;
  }
  return '';
}

/** A path as a glob that fits it alone. */
function literal(path: string): string {
  return path.replace(/[*?[\]{}()!|\\]/g, '\\$&');
}

/** The line of a manifest that has files read, such as `include: [policies/**, "*.md"]`. */
export function includeLine(globs: readonly string[]): string {
  return `include: [${globs.map(globInYaml).join(', ')}]`;
}

/** A glob as it is written in a list of a manifest, in quotes where YAML needs them. */
export function globInYaml(glob: string): string {
  return /^[A-Za-z0-9_.][\w./*-]*$/.test(glob) ? glob : JSON.stringify(glob);
}
