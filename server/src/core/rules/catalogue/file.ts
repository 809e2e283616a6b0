import type { ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'catalogue/file',
  reads: 'programme',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A file of a catalogue or mapping that the manifest names and that cannot be read.',
  why: 'A report is measured against what its catalogues ask for. Without the file nothing is known of that, and what is mapped to it counts for nothing.',
  fix: 'Correct the path: it is written from the folder of the manifest, with `/`, and stays inside that folder.',
  messages: {
    default:
      'The file `{file}` is not there or cannot be read. Write its path from the folder of the manifest, and check that you may read it.',
    outside:
      '`{file}` is no path inside the programme. Put the file there, and write its path from the folder of the manifest, with `/`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues: [catalogues/objectives.yaml, ../shared/iso.yaml]
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                               ^^^^^^^^^^^^^^^^^^
      mappings: [C:/mapping.yaml]
                 ^^^^^^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues: [./catalogues/objectives.yaml]
      === catalogues/objectives.yaml
      name: ICFR
      criteria:
        - {id: CO-1, title: Payments are authorised}
      `,
    ],
  },
  check({ manifest, catalogueFiles: { named } }, _key, report) {
    if (!manifest) return;
    const { catalogues, mappings } = manifest.shape;
    const files = [...catalogues.map(({ file }) => file), ...mappings];
    for (const [i, { lack }] of [...named.catalogues, ...named.mappings].entries()) {
      const file = files[i];
      if (!file || (lack !== 'missing' && lack !== 'outside')) continue;
      const message = lack === 'outside' ? 'outside' : 'default';
      report({ path: manifest.path, record: 0, at: file.at }, { file: file.text }, message);
    }
  },
};
