// What starts the command and the language server where they are installed: it has Node keep what it has compiled, which
// halves what a start costs beyond Node's own. The programs run without it as well.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { version } from './version.ts';
import { cacheFolder } from './workspace/cache/cacheFolder.ts';

// Put in by the bundler (scripts/bundle.mjs).
declare const PROGRAM: string;

// Node 20 has no such cache.
enableCompileCache?.(join(cacheFolder(), `code-${version}`));
require(PROGRAM);
