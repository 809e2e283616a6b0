// `npm run lint`: format, lint, types, borders, the list of rules, leftovers of merges, and prose in one command. With --write, what can
// be corrected safely is.
import { install, modernNode, start } from './toolchain.mjs';

install();
const write = process.argv.includes('--write');
const format = ['check', '--error-on-warnings', ...(write ? ['--write'] : [])];

/** Those that take long run beside each other, once nothing is written any more. */
const steps = [
  [['format and lint', 'biome', format]],
  [
    ['types', 'tsc', ['--build']],
    ['borders', modernNode(), ['scripts/borders.ts']],
    ['conflicts', modernNode(), ['scripts/conflicts.ts']],
    ['named rules', modernNode(), ['scripts/namedRules.ts']],
    ['prose', modernNode(), ['--disable-warning=ExperimentalWarning', 'scripts/prose/check.ts']],
  ],
];
let failed = false;
for (const checks of steps) {
  await Promise.all(
    checks.map(async ([name, command, args]) => {
      const { status, output } = await start(command, args);
      process.stderr.write(`${output}${name}: ${status === 0 ? 'clean' : 'failed'}\n`);
      failed ||= status !== 0;
    }),
  );
}
process.exitCode = failed ? 1 : 0;
