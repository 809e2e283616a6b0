import { fillPageCache } from '../harness/disk.ts';
import type { Measure } from '../harness/measure.ts';
import { markdownlint as command, markdownlintConfig } from '../harness/peers.ts';
import { programFolder } from '../harness/program.ts';
import { runNode } from '../harness/runNode.ts';

/** markdownlint-cli2 over the Markdown of the same programs, with its own rules. */
export const markdownlint: Measure = ({ many }) =>
  [300, many].map(documents => {
    const folder = programFolder(documents);
    fillPageCache(folder);
    const { run, stdout } = runNode([command, '--config', markdownlintConfig, '**/*.md'], folder);
    const findings = Number(/^Summary: (\d+) /m.exec(stdout)?.[1]);
    return { measure: 'cold check', subject: 'markdownlint-cli2', documents, runs: [run], findings };
  });
