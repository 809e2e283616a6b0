import { nameOf } from '../../../program/record.ts';
import { entry, items } from '../../../yaml/lookup.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!controls$).*control/i;

export const rule: DocumentRule = {
  name: 'audit/vendor-control-unmet',
  reads: 'document',
  about: ['vendor'],
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: "A control that a vendor's report expects of you, with no control of yours linked.",
  why: "The vendor's report holds only if its customers do their part. An auditor reads the list of what the vendor expects of them, and asks which of your controls does what each line says.",
  fix: 'Name your control that does this under `controls`. If a line does not concern you, remove it from the list.',
  messages: {
    default:
      '`{name}` relies on you for this, but no control of yours is linked. Name the control that does it under `controls`.',
  },
  examples: {
    bad: [
      `
      === vendors/hosting.yaml
      id: VN-01
      userControls:
        - text: Protect the root user
                ^^^^^^^^^^^^^^^^^^^^^
        - text: Test backups
          controls: [OP-05]
      === controls/OP-05.md
      ---
      id: OP-05
      ---
      `,
    ],
    good: [
      `
      === vendors/hosting.yaml
      id: VN-01
      userControls:
        - text: Test backups
          controls: [OP-05]
        - text: Encrypt exports
          our_control: OP-06
      === controls/OP-05.md
      ---
      id: OP-05
      ---
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'controls');
  },
  check(facts, report) {
    for (const { shape, mapping } of recordsOf(facts, 'vendor')) {
      for (const assumed of items(entry(mapping, 'userControls')?.value)) {
        if (assumed?.type !== 'mapping' || says(assumed, 'controls') || hasKeyLike(assumed, alike)) continue;
        const { start, end } = entry(assumed, 'text')?.value ?? assumed;
        report({ start, end }, { name: nameOf({ shape }) });
      }
    }
  },
};
