import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProgram } from '../generate.ts';

export const seed = 1;

/** The folder of a generated program below the system's temporary folder; reused when complete and still up to date. */
export function programFolder(documents: number): string {
  const folder = join(tmpdir(), `tickmark-bench-${seed}-${documents}`);
  const stamp = `${folder}.complete`;
  const version = generatorVersion();
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return folder;
  rmSync(folder, { recursive: true, force: true });
  rmSync(stamp, { force: true });
  writeProgram(folder, { documents, seed });
  writeFileSync(stamp, version);
  return folder;
}

/** Changes whenever the generator's source does. */
function generatorVersion(): string {
  const sources = fileURLToPath(new URL('../generator/', import.meta.url));
  const hash = createHash('sha256').update(readFileSync(new URL('../generate.ts', import.meta.url)));
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, name)));
  return hash.digest('hex');
}
