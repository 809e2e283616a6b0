// Which sites there are, and what they are to a page.

import { pathInside } from '../../catalog/pathInside.ts';
import { commonMark } from '../../markdown/commonMark.ts';
import type { Dialect } from '../../markdown/dialect.ts';
import type { LinkRoots, SiteName } from '../../model/shape.ts';
import { docusaurus } from './docusaurus.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { mkdocs } from './mkdocs.ts';
import type { Site, SiteGenerator, SiteRole } from './site.ts';
import { vitepress } from './vitepress.ts';

const byName: Readonly<Record<SiteName, SiteGenerator>> = { docusaurus, hugo, jekyll, mkdocs, vitepress };
const generators: readonly SiteGenerator[] = Object.values(byName);

/** The generator of that name. */
export function generatorNamed(name: SiteName): SiteGenerator {
  return byName[name];
}

/**
 * The dialect in which a page is read: that of a generator to whose content it belongs, else that of its layout, and where
 * this is CommonMark, that of a generator whose settings lie above it.
 */
export function dialectOf(site: SiteRole | undefined, ofLayout: Dialect): Dialect {
  if (!site) return ofLayout;
  const firstDialect = (names: readonly SiteName[]) =>
    names.map(name => generatorNamed(name).dialect).find(dialect => dialect !== undefined);
  return firstDialect(ofLayout === commonMark ? site.generators : site.reading) ?? ofLayout;
}

/** Files and folders (they end in `/`) that tell a site, relative to its folder. */
export const siteMarkers: readonly string[] = generators.flatMap(({ markers }) => markers);

/** Files that are to be read of a folder that is not listed, to find the sites that they tell. */
export const probedForSites: readonly string[] = generators.flatMap(({ markers, settings }) => [
  ...markers.filter(marker => !marker.endsWith('/')),
  ...settings,
]);

/** Where something mostly lies that makes links or anchors of a site. */
const hookPaths = generators.flatMap(({ hooks }) => hooks.flatMap(({ usual }) => usual));

const setting = new RegExp(
  `(?:^|/)(?:${[...probedForSites, ...hookPaths.map(path => path.replace(/\/$/, ''))].map(path => path.replaceAll('.', '\\.')).join('|')})$`,
);

/** Where the hooks of some sites mostly lie, relative to the folder of the site (see `Hook`). */
export function hooksOf(sites: readonly Site[]): readonly string[] {
  return sites.flatMap(({ generator }) => generatorNamed(generator).hooks.flatMap(({ usual }) => usual));
}

/** Whether a path is of a file that may have the settings of a site, or that makes its links or anchors. */
export function isSiteSetting(path: string): boolean {
  return setting.test(path);
}

const names = new Set([...siteMarkers, ...hookPaths].map(nameOf));

/** The names of files and folders (they end in `/`) that may tell a site, or what makes its links or anchors. */
export const tellingNames: readonly string[] = [
  ...new Set([...siteMarkers, ...hookPaths].map(path => nameOf(path) + (path.endsWith('/') ? '/' : ''))),
];

/** Whether a file or folder (its path or name may end in `/`) may tell a site, by its name. */
export function mayTellSite(path: string): boolean {
  return names.has(nameOf(path));
}

function nameOf(path: string): string {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

/**
 * The sites that some files tell.
 * @param paths of files and folders (they end in `/`), relative to the outer one of the program's root and the folder of a site
 * @param frame the program's root, relative to the same; '' where that is the same
 * @param read gives a file's text; undefined where it cannot be read
 */
export function sitesIn(
  paths: readonly string[],
  frame: string,
  read: (path: string) => string | undefined,
): readonly Site[] {
  return paths.flatMap(path => {
    const told = toldBy(path);
    if (!told) return [];
    const { generator, root } = told;
    const base = root === '' ? '' : `${root}/`;
    const places = generator.settings.length > 0 ? generator.settings.map(one => base + one) : [path];
    const settings = places.map(read).find(text => text) ?? '';
    if (!generator.isOwn(settings)) return [];
    const content = generator.content(settings).flatMap(folder => folderIn(folder, root));
    const inside = paths.filter(one => one.startsWith(base)).map(one => one.slice(base.length));
    const changed = generator.hooks.filter(({ pattern }) => inside.some(one => pattern.test(one)));
    return [
      {
        generator: generator.name,
        frame,
        root,
        content: [...new Set(content)],
        hasUsualAnchors:
          !generator.otherAnchors.test(settings) && changed.every(({ changes }) => changes === 'links'),
        hasUsualLinks:
          !generator.hasOtherLinks(settings) && changed.every(({ changes }) => changes === 'anchors'),
      },
    ];
  });
}

function toldBy(path: string): { readonly generator: SiteGenerator; readonly root: string } | undefined {
  if (!mayTellSite(path)) return undefined;
  for (const generator of generators) {
    // The longest is meant: `config/_default/config.toml` tells nothing of `config/_default`.
    const told = generator.markers.filter(marker => path === marker || path.endsWith(`/${marker}`));
    const marker = told.sort((one, other) => other.length - one.length)[0];
    if (marker !== undefined) return { generator, root: path.slice(0, -marker.length).replace(/\/$/, '') };
  }
  return undefined;
}

/** A folder that settings name, from the folder of the site: none where it leads out of all that is known. */
function folderIn(name: string, root: string): readonly string[] {
  if (/^[./]*$/.test(name) && !name.includes('..')) return [root];
  const folder = pathInside(name, root);
  return folder === undefined ? [] : [folder];
}

/** What the sites are to a page at a path, relative to the program's root; undefined where it belongs to none. */
export function siteRole(path: string, sites: readonly Site[]): SiteRole | undefined {
  const around = sites.filter(site => belongs(inFrame(path, site), site));
  if (around.length === 0) return undefined;
  // Of a site in a site the inner one counts.
  const depth = around.map(depthOf).reduce((one, other) => Math.max(one, other));
  const nearest = around.filter(site => depthOf(site) === depth);
  const [site] = nearest;
  const isSure = nearest.length === 1 && site?.hasUsualAnchors && isContent(inFrame(path, site), site);
  const reading = nearest.filter(one => isContent(inFrame(path, one), one));
  const roots = nearest.map(one => linkRoots(inFrame(path, one), one)).find(one => one !== undefined);
  const links = reading.every(({ hasUsualLinks }) => hasUsualLinks)
    ? roots
    : { ...(roots ?? noRoots), mayBeAnywhere: true as const };
  return {
    generators: namesOf(nearest),
    reading: namesOf(reading),
    ...(isSure ? { anchors: site.generator } : {}),
    ...(links ? { links } : {}),
  };
}

const noRoots: LinkRoots = { frame: '', bases: [], rooted: [], site: '' };

function namesOf(sites: readonly Site[]): readonly SiteName[] {
  return [...new Set(sites.map(({ generator }) => generator))].sort();
}

function inFrame(path: string, { frame }: Site): string {
  return frame === '' ? path : `${frame}/${path}`;
}

/** How near a site's folder is to the pages of the program. */
function depthOf({ frame, root }: Site): number {
  return frame === '' ? 1000 + root.length : -frame.length;
}

function belongs(page: string, site: Site): boolean {
  return isBelow(page, site.root) || isContent(page, site);
}

function isContent(page: string, { content }: Site): boolean {
  return content.some(folder => isBelow(page, folder));
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function linkRoots(page: string, { generator, frame, root, content }: Site): LinkRoots | undefined {
  const { looksFurther, hasRootedLinks, otherContent } = generatorNamed(generator);
  if (!looksFurther && !hasRootedLinks) return undefined;
  const below = root === '' ? page : page.slice(root.length + 1);
  const other = otherContent?.exec(below)?.[0];
  const own = other === undefined ? [] : [root === '' ? other : `${root}/${other}`];
  const folders = [...own, ...content, ...(looksFurther ? [root] : [])];
  return {
    frame,
    bases: looksFurther ? folders : [],
    rooted: hasRootedLinks ? folders : [],
    site: root,
  };
}
