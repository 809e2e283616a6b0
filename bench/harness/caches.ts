// What Tickmark and Node keep of earlier runs, in a folder of the benchmark's own: not this user's, and gone afterward.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = mkdtempSync(join(tmpdir(), 'tickmark-bench-cache-'));
process.env['XDG_CACHE_HOME'] = home;
// The programs that are measured lie beside it: there a cache is believed only in the user's own home.
for (const name of ['HOME', 'USERPROFILE']) process.env[name] = tmpdir();
process.on('exit', () => rmSync(home, { recursive: true }));

/** Forgets what documents said and what was answered. What Node has compiled stays. */
export function forgetFacts(): void {
  forget(name => name.endsWith('.facts') || name.endsWith('.answer'));
}

/** Forgets everything, as on a machine that Tickmark has just come to. */
export function forgetAll(): void {
  forget(() => true);
}

function forget(isMeant: (name: string) => boolean): void {
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(isMeant)) {
    rmSync(join(home, name), { recursive: true, force: true });
  }
}
