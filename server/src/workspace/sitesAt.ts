import type { Site } from '../core/formats/sites/site.ts';
import { hooksOf, probedForSites, siteMarkers, sitesIn } from '../core/formats/sites/sites.ts';
import { append } from '../core/text/lists.ts';
import { below, contentOf, type Files, pathBelow } from './files.ts';
import { withTexts } from './withTexts.ts';

/**
 * The sites in a program and around it, as far up as the repository reaches.
 * @param paths of files and folders (they end in `/`) in the program that may tell a site, relative to its root
 * @param isListed whether all that lies in the root is among them; else it is looked at as what is around it
 */
export async function sitesAt(
  files: Files,
  root: string,
  paths: readonly string[],
  isListed = true,
): Promise<readonly Site[]> {
  const sites = [...(await withTexts(files, root, read => sitesIn(paths, '', read)))];
  const upwards = await files.upwards(root);
  for (const folder of isListed ? upwards.slice(1) : upwards) {
    const texts = new Map<string, string>();
    for (const path of probedForSites) {
      const text = contentOf(await files.read(below(folder, path)));
      if (text !== undefined) texts.set(path, text);
    }
    const told = siteMarkers.filter(marker =>
      [...texts.keys()].some(path => path === marker || path.startsWith(marker)),
    );
    const sitesWith = (paths: readonly string[]) =>
      sitesIn(paths, pathBelow(root, folder), path => texts.get(path));
    const hooks: string[] = [];
    for (const path of hooksOf(sitesWith(told)))
      if ((await files.look(below(folder, path.replace(/\/$/, '')), folder, undefined)) === 'there')
        hooks.push(path);
    append(sites, sitesWith([...told, ...hooks]));
  }
  return sites;
}
