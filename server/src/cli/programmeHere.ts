import { manifestName } from '../core/formats/role.ts';
import type { Programme } from '../core/programme/programme.ts';
import { diskFiles } from '../workspace/disk/diskFiles.ts';
import { realPath, thingAt } from '../workspace/disk/places.ts';
import { below, unreadable } from '../workspace/files.ts';
import { load } from '../workspace/load.ts';
import { CouldNotRun } from './couldNotRun.ts';

/**
 * The programme whose manifest lies in a folder or above it, with nothing read but the manifest and the catalogues that it
 * names; undefined where there is no manifest.
 * @throws CouldNotRun where the folder does not exist
 */
export async function programmeHere(today: string, folder = '.'): Promise<Programme | undefined> {
  if (thingAt(folder) !== 'folder') {
    throw new CouldNotRun(`${folder} is no folder. Name the folder of a programme.`);
  }
  const here = realPath(folder);
  for (const root of await diskFiles.upwards(here)) {
    const manifest = await diskFiles.read(below(root, manifestName));
    if (manifest === undefined) continue;
    if (manifest === unreadable) {
      throw new CouldNotRun(
        `${below(root, manifestName)} cannot be read. Check that it is a regular file and that you may read it.`,
      );
    }
    const programme = { root, layout: 'native', paths: [manifestName], nested: [], unreadable: [] } as const;
    const { host } = await load(diskFiles, programme, { today, report: undefined });
    return host.engine.programme;
  }
  return undefined;
}
