import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { manifestName } from '../core/formats/role.ts';
import type { Programme } from '../core/programme/programme.ts';
import { diskFiles } from '../workspace/diskFiles.ts';
import { below } from '../workspace/files.ts';
import { load } from '../workspace/load.ts';
import { CouldNotRun } from './couldNotRun.ts';

/**
 * The programme whose manifest lies in a folder or above it, with nothing read but the manifest and the catalogues that it
 * names; undefined where there is no manifest.
 * @throws CouldNotRun where the folder does not exist
 */
export async function programmeHere(today: string, folder = '.'): Promise<Programme | undefined> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CouldNotRun(`${folder} is no folder. Name the folder of a programme.`);
  }
  const here = realpathSync(folder).split(sep).join('/');
  for (const root of await diskFiles.upwards(here)) {
    if ((await diskFiles.read(below(root, manifestName))) === undefined) continue;
    const programme = { root, layout: 'native', paths: [manifestName], nested: [] } as const;
    const { host } = await load(diskFiles, programme, { today, report: undefined });
    return host.engine.programme;
  }
  return undefined;
}
