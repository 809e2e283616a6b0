// What starts the command and the language server where they are installed: it has Node keep what it has compiled, which
// halves what a start costs beyond Node's own. The programs run without it as well.
import { enableCompileCache } from 'node:module';
import { comesWith } from './workspace/cache/cacheKey.ts';
import { compiledIn, ownFolderIn, userCaches } from './workspace/disk/ownFolder.ts';

// Put in by the bundler (scripts/bundle.mjs).
declare const PROGRAM: string;

// Node 20 has no such cache.
if (enableCompileCache) {
  const folder = userCaches();
  // Compiled code is run: what a checkout may have brought along is none of ours.
  const own = comesWith(folder, [process.cwd()]) ? undefined : ownFolderIn(folder);
  if (own?.is === 'ours') enableCompileCache(compiledIn(own.path));
}
require(PROGRAM);
