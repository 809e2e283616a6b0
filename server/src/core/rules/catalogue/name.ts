import { itemAt } from '../itemAt.ts';
import type { ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'catalogue/name',
  reads: 'programme',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A catalogue under a name that is taken.',
  why: 'Controls cite a catalogue by its name. Where two have the same, nobody can tell which of them a control serves.',
  fix: 'Give the catalogue another name in the manifest: `{file: catalogues/iso.yaml, name: ISO27001}`. A file that gives the wording of another catalogue says so with `over`.',
  messages: {
    default: 'Another catalogue is called `{name}` already. Give this one a `name` of its own.',
    tsc: 'Under `satisfies` the name `{name}` means the Trust Services Criteria. Give this catalogue another `name`; where it gives their wording, it says `over: TSC`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues:
        - objectives.yaml
        - customer.yaml
          ^^^^^^^^^^^^^
        - {file: privacy.yaml, name: Privacy}
                                     ^^^^^^^
      === objectives.yaml
      name: Objectives
      criteria: [{id: CO-1, title: Payments are authorised}]
      === customer.yaml
      name: objectives
      criteria: [{id: REQ-1, title: Reports come monthly}]
      === privacy.yaml
      criteria: [{id: PR-1, title: People are told}]
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogues:
        - objectives.yaml
        - {file: customer.yaml, name: Customer}
      === objectives.yaml
      name: Objectives
      criteria: [{id: CO-1, title: Payments are authorised}]
      === customer.yaml
      name: objectives
      criteria: [{id: REQ-1, title: Reports come monthly}]
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const item = itemAt(facts, range)?.item;
    if (item?.type !== 'scalar') return [];
    const text = `{file: ${facts.text.slice(item.start, item.end)}, name: }`;
    const edit = { path, start: item.start, end: item.end, text, caret: text.length - 1 };
    return [{ title: 'Add name, to be filled in', edits: [edit], preferred: false, asks: true }];
  },
  check({ manifest, catalogueFiles: { named } }, _key, report) {
    if (!manifest) return;
    for (const [i, { lack, name }] of named.catalogues.entries()) {
      const shape = manifest.shape.catalogues[i];
      if (!shape || (lack !== 'named-tsc' && lack !== 'name-taken')) continue;
      const { at } = shape.name ?? shape.file;
      report({ path: manifest.path, record: 0, at }, { name }, lack === 'named-tsc' ? 'tsc' : 'default');
    }
  },
};
