import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { type Catalogues, onlyTsc } from '../core/catalogue/catalogues.ts';
import { manifestName } from '../core/formats/role.ts';
import { diskFiles } from '../workspace/diskFiles.ts';
import { below } from '../workspace/files.ts';
import { load } from '../workspace/load.ts';

/**
 * The catalogues of the programme that the current folder belongs to, whose documents are not read for that; the TSC alone
 * where there is no manifest.
 */
export async function cataloguesHere(today: string): Promise<Catalogues> {
  const here = realpathSync('.').split(sep).join('/');
  for (const root of await diskFiles.upwards(here)) {
    if ((await diskFiles.read(below(root, manifestName))) === undefined) continue;
    const folder = { root, layout: 'native', paths: [manifestName], nested: [] } as const;
    const { host } = await load(diskFiles, folder, { today, report: undefined });
    return host.engine.programme.catalogues;
  }
  return onlyTsc;
}
