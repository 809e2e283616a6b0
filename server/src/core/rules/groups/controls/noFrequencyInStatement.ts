import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { statementsOf, tellsWhen } from '../../questions/statement.ts';
import type { DocumentRule } from '../../rule.ts';

/**
 * What people do repeatedly, written as an action (`reviews the`, `are reviewed`) and not as a thing (`a review of`, `patch
 * management`). A state that a system keeps has no frequency.
 */
const repeated =
  /\b(?:reviews|tests|assesses|trains|audits|reconciles|inspects|checks|evaluates|compares|scans|verifies|updates|approves|confirms)(?=\s+(?:the|all|its|their|our|his|her|a|an)\b)|(?=\w)(?<=\b(?:is|are|be)\s+)(?:reviewed|tested|assessed|trained|audited|reconciled|inspected|checked|evaluated|compared|scanned|verified|approved|confirmed)\b/i;

export const rule: DocumentRule = {
  name: 'controls/no-frequency-in-statement',
  reads: 'document',
  about: ['control'],
  severity: { start: 'off', recommended: 'information', strict: 'warning' },
  summary: 'A control without a `frequency` whose statement does not say when it is performed.',
  why: 'An auditor tests whether the control was performed as often as its statement says. If nothing says how often, the auditor cannot tell whether a performance is missing.',
  fix: 'Say when in the statement (`Each quarter, the IT Administrator reviews ...`, `Before an account is created ...`), and set `frequency`.',
  messages: {
    default:
      'Nothing says how often or on what occasion this is done (`{verb}`). Add it to the statement, and set `frequency`.',
  },
  examples: {
    bad: [
      `
      === controls/reviews.md
      ---
      id: AC-04
      statement: The IT Administrator reviews the accounts of the production system.
                                      ^^^^^^^
      ---
      `,
    ],
    good: [
      `
      === controls/reviews.yaml
      - id: AC-04
        statement: The IT Administrator reviews the accounts of the production system.
        frequency: quarterly
      - id: AC-05
        statement: Each quarter the IT Administrator reviews the accounts.
      - id: AC-06
        statement: The manager approves access before the account is made.
      - id: AC-07
        statement: Disks of laptops are encrypted.
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'frequency');
  },
  check(facts, report) {
    for (const { shape, scalar, words } of statementsOf(facts)) {
      if (shape.recurs || shape.values['execution']?.text.toLowerCase() === 'automated') continue;
      const [verb] = repeated.exec(words) ?? [];
      if (verb === undefined || tellsWhen(words)) continue;
      const start = scalar.start + words.search(repeated);
      report({ start, end: start + verb.length }, { verb });
    }
  },
};
