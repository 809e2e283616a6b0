import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordRange } from '../../questions/recordRange.ts';
import { recordsOf } from '../../questions/recordsOf.ts';
import { hasKeyLike } from '../../questions/saidOtherwise.ts';
import type { DocumentRule } from '../../rule.ts';

/** Other tools' names for it. */
const alike = /criteri|^tsc$/i;

export const rule: DocumentRule = {
  name: 'audit/user-control-criterion',
  reads: 'document',
  about: ['userControl'],
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A complementary user entity control (CUEC) that names no criterion.',
  why: 'A CUEC is a control at the customer that a criterion depends on. If no criterion depends on it, it is advice, and calling it a CUEC misstates the description of the system (description criterion DC 6).',
  fix: 'Name the criterion that depends on it under `satisfies`. If none does, set `type: responsibility`.',
  messages: {
    default:
      '`{name}` is a CUEC, but names no criterion. Name the criterion that depends on it under `satisfies`, or set `type: responsibility`.',
  },
  examples: {
    bad: [
      `
      === user-controls/one.yaml
      id: X-01
          ^^^^
      type: cuec
      text: Customers keep their API keys secret.
      `,
    ],
    good: [
      `
      === user-controls/one.yaml
      - id: X-01
        type: cuec
        satisfies: [CC6.1]
      - id: X-02
        type: responsibility
        text: Customers keep their address up to date.
      - id: X-03
        type: cuec
        criteria: [CC6.1]
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'satisfies');
  },
  check(facts, report) {
    for (const { index, shape, mapping } of recordsOf(facts, 'userControl')) {
      if (hasKeyLike(mapping, alike)) continue;
      if (shape.values['type']?.text.toLowerCase() === 'cuec' && shape.satisfies.length === 0)
        report(recordRange(facts, index), { name: nameOf({ shape }) });
    }
  },
};
