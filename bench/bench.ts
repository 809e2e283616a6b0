// Measures Tickmark and its peers over generated programs; started by `npm run bench`, explained in README.md.
import { parseArgs } from 'node:util';
import { goalsTable } from './goals.ts';
import type { Measure, Result } from './harness/measure.ts';
import { circumstances, record } from './harness/record.ts';
import { resultsTable } from './harness/resultsTable.ts';
import { coldCheck } from './measures/coldCheck.ts';
import { editing } from './measures/editing.ts';
import { editToFindings } from './measures/editToFindings.ts';
import { extension } from './measures/extension.ts';
import { filesChanged } from './measures/filesChanged.ts';
import { indexing } from './measures/indexing.ts';
import { keyTexts } from './measures/keyTexts.ts';
import { markdownlint } from './measures/markdownlint.ts';
import { markdownServer } from './measures/markdownServer.ts';
import { navigation } from './measures/navigation.ts';
import { pathologicalInputs } from './measures/pathologicalInputs.ts';
import { remark } from './measures/remark.ts';
import { scopeEdit } from './measures/scopeEdit.ts';
import { serverStart } from './measures/serverStart.ts';
import { warmCheck } from './measures/warmCheck.ts';
import { yamlServer } from './measures/yamlServer.ts';

const ours: Readonly<Record<string, Measure>> = {
  coldCheck,
  warmCheck,
  serverStart,
  indexing,
  editing,
  editToFindings,
  navigation,
  scopeEdit,
  filesChanged,
  extension,
  pathologicalInputs,
  keyTexts,
};
const peers: Readonly<Record<string, Measure>> = { markdownlint, remark, markdownServer, yamlServer };
const names = [...Object.keys(ours), ...Object.keys(peers)];

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
const chosen = values.only?.split(',') ?? names;
const unknown = chosen.find(name => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no measure \`${unknown}\`. There are ${names.join(', ')}.`);
  process.exit(2);
}
const many = Number(values.documents);
const settings = {
  many,
  most: many === 10_000 ? 100_000 : undefined,
  runs: Number(values.runs),
  peers: !values['no-peers'],
};

const circumstance = circumstances();
const results: Result[] = [];
for (const [name, measure] of Object.entries({ ...ours, ...(settings.peers ? peers : {}) })) {
  if (!chosen.includes(name)) continue;
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
