import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import { says } from '../../questions/says.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /^(?!controls$).*(?:control|polic|evidence|criteri|source|reference)/i;

export const rule: DocumentRule = {
  name: 'audit/answer-without-source',
  reads: 'document',
  about: ['answer'],
  severity: { start: 'off', recommended: 'hint', strict: 'information' },
  summary: 'An answer to a questionnaire that no control or criterion supports.',
  why: 'An answer is a promise to a customer. If neither a control nor a criterion supports it, nobody notices when it is no longer true.',
  fix: 'Name the controls that support the answer under `controls`, or the criteria under `satisfies`.',
  messages: {
    default:
      'Answer `{name}` names no control and no criterion. Under `controls`, name the controls that make it true.',
  },
  examples: {
    bad: [
      `
      === answers/one.yaml
      id: X-01
          ^^^^
      question: Do you test backups?
      answer: Yes, each quarter.
      === controls/OP-05.md
      ---
      id: OP-05
      ---
      `,
    ],
    good: [
      `
      === answers/one.yaml
      - id: X-01
        answer: Yes, each quarter.
        controls: [OP-05]
      - id: X-02
        question: Do you test backups?
      - id: X-03
        answer: It is said in the policy.
        policy: backup
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
    for (const { index, shape, mapping } of recordsOf(facts, 'answer')) {
      if (
        says(mapping, 'answer') &&
        shape.satisfies.length === 0 &&
        !says(mapping, 'controls') &&
        !hasKeyLike(mapping, alike)
      )
        report(recordRange(facts, index), { name: nameOf({ shape }) });
    }
  },
};
