import { scopePlace } from '../../questions/scopePlace.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/no-commitment',
  reads: 'program',
  absence: true,
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A category in scope without a recorded commitment to customers.',
  why: 'An auditor concludes whether controls were suited to achieve your service commitments and system requirements, and the description has to state the principal ones (description criterion DC 2). Without any, there is nothing to measure against.',
  fix: 'Record what your contracts, service levels, and website promise, in `commitments/` or with `kind: commitment`. Give each commitment its `categories`, and say where it is written (`source`).',
  messages: {
    default:
      'No commitment to customers is recorded for {category}. Record what you promise about it (`kind: commitment`, `categories: [{id}]`).',
    none: 'No commitment to customers is recorded. Record what you promise (`kind: commitment`): the report is measured against it (description criterion DC 2).',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
                               ^^^^^^^^^^^^
      === commitments/security.yaml
      - {id: SC-01, title: Customer data is encrypted, categories: [security]}
      === controls/sso.yaml
      {id: AC-01, satisfies: [CC6.1]}
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
        ^^^^^^^^^^
      === controls/sso.yaml
      {id: AC-01, satisfies: [CC6.1]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
      === commitments/promises.yaml
      - {id: SC-01, title: Customer data is encrypted, categories: [security]}
      - {id: SC-02, title: The service is up 99.9 % of the time, satisfies: [A1.1]}
      === controls/sso.yaml
      {id: AC-01, satisfies: [CC6.1]}
      `,
    ],
  },
  check(program, _key, report) {
    const { catalog, manifest, report: asked } = program;
    if (!manifest || asked.assumed || asked.kind === 'soc1') return;
    // Where there is no control yet, other things come first.
    if (program.census.controls === 0) return;
    const commitments = [...program.ofKind('commitment')].filter(
      ({ shape }) => shape.standing === 'counts' || shape.standing === 'draft',
    );
    if (commitments.length === 0) {
      const at = (asked.shape?.categories ?? manifest.shape.categories)?.at ?? asked.shape?.at;
      if (at !== undefined) report({ path: manifest.path, record: 0, at }, {}, 'none');
      return;
    }
    const promised = new Set<string | undefined>();
    for (const { shape } of commitments) {
      const named = shape.lists?.['categories'] ?? [];
      for (const { text } of named) promised.add(catalog.category(text)?.id);
      for (const { id } of [...shape.satisfies, ...shape.mentions]) {
        const group = catalog.criterion(id)?.group ?? id;
        promised.add(catalog.group(group)?.category);
      }
      // What is about no category may be about any.
      if (named.length === 0 && shape.satisfies.length === 0 && shape.mentions.length === 0) return;
    }
    for (const id of asked.categories) {
      const category = catalog.category(id);
      if (category?.id !== id || promised.has(id)) continue;
      const [first] = catalog.groups.flatMap(group =>
        group.category === id ? catalog.members(group.id) : [],
      );
      const place = first && scopePlace(program, first.id);
      if (place) report(place, { id, category: category.title });
    }
  },
};
