import { today } from '../generator/organization.ts';
import { built, dayOption } from './built.ts';
import type { Run } from './measure.ts';
import { programFolder } from './program.ts';
import { runNode } from './runNode.ts';

export const command = built('launch.tickmark.cjs');

/** What a check has cost, and how much it found. */
export interface Checked {
  readonly run: Run;
  readonly findings: number;
}

/**
 * Runs `tickmark check` over a generated program, in a new process, as it is installed.
 * @param options how it is to deal with its cache
 * @throws Error when it did not read every document
 */
export function check(documents: number, ...options: readonly string[]): Checked {
  const folder = programFolder(documents);
  const args = ['check', folder, '--format', 'json', dayOption(), today, ...options];
  const { run, stdout } = runNode([command, ...args], folder);
  const output: unknown = JSON.parse(stdout);
  const findings = property(output, 'findings');
  // Its first list is that of the programs, whose name earlier revisions spelled otherwise.
  const summary = Object.values(property(output, 'summary') ?? {});
  const [programs] = summary.filter(value => Array.isArray(value));
  const read = programs && property(programs[0], 'documents');
  // The manifest is a document too.
  if (!Array.isArray(findings) || read !== documents + 1) {
    throw new Error(`tickmark check read ${read} of ${documents + 1} documents.`);
  }
  return { run, findings: findings.length };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
