// `npm run fuzz`: tries made-up inputs in processes of their own, for as long as it is told to (CONTRIBUTING.md, Test).
import { readFileSync } from 'node:fs';
import { Campaign } from './campaign.ts';
import { type Input, type InputKind, inputKinds, inputOf } from './input.ts';
import { optionsOf } from './options.ts';

const options = optionsOf(process.argv.slice(2));
const campaign = new Campaign(options);
if (options.file !== undefined) await campaign.retry(readInput(options.file));
else if (options.input !== undefined)
  await campaign.retry(inputOf(options.seed, options.input, options.only));
else await campaign.run();
process.exitCode = campaign.report();

/** An input that an earlier run saved. @throws Error where the file holds none */
function readInput(file: string): Input {
  const { kind, layout, path, text } = JSON.parse(readFileSync(file, 'utf8'));
  const known = inputKinds.find((one: InputKind) => one === kind);
  if (!known || typeof path !== 'string' || typeof text !== 'string')
    throw new Error(`${file} holds no input: expected what an earlier run saved.`);
  return { kind: known, layout: layout === 'comply' || layout === 'plain' ? layout : 'native', path, text };
}
