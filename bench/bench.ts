// Measures Tickmark and its peers over generated programs; started by `npm run bench`, explained in README.md.
import { parseArgs } from 'node:util';
import { goalsTable } from './goals.ts';
import type { Result } from './harness/measure.ts';
import { circumstances, record } from './harness/record.ts';
import { resultsTable } from './harness/resultsTable.ts';
import { chosenOf, ofBuild, ofPeers, ofTree } from './measures.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    documents: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    date: { type: 'string' },
  },
});
const chosen = chosenOf({ ...ofBuild, ...ofTree, ...ofPeers }, values.only);
const many = Number(values.documents);
const settings = {
  many,
  most: many === 10_000 ? 100_000 : undefined,
  runs: Number(values.runs),
  peers: !values['no-peers'],
};

const circumstance = circumstances();
const results: Result[] = [];
for (const [name, measure] of chosen) {
  if (name in ofPeers && !settings.peers) continue;
  const start = performance.now();
  try {
    results.push(...(await measure(settings)));
    console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  } catch (error) {
    // The others are worth having.
    console.error(`${name} failed: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
const tables = `${goalsTable(results)}\n\n${resultsTable(results)}`;
console.log(`${circumstance}\n\n${tables}`);
if (values.record) record(tables, circumstance, values.date);
