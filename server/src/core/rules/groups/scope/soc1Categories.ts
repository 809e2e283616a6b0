import { removeItem } from '../../../formats/yamlEdits.ts';
import { itemAt } from '../../fixes/itemAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/soc1-categories',
  reads: 'program',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A SOC 1 report with categories of the Trust Services Criteria.',
  why: "A SOC 1 report concludes on control objectives for what matters to customers' financial reporting. The Trust Services Criteria and their categories are not part of it. If you need both, you need two reports.",
  fix: 'Remove the categories from the report, or make it a SOC 2 report.',
  messages: {
    default:
      '`{name}` is a category of the Trust Services Criteria, and a SOC 1 report has no such categories. Remove it, or make `{report}` a SOC 2 report.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30, categories: [security]}
                                                                                ^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: payroll, kind: soc1, type: 1, asOf: 2026-06-30, categories: [security]}
      scope: {categories: [availability]}
      catalogs: [objectives.yaml]
      === objectives.yaml
      name: ICFR
      categories: [{id: security, title: Security}]
      criteria: [{id: CO-1, title: Payments are authorized, category: security}]
      `,
    ],
  },
  fixes({ path, range, facts, args: { name = '' } }) {
    const at = itemAt(facts, range);
    if (!at) return [];
    const edit = removeItem(facts.text, at.list, at.item);
    return [{ title: `Remove ${name}`, edits: [{ path, ...edit }], preferred: false }];
  },
  check({ manifest, reports, catalogs }, _key, report) {
    for (const { id, kind, catalogs: measures, shape } of reports) {
      if (!manifest || kind !== 'soc1') continue;
      for (const { text, at } of shape?.categories?.names ?? []) {
        const isOwn = measures.some(name => catalogs.named(name)?.category(text));
        if (isOwn || !catalogs.tsc.category(text)) continue;
        report({ path: manifest.path, record: 0, at }, { report: id, name: text });
      }
    }
  },
};
