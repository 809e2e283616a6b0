// `npm run fuzz`: installs what is missing, builds, and tries made-up inputs. CONTRIBUTING.md names the options.
import { install, modernNode, run } from './toolchain.mjs';

install();
const built = run(modernNode(), ['scripts/build.mjs']);
process.exit(built === 0 ? run(modernNode(), ['test/fuzz/main.ts', ...process.argv.slice(2)]) : built);
