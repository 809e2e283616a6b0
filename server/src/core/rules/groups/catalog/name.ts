import { itemAt } from '../../fixes/itemAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'catalog/name',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A catalog whose name is already taken.',
  why: 'Controls cite a catalog by its name. If two catalogs have the same name, nobody can tell which one a control serves.',
  fix: 'Give the catalog another name in the manifest: `{file: catalogs/iso.yaml, name: ISO27001}`. If its file gives the wording of another catalog, name that catalog there under `over`.',
  messages: {
    default: 'Another catalog already has the name `{name}`. Give this one its own `name`.',
    tsc: 'Under `satisfies`, the name `{name}` means the Trust Services Criteria. Give this catalog another `name`. If it gives their wording, add `over: TSC` to its file.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30}
      catalogs:
        - objectives.yaml
        - customer.yaml
          ^^^^^^^^^^^^^
        - {file: privacy.yaml, name: Privacy}
                                     ^^^^^^^
      === objectives.yaml
      name: Objectives
      criteria: [{id: CO-1, title: Payments are authorized}]
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
      catalogs:
        - objectives.yaml
        - {file: customer.yaml, name: Customer}
      === objectives.yaml
      name: Objectives
      criteria: [{id: CO-1, title: Payments are authorized}]
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
    return [{ title: 'Add an empty name', edits: [edit], preferred: false, asks: true }];
  },
  check({ manifest, catalogFiles: { named } }, _key, report) {
    if (!manifest) return;
    for (const [i, { lack, name }] of named.catalogs.entries()) {
      const shape = manifest.shape.catalogs[i];
      if (!shape || (lack !== 'named-tsc' && lack !== 'name-taken')) continue;
      const { at } = shape.name ?? shape.file;
      report({ path: manifest.path, record: 0, at }, { name }, lack === 'named-tsc' ? 'tsc' : 'default');
    }
  },
};
