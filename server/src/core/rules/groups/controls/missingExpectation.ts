import { addEmptyKey, says } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, controlsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!expects$).*(?:expect|evidence|artifact|artifact|proof|record)/i;

export const rule: DocumentRule = {
  name: 'controls/missing-expectation',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say what evidence it leaves.',
  why: 'Evidence that is first thought of when the auditor asks for it often was never kept. Saying beforehand what each performance leaves is how nothing is missing afterward.',
  fix: 'Name what each performance leaves: `expects: [access-review]`.',
  messages: { default: 'Control `{name}` does not say what evidence it leaves. Name it under `expects`.' },
  examples: {
    bad: [
      `
      === tickmark.yaml
      rules: {preset: strict}
      === controls/laptops.md
      ---
      id: EP-01
          ^^^^^
      title: Laptops are encrypted
      ---
      `,
    ],
    good: [
      `
      === tickmark.yaml
      rules: {preset: strict}
      === controls/laptops.md
      ---
      id: EP-01
      expects: [configuration]
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      evidence: The report of Jamf
      ---
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'expects');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of controlsOf(facts)) {
      if (!says(mapping, 'expects') && !hasKeyLike(mapping, alike))
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
