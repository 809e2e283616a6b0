// `npm run lint`: format, lint, types, borders and the list of rules in one command. With --write, what can be mended is.
import { install, modernNode, run } from './toolchain.mjs';

install();
const write = process.argv.includes('--write');
const checks = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', ...(write ? ['--write'] : [])]],
  ['types', 'tsc', ['--build']],
  ['borders', modernNode(), ['scripts/borders.ts']],
  ['named rules', modernNode(), ['scripts/namedRules.ts']],
];
let failed = false;
for (const [name, command, args] of checks) {
  const status = run(command, args);
  console.error(`${name}: ${status === 0 ? 'clean' : 'failed'}`);
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
