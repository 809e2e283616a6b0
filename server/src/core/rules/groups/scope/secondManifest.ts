import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/second-manifest',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A `tickmark.yml` beside a `tickmark.yaml`.',
  why: 'Only one manifest is read. What the other one says about the report and its scope has no effect.',
  fix: 'Move what is missing into `tickmark.yaml`, and delete the other file.',
  messages: {
    default:
      'Tickmark does not read this manifest, because `{manifest}` is beside it. Keep one of the two files.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === tickmark.yml
      organization: Brightdesk
      ^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yml
      organization: Brightdesk
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      `,
    ],
  },
  check(program, _key, report) {
    const { manifest, otherManifests } = program;
    for (const path of otherManifests) {
      const at = program.summary(path)?.shape.manifest?.at;
      if (manifest && at !== undefined) report({ path, record: 0, at }, { manifest: manifest.path });
    }
  },
};
