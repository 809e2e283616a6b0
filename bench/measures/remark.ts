import { fillPageCache } from '../harness/disk.ts';
import type { Measure } from '../harness/measure.ts';
import { remark as command, remarkConfig } from '../harness/peers.ts';
import { programFolder } from '../harness/program.ts';
import { runNode } from '../harness/runNode.ts';

/** It takes about as long as markdownlint-cli2, so only this many, once. */
const documents = 1_000;

/** remark-cli with its recommended lint preset over the Markdown of the same program. */
export const remark: Measure = () => {
  const folder = programFolder(documents);
  fillPageCache(folder);
  const args = ['--rc-path', remarkConfig, '--no-stdout', '--no-color', '--ext', 'md', '.'];
  const { run, stderr } = runNode([command, ...args], folder);
  const findings = [...stderr.matchAll(/\bwarning\b/g)].length;
  return [{ measure: 'cold check', subject: 'remark-cli', documents, runs: [run], findings }];
};
