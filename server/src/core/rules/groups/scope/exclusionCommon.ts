import { isCommon } from '../../../catalog/isCommon.ts';
import { removeItem } from '../../../formats/yamlEdits.ts';
import { excludedBy, exclusionAt } from '../../questions/exclusions.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/exclusion-common',
  reads: 'program',
  absence: false,
  severity: { start: 'information', recommended: 'warning', strict: 'warning' },
  summary: 'An exclusion of a common criterion (CC1.1 to CC9.2).',
  why: 'The common criteria apply to every SOC 2 report, whichever categories you choose, and auditors rarely accept that one of them is not relevant. Usually a vendor performs the work. That is a carve-out, and the criterion stays in scope.',
  fix: 'Record the vendor with `subservice: carve-out`, the controls that you assume there, and the control that monitors the vendor. If your auditor has agreed to the exclusion, silence this finding with that reason.',
  messages: {
    default:
      '`{criterion}` is a common criterion, and auditors rarely accept its exclusion. If a vendor performs the work, record the vendor as a carve-out, with the control that monitors it.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
        exclude:
          - {criterion: CC6.4, reason: The cloud provider runs the data centers.}
                        ^^^^^
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security, privacy]
        exclude:
          - {criterion: P6.7, reason: Our customers account for disclosures.}
      `,
    ],
  },
  fixes({ path, range, facts, args: { criterion = '' } }) {
    const at = exclusionAt(facts, range);
    if (!at) return [];
    const edit = removeItem(facts.text, at.list, at.item);
    const title = `Remove the exclusion of ${criterion}`;
    return [{ title, edits: [{ path, ...edit }], preferred: false }];
  },
  check(program, _key, report) {
    const { manifest, catalog } = program;
    for (const exclusion of manifest?.shape.exclusions ?? []) {
      const excludesCommon = excludedBy(program, exclusion).some(
        one => one.catalog === catalog && isCommon(one.key, catalog),
      );
      const { text, at } = exclusion.criterion;
      if (manifest && excludesCommon) report({ path: manifest.path, record: 0, at }, { criterion: text });
    }
  },
};
