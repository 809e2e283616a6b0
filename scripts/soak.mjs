// `npm run soak`: installs what is missing, builds, and has a program change. CONTRIBUTING.md names the options.
import { install, modernNode, run } from './toolchain.mjs';

install();
const built = run(modernNode(), ['scripts/build.mjs']);
process.exit(built === 0 ? run(modernNode(), ['test/soak/main.ts', ...process.argv.slice(2)]) : built);
