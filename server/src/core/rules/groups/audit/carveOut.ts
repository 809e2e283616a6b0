import type { KeyName } from '../../../model/keyNames.ts';
import { rangeOf } from '../../../model/shape.ts';
import { nameOf } from '../../../program/record.ts';
import { subserviceMethod } from '../../../program/subserviceMethod.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'audit/carve-out',
  reads: 'document',
  about: ['vendor'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'A subservice organization under carve-out without assumed controls, their criteria, a control that monitors it, or a report.',
  why: "Under carve-out, the report leaves out the vendor's controls. It then has to say which controls it assumes at the vendor, for which criteria, and how you see that they operate. Without that, the criteria they serve are open.",
  fix: 'List the assumed controls under `csocs` (complementary subservice organization controls), each with `text` and `satisfies`. Name the control that monitors the vendor under `monitoredBy`, and enter its report under `report`. If no criterion depends on the vendor, it is not a subservice organization: set `subservice: none`.',
  messages: {
    default:
      '`{name}` is carved out, but lists no assumed controls. List them under `csocs` (complementary subservice organization controls), each with its criteria.',
    criterion:
      'This control is assumed at `{name}`, but names no criterion. Name the criterion that depends on it under `satisfies`.',
    monitoring:
      '`{name}` is carved out, but no control monitors it. Name the control that does under `monitoredBy`.',
    report:
      '`{name}` is carved out, but no report of it is on file, so nothing shows that the assumed controls operate. Enter its SOC 2 report under `report`.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
                    ^^^^^^^^^
        monitoredBy: [TP-02]
        report: {kind: soc2, type: 2}
      - id: VN-02
        subservice: Carve out
                    ^^^^^^^^^
        report: {kind: soc2, type: 2}
        csocs:
          - text: Only authorized persons enter data centers
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - id: VN-03
        subservice: carve-out
                    ^^^^^^^^^
        monitoredBy: [TP-02]
        csocs:
          - text: Media are destroyed before they leave data centers
            satisfies: [CC6.5]
      - id: VN-04
        subservice: carve-out
                    ^^^^^^^^^
                    ^^^^^^^^^
                    ^^^^^^^^^
        monitoredBy: none
        csocs: none
        report: none
      === controls/TP-02.md
      ---
      id: TP-02
      ---
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      - id: VN-01
        subservice: carve-out
        monitoredBy: [TP-02]
        csocs:
          - text: Only authorized persons enter data centers
            satisfies: [CC6.4]
        report: {kind: soc2, type: 2}
      - id: VN-02
        subservice: none
      - id: VN-03
        subservice: carve-out
        monitored_by: TP-02
        csoc: Only authorized persons enter data centers (CC6.4)
        soc2_report: https://vault.example.com/hosting-soc2
      === controls/TP-02.md
      ---
      id: TP-02
      ---
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, keyOf[target.message] ?? 'csocs');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'vendor')) {
      const { subservice } = shape.values;
      if (!subservice || subserviceMethod(shape) !== 'carve-out') continue;
      const name = nameOf({ shape });
      const range = rangeOf(facts.summary, index, subservice.at);
      if (!says(mapping, 'csocs') && !hasKeyLike(mapping, /^(?!csocs$).*csoc/i)) report(range, { name });
      if (!says(mapping, 'monitoredBy') && !hasKeyLike(mapping, /^(?!monitoredBy$).*monitor/i))
        report(range, { name }, 'monitoring');
      if (
        !says(mapping, 'report') &&
        !hasKeyLike(mapping, /^(?!report$).*(?:report|soc[-_ ]?[123]|attest|assurance)/i)
      )
        report(range, { name }, 'report');
      for (const csoc of items(entry(mapping, 'csocs')?.value)) {
        if (csoc?.type !== 'mapping' || says(csoc, 'satisfies')) continue;
        const { start, end } = entry(csoc, 'text')?.value ?? csoc;
        report({ start, end }, { name }, 'criterion');
      }
    }
  },
};

const keyOf: Readonly<Record<string, KeyName>> = {
  criterion: 'satisfies',
  monitoring: 'monitoredBy',
  report: 'report',
};
