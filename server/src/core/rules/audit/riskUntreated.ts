import { addEmptyKey, says } from '../addEmptyKey.ts';
import { recordRange } from '../recordRange.ts';
import { calledIn, recordsOf } from '../recordsOf.ts';
import type { DocumentRule } from '../rule.ts';

export const rule: DocumentRule = {
  name: 'audit/risk-untreated',
  reads: 'document',
  about: ['risk'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A risk that nobody has decided what to do about, or that is to be mitigated by no control.',
  why: 'CC3 asks that risks are assessed and CC5 that controls answer to them. A register with risks that nothing answers to shows that it was written once and left.',
  fix: 'Say `treatment: mitigate`, `transfer`, `accept` or `avoid`; where it is mitigated name the `controls` that do it.',
  messages: {
    default:
      'Nothing says what is done about risk `{name}`. Say so under `treatment`, and where it is mitigated name the `controls`.',
  },
  examples: {
    bad: [
      `
      === risks/one.yaml
      id: X-01
          ^^^^
      treatment: mitigate
      === controls/AC-01.md
      ---
      id: AC-01
      ---
      `,
    ],
    good: [
      `
      === risks/one.yaml
      - id: X-01
        treatment: mitigate
        controls: [AC-01]
      - id: X-02
        treatment: accept
      === controls/AC-01.md
      ---
      id: AC-01
      ---
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'treatment', 'controls');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'risk')) {
      if (
        !shape.values['treatment'] ||
        (/^mitigat/i.test(shape.values['treatment'].text) && !says(mapping, 'controls'))
      )
        report(recordRange(facts, index), { name: calledIn(shape) });
    }
  },
};
