import { addCategory } from '../../../formats/manifestEdits.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/security-missing',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A SOC 2 or SOC 3 scope without the Security category.',
  why: 'Customers expect every SOC 2 report to cover Security, and nearly all of them do. The AICPA allows you to leave it out, but the common criteria still apply.',
  fix: 'Add `security` to the categories.',
  messages: { default: 'Report `{report}` does not include Security. Add `security` to its categories.' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [availability]
        ^^^^^^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, availability]
      `,
      `
      === tickmark.yaml
      report: {id: billing, kind: soc1, type: 1, asOf: 2026-06-30}
      `,
    ],
  },
  fixes({ args: { report: id }, program, manifest }) {
    const report = program.reports.find(other => other.id === id);
    const edit = manifest && report && addCategory(manifest.facts, report, 'security');
    if (!manifest || !edit) return [];
    return [
      { title: 'Add security to the scope', edits: [{ path: manifest.path, ...edit }], preferred: true },
    ];
  },
  check({ manifest, reports }, _key, report) {
    if (!manifest) return;
    for (const { id, kind, assumed, categories, shape } of reports) {
      const stated = shape?.categories ?? manifest.shape.categories;
      if (kind === 'soc1' || assumed || !stated || categories.includes('security')) continue;
      report({ path: manifest.path, record: 0, at: stated.at }, { report: id });
    }
  },
};
