import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'catalog/file',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A catalog or mapping file that the manifest names but that cannot be read.',
  why: 'A report is measured against its catalogs. Without the file, Tickmark does not know what they ask for, and mapping to them counts for nothing.',
  fix: 'Correct the path. Write it relative to the folder of the manifest, with `/`. It must stay inside that folder.',
  messages: {
    default:
      'The file `{file}` does not exist or cannot be read. Write its path relative to the folder of the manifest, and check that you may read it.',
    outside:
      '`{file}` is not a path inside the program. Move the file there, and write its path relative to the folder of the manifest, with `/`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [catalogs/objectives.yaml, ../shared/iso.yaml]
                 ^^^^^^^^^^^^^^^^^^^^^^^^
                                           ^^^^^^^^^^^^^^^^^^
      mappings: [C:/mapping.yaml]
                 ^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs: [./catalogs/objectives.yaml]
      === catalogs/objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorized}
      `,
    ],
  },
  check({ manifest, catalogFiles: { named } }, _key, report) {
    if (!manifest) return;
    const { catalogs, mappings } = manifest.shape;
    const files = [...catalogs.map(({ file }) => file), ...mappings];
    for (const [i, { lack }] of [...named.catalogs, ...named.mappings].entries()) {
      const file = files[i];
      if (!file || (lack !== 'missing' && lack !== 'outside')) continue;
      const message = lack === 'outside' ? 'outside' : 'default';
      report({ path: manifest.path, record: 0, at: file.at }, { file: file.text }, message);
    }
  },
};
