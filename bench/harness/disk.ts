import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Brings the page cache to a known state before a run: all files of a folder in it, or nothing at all. */
export function prepareDisk(folder: string, cold: boolean): void {
  if (cold) {
    if (!dropPageCache()) throw new Error('The page cache could not be dropped.');
    return;
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
  }
}

/** Empties the page cache, which only root on Linux can. Gives whether it could. */
export function dropPageCache(): boolean {
  try {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
