import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { calledIn, controlsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!execution$).*(?:execution|automat|manual|method|mode$)/i;

export const rule: DocumentRule = {
  name: 'controls/missing-execution',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'A control that does not say whether a person or a system performs it.',
  why: 'What a system does by itself is tested once, by its configuration; what a person does is tested on a sample. Which of the two it is decides how much evidence is asked for.',
  fix: 'Say `execution: manual`, `automated` or `hybrid`.',
  messages: {
    default:
      'Control `{name}` does not say whether a person or a system performs it. Say `manual`, `automated` or `hybrid` under `execution`.',
  },
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
      execution: automated
      ---
      === controls/phones.md
      ---
      id: EP-02
      status: planned
      ---
      === controls/tablets.md
      ---
      id: EP-03
      automation: full
      ---
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'execution');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of controlsOf(facts)) {
      if (!shape.values['execution'] && !hasKeyLike(mapping, alike))
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
