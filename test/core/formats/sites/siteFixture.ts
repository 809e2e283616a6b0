import { findingsOf } from '../../../fixture.ts';

/** What a rule finds in a program of these files, without its name. */
export function foundBy(rule: string, ...files: readonly string[]): readonly string[] {
  const manifest = '=== tickmark.yaml\ntickmark: 1\nrules: {preset: strict}';
  return findingsOf([manifest, ...files].join('\n'))
    .filter(line => line.endsWith(` ${rule}`))
    .map(line => line.slice(0, -rule.length - 1));
}

/** A file of a fixture. */
export const page = (path: string, ...lines: readonly string[]) => `=== ${path}\n${lines.join('\n')}`;
