// `npm test`: installs what is missing, lints, builds, and runs every test. With arguments, runs just those test files.
import { install, modernNode, run } from './toolchain.mjs';

install();
const chosen = process.argv.slice(2);
if (chosen.length > 0) {
  process.exit(run(modernNode(), ['--test', ...chosen]));
}
const steps = [
  ['build', () => run(modernNode(), ['scripts/build.mjs'])],
  ['lint', () => run(modernNode(), ['scripts/lint.mjs'])],
  ['tests', () => run(modernNode(), ['--test', 'test/**/*.test.ts'])],
];
for (const [name, step] of steps) {
  const status = step();
  if (status !== 0) {
    console.error(`npm test: ${name} failed`);
    process.exit(status);
  }
}
