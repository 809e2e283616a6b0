import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { unfitness } from '../../questions/vendorUnfit.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/vendor-report-unfit',
  reads: 'record',
  about: ['vendor'],
  absence: false,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary:
    'A carved-out vendor whose report cannot show what you assume: a Type I behind a Type II, or a SOC 1 behind criteria.',
  why: "Under carve-out, the vendor's report is what shows that the assumed controls operate. A Type I report says nothing about operation. A SOC 1 is about controls over its customers' financial reporting, and is measured against other objectives than the criteria.",
  fix: "Get the vendor's SOC 2 Type II report. Until there is one, say how you see that these controls operate, and expect the auditor to ask for it.",
  messages: {
    default:
      '`{name}` is carved out, and its report is a Type I, so it says nothing about how the assumed controls operated in the period of report `{report}`. Get its Type II report.',
    soc1: "`{name}` is carved out for criteria such as {criterion}, and its report is a SOC 1, which is about its customers' financial reporting. Get its SOC 2 report.",
  },
  varying: ['criterion'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
        report:
          kind: soc2
          type: 1
                ^
          asOf: 2026-03-31
      - id: VN-02
        subservice: carve-out
        csocs:
          - text: Only authorized persons enter data centers
            satisfies: [CC6.4]
        report:
          kind: soc1
                ^^^^
          type: 2
      - id: VN-03
        subservice: carve-out
        csocs:
          - text: Only authorized persons enter data centers
            satisfies: [CC6.4]
        report: {kind: soc1, type: 1, asOf: 2026-03-31}
                       ^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
        csocs:
          - text: Only authorized persons enter data centers
            satisfies: [CC6.4]
        report: {kind: soc1 and soc2, type: 2}
      - id: VN-02
        subservice: none
        report: {kind: soc1, type: 1}
      `,
      `
      === tickmark.yaml
      report: {id: first, kind: soc2, type: 1, asOf: 2026-06-30}
      === vendors/hosting.yaml
      id: VN-01
      subservice: carve-out
      report: {kind: soc2, type: 1, asOf: 2026-03-31}
      `,
    ],
  },
  check(program, key, report) {
    for (const entry of recordsAt(program, key, 'vendor')) {
      if (subserviceMethod(entry.shape) !== 'carve-out') continue;
      const unfit = unfitness(program, entry);
      if (!unfit) continue;
      const { stated, as, ...args } = unfit;
      report({ path: entry.path, record: entry.index, at: stated.at }, { name: nameOf(entry), ...args }, as);
    }
  },
};
