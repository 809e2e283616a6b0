import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/soc3-type',
  reads: 'program',
  absence: false,
  severity: { start: 'error', recommended: 'error', strict: 'error' },
  summary: 'A SOC 3 report with Type I.',
  why: 'A SOC 3 report is for general use, and says that controls were effective throughout a period. It never describes a single date.',
  fix: 'Make it a Type II report with a period, or a SOC 2 Type I report.',
  messages: {
    default:
      '`{report}` is a SOC 3 report, which always covers a period. Write `type: 2` and add the period, or make it a SOC 2 report.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: public, kind: soc3, type: 1, asOf: 2026-06-30}
                                             ^
      scope: {categories: [security]}
      `,
    ],
    good: [
      `
      === tickmark.yaml
      reports:
        - {id: public, kind: soc3, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
        - {id: next, kind: soc3, state: planned}
        - {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}
      `,
    ],
  },
  fixes({ path, range, facts }) {
    const text = writtenLike(facts.text.slice(range.start, range.end), '2');
    return [{ title: 'Write type 2', edits: [{ path, ...range, text }], preferred: false }];
  },
  check({ manifest, reports }, _key, report) {
    for (const { id, kind, type, shape } of reports) {
      if (!manifest || kind !== 'soc3' || type !== 1 || !shape?.type) continue;
      report({ path: manifest.path, record: 0, at: shape.type.at }, { report: id });
    }
  },
};
