// `npm run soak`: has one program change for as long as it is told to, and compares it with one read anew (CONTRIBUTING.md, Test).
import { parseArgs } from 'node:util';
import { freshSeed, whole } from '../fuzz/options.ts';
import { soakOnDisk } from './diskSoak.ts';
import { soakEngine } from './engineSoak.ts';
import { type Mismatch, soakInMemory } from './memorySoak.ts';

const lanes = { memory: soakInMemory, engine: soakEngine, disk: soakOnDisk };

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    steps: { type: 'string' },
    minutes: { type: 'string' },
    documents: { type: 'string' },
    lane: { type: 'string', default: 'memory' },
  },
});
const seed = whole('seed', values.seed) ?? freshSeed();
const minutes = whole('minutes', values.minutes);
const steps = whole('steps', values.steps) ?? (minutes === undefined ? 20_000 : Number.MAX_SAFE_INTEGER);
const documents = whole('documents', values.documents) ?? 40;
const [lane, soak] = Object.entries(lanes).find(([name]) => name === values.lane) ?? [];
if (!soak)
  throw new Error(
    `--lane is ${JSON.stringify(values.lane)}; expected one of ${Object.keys(lanes).join(', ')}.`,
  );

console.log(`soak: lane ${lane}, seed ${seed}, ${documents} documents`);
const begin = performance.now();
const end = begin + (minutes ?? Number.POSITIVE_INFINITY) * 60_000;
let [reached, compared, lastTold] = [0, 0, begin];
const told = () => {
  const seconds = (performance.now() - begin) / 1000;
  return `soak: ${reached} steps in ${Math.round(seconds)} s, ${Math.round(reached / seconds)} a second, ${compared} comparisons`;
};
const mismatch = await soak({
  seed,
  steps,
  documents,
  mayGoOn: () => performance.now() < end,
  progress(done, comparisons) {
    [reached, compared] = [done, comparisons];
    if (performance.now() - lastTold < 30_000) return;
    lastTold = performance.now();
    console.log(told());
  },
});
console.log(`${told()}, ${mismatch ? 1 : 0} mismatches`);
if (mismatch) tell(mismatch);
process.exitCode = mismatch ? 1 : 0;

function tell({ step, batch, message }: Mismatch): void {
  console.log(
    `\nsoak: mismatch after step ${step}\n  npm run soak -- --lane ${lane} --seed ${seed} --documents ${documents} --steps ${step}`,
  );
  if (batch) {
    console.log(
      `\nIt begins with ${JSON.stringify({ ...batch.begins, ...asPlain(batch.begins), seed: batch.seed })}\nand these steps:`,
    );
    for (const one of batch.steps) console.log(`  ${JSON.stringify(one)}`);
  } else console.log('It does not come about again from what went before: run the whole again.');
  console.log(`\n${message}`);
}

/** Maps as plain objects. */
function asPlain(maps: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(maps).map(([name, value]) => [
      name,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}
