import { isControl, nameOf } from '../../../program/record.ts';
import { recordRange } from '../../questions/recordRange.ts';
import type { DocumentRule } from '../../rule.ts';

/** One statement rarely answers for more criteria, or for more series such as CC6, than these. */
const mostCriteria = 8;
const mostSeries = 3;

export const rule: DocumentRule = {
  name: 'controls/serves-many',
  reads: 'document',
  about: ['control', 'procedure'],
  severity: { start: 'off', recommended: 'hint', strict: 'hint' },
  summary: 'A control that maps to more than eight criteria, or to more than three series of criteria.',
  why: 'An auditor asks of each criterion whether its controls would meet it. One sentence that maps to most of them shows every criterion as implemented, and answers for few.',
  fix: 'Keep the criteria that would not be met without the control. Write controls of their own for the others.',
  messages: {
    default:
      'Control `{name}` maps to {count} criteria of {series} series. One control rarely answers for so many: keep those that depend on it, and write controls for the others.',
  },
  varying: ['count', 'series'],
  examples: {
    bad: [
      `
      === controls/security.yaml
      - id: SEC-01
            ^^^^^^
        statement: The security lead runs the security program.
        satisfies: [CC1.1–CC9.2]
      - id: SEC-02
            ^^^^^^
        satisfies: [CC1.1, CC3.1, CC6.1, CC8.1]
      `,
    ],
    good: [
      `
      === controls/access.yaml
      - id: AC-01
        satisfies: [CC6.1–CC6.8]
      - id: AC-02
        satisfies: [CC6.1, CC6.1-POF2, CC6.1-POF3, CC6.2, CC7.1, CC8.1]
      - id: PRV-01
        title: Privacy notice (the criteria of Privacy are one series)
        satisfies: [P1.1, P2.1, P3.1, P4.1]
      === policies/security.md
      ---
      satisfies: [CC1.1–CC9.2]
      ---
      Everybody protects what is entrusted to us.
      `,
    ],
  },
  check(facts, report) {
    for (const [index, shape] of facts.summary.shape.records.entries()) {
      if (shape.standing !== 'counts' || !isControl(shape)) continue;
      const cited = shape.satisfies.filter(({ catalog, form }) => catalog === 'TSC' && form === 'criterion');
      const criteria = new Set(cited.map(({ id }) => id));
      const series = new Set([...criteria].map(seriesOf));
      if (criteria.size <= mostCriteria && series.size <= mostSeries) continue;
      const args = { name: nameOf({ shape }), count: String(criteria.size), series: String(series.size) };
      report(recordRange(facts, index), args);
    }
  },
};

/** What a criterion belongs to: CC6 for CC6.1; Privacy, with its eight small groups, is one. */
function seriesOf(id: string): string {
  return /^P\d/.test(id) ? 'P' : id.replace(/\..*/, '');
}
