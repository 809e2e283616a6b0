// Before a test (`node --import`): has Node keep what it compiles, so the next process that imports the engine need not strip its
// types and compile it again.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../.build/compiled', import.meta.url)));
