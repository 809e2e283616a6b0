// Measures Tickmark and its peers over generated programmes; started by `npm run bench`, explained in README.md.
import { parseArgs } from 'node:util';
import { dropPageCache } from './harness/disk.ts';
import type { Measure, Settings } from './harness/measure.ts';
import { circumstances, record } from './harness/record.ts';
import { table } from './harness/table.ts';
import { coldCheck } from './measures/coldCheck.ts';
import { editToFindings } from './measures/editToFindings.ts';
import { emptyScript } from './measures/emptyScript.ts';
import { markdownlint } from './measures/markdownlint.ts';

const measures: readonly Measure[] = [emptyScript, coldCheck, editToFindings, markdownlint];

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100,300,1000,10000' },
    large: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    'cold-disk': { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    date: { type: 'string' },
  },
});
if (values['cold-disk'] && !dropPageCache()) {
  console.error('--cold-disk is not available here: only root on Linux can drop the page cache.');
  process.exit(2);
}
const settings: Settings = {
  documents: [...values.documents.split(',').map(Number), ...(values.large ? [100_000] : [])],
  peers: !values['no-peers'],
  coldDisk: values['cold-disk'],
};

const circumstance = circumstances(settings.coldDisk);
const results = measures.flatMap(measure => {
  console.error(`Measuring ${measure.name} ...`);
  return measure(settings);
});
console.log(`${circumstance}\n\n${table(results)}`);
if (values.record) record(table(results), circumstance, values.date);
