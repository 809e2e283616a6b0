// Compares this build with one of another revision; started by `npm run bench -- --against REV`, explained in README.md.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { thisTree, treeVariable } from './harness/built.ts';
import { comparisonTable, type Round } from './harness/comparison.ts';
import type { Result } from './harness/measure.ts';
import { circumstances } from './harness/record.ts';
import { chosenOf, ofBuild } from './measures.ts';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string', default: 'coldCheck,editing' },
    documents: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
const [revision = '', tree = ''] = positionals;

console.log(`${circumstances()}\n`);
for (const [name] of chosenOf(ofBuild, values.only)) {
  const rounds: Round[] = [];
  while (rounds.length < Number(values.runs)) {
    // Who comes first gains from what the machine does meanwhile, or loses: they take turns in that too.
    const isFirst = rounds.length % 2 === 0;
    const before = isFirst ? taken(name, thisTree) : undefined;
    const theirs = taken(name, tree);
    rounds.push({ theirs, ours: before ?? taken(name, thisTree) });
    console.error(`${name}: ${rounds.length} of ${values.runs}`);
  }
  console.log(`${comparisonTable(revision, rounds)}\n`);
}

/** Takes a measure once, of the build in a tree. */
function taken(name: string, of: string): Result[] {
  const round = fileURLToPath(new URL('round.ts', import.meta.url));
  const json = execFileSync(process.execPath, [round, name, values.documents], {
    env: { ...process.env, [treeVariable]: of },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(json);
}
