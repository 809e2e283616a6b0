import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../../server/src/core/engine.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { load } from '../../server/src/workspace/load.ts';

/**
 * The one program in a folder of examples/, as it stands on a day.
 * @param today a calendar date
 */
export async function loadedExample(name: string, today: string): Promise<Engine> {
  const folder = realpathSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));
  const { programs } = await discover(diskFiles, folder, 'named');
  const [program] = programs;
  assert.ok(program && programs.length === 1);
  const { host } = await load(diskFiles, program, { today, report: undefined });
  return host.engine;
}
