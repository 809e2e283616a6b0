import type { ProgrammeRule } from '../rule.ts';

export const rule: ProgrammeRule = {
  name: 'scope/objectives',
  reads: 'programme',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A SOC 1 report without control objectives, or with categories of the Trust Services Criteria.',
  why: 'A SOC 1 report concludes on control objectives that the organisation has set for what matters to the financial reporting of its customers. The Trust Services Criteria and their categories are no part of it.',
  fix: 'Write the objectives in a file, and name it under `catalogues` of the manifest (docs/catalogues.md). Leave the categories to SOC 2 and SOC 3.',
  messages: {
    default:
      'Report `{report}` is a SOC 1 and has no control objectives. Write them in a file, and name it under `catalogues`.',
    categories:
      '`{name}` is a category of the Trust Services Criteria, which a SOC 1 report has not. Leave it out, or make `{report}` a SOC 2.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30, categories: [security]}
                   ^^^^^^^
                                                                                ^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}
      catalogues: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      criteria: [{id: CO-1, title: Payments are authorised}]
      `,
    ],
  },
  check({ manifest, reports, catalogues, catalogueFiles: { named } }, _key, report) {
    if (!manifest) return;
    const isUnread = named.catalogues.some(({ lack }) => lack === 'unread');
    for (const { id, kind, catalogues: measures, shape } of reports) {
      if (kind !== 'soc1' || !shape) continue;
      const at = (place: number) => ({ path: manifest.path, record: 0, at: place });
      // Where it names some, scope/catalogues says what is wrong with them.
      if (!isUnread && measures.length === 0 && !shape.catalogues) report(at(shape.at), { report: id });
      for (const { text, at: place } of shape.categories?.names ?? []) {
        const isOwn = measures.some(name => catalogues.named(name)?.category(text));
        if (!isOwn && catalogues.tsc.category(text)) {
          report(at(place), { report: id, name: text }, 'categories');
        }
      }
    }
  },
};
