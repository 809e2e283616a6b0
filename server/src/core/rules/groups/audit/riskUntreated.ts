import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Only the word by itself: a whole sentence already says how the risk is treated. */
const mitigate = /^mitigat(?:e|ed|ion|ing)$/i;
const alike =
  /^(?!treatment$|controls$).*(?:treatment|mitigat|response|strategy|decision|action|control|task|plan)/i;
/** The statuses of a risk that somebody has decided on. */
const decided = /^(?:accepted|mitigated|treated|transferred|avoided|closed|retired)$/i;

export const rule: DocumentRule = {
  name: 'audit/risk-untreated',
  reads: 'document',
  about: ['risk'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A risk without a treatment, or a mitigated risk that names no control.',
  why: 'CC3 asks you to assess risks, and CC5 asks for controls that respond to them. Risks without a response show that the register was written once and left.',
  fix: 'Set `treatment` to `mitigate`, `transfer`, `accept`, or `avoid`. If you mitigate the risk, name the controls that do so under `controls`.',
  messages: {
    default:
      'Risk `{name}` has no treatment. Set `treatment`. If the risk is mitigated, name the controls under `controls`.',
    mitigated:
      'Risk `{name}` is treated by mitigation, but names no control. Name the controls that mitigate it under `controls`.',
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
      - id: X-03
        treatment: Mitigated by a second factor at each sign-in
      - id: X-04
        mitigation: Backups are restored to a second region each quarter
      - id: X-05
        treatment: mitigate
        tasks: [TK-01]
      - id: X-06
        status: accepted
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
      const { treatment } = shape.values;
      if (treatment ? !mitigate.test(treatment.text) : decided.test(shape.values['status']?.text ?? ''))
        continue;
      if (says(mapping, 'controls') || hasKeyLike(mapping, alike)) continue;
      report(recordRange(facts, index), { name: nameOf({ shape }) }, treatment ? 'mitigated' : 'default');
    }
  },
};
