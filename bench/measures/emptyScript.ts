import { tmpdir } from 'node:os';
import { type Measure, repetitions } from '../harness/measure.ts';
import { runNode } from '../harness/runNode.ts';

/** What Node itself costs: a process that does nothing. */
export const emptyScript: Measure = () => [
  {
    measure: 'empty script',
    subject: 'node',
    runs: Array.from({ length: repetitions }, () => runNode(['--eval', ''], tmpdir()).run),
  },
];
