import { fileURLToPath } from 'node:url';
import { prepareDisk } from '../harness/disk.ts';
import type { Measure, Result } from '../harness/measure.ts';
import { programmeFolder } from '../harness/programme.ts';
import { runNode } from '../harness/runNode.ts';

const command = fileURLToPath(
  new URL('../node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs', import.meta.url),
);
const config = fileURLToPath(new URL('peer.markdownlint-cli2.jsonc', import.meta.url));

/** It takes a minute and a half for 10,000 documents, so only these sizes, once each. */
const sizes = [1_000, 10_000];

/** markdownlint-cli2 over the Markdown of the same programmes, with its own rules. */
export const markdownlint: Measure = ({ documents, peers, coldDisk }) =>
  documents
    .filter(count => peers && sizes.includes(count))
    .map((count): Result => {
      const folder = programmeFolder(count);
      prepareDisk(folder, coldDisk);
      const { run, stdout } = runNode([command, '--config', config, '**/*.md'], folder);
      const findings = Number(/^Summary: (\d+) /m.exec(stdout)?.[1]);
      return { measure: 'cold check', subject: 'markdownlint-cli2', documents: count, runs: [run], findings };
    });
