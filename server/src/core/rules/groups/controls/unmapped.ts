import { nameOf } from '../../../program/record.ts';
import { addSatisfies } from '../../fixes/addSatisfies.ts';
import { recordRange } from '../../questions/recordRange.ts';
import type { DocumentRule } from '../../rule.ts';

export const rule: DocumentRule = {
  name: 'controls/unmapped',
  reads: 'document',
  severity: { start: 'off', recommended: 'warning', strict: 'error' },
  summary: 'A control that maps to no criterion.',
  why: 'An auditor tests controls by the criteria they serve. A control that serves none is not in the report, so the work that you put into it does not count there.',
  fix: 'Name the criteria that the control serves: `satisfies: {TSC: [CC6.1]}`. Otherwise, retire it: `status: retired`.',
  messages: {
    default: 'Control `{name}` maps to no criterion. Under `satisfies`, name the criteria that it serves.',
    elsewhere:
      'Control `{name}` maps to no criterion: it names {ids}, but not under `satisfies`. Name the criteria that it serves there.',
  },
  varying: ['ids'],
  examples: {
    bad: [
      `
      === controls/laptops.md
      ---
      id: EP-01
          ^^^^^
      title: Laptops are encrypted
      ---
      `,
      `
      === controls/laptops.yaml
      id: EP-01
          ^^^^^
      soc2: [CC6.7, CC6.8]
      `,
    ],
    good: [
      `
      === controls/laptops.md
      ---
      id: EP-01
      satisfies: {TSC: [CC6.7]}
      ---
      `,
    ],
  },
  fixes(target) {
    return addSatisfies(target);
  },
  check(facts, report) {
    const elsewhere = new Map<number, Set<string>>();
    for (const { record, citedIn, id } of facts.citations) {
      if (citedIn === 'value') elsewhere.set(record, (elsewhere.get(record) ?? new Set()).add(id));
    }
    for (const [index, shape] of facts.summary.shape.records.entries()) {
      if (shape.kind !== 'control' || shape.standing !== 'counts' || shape.satisfies.length > 0) continue;
      // The part that cannot be read may be what it satisfies.
      if ((facts.records[index]?.yaml?.problems ?? []).length > 0) continue;
      const name = nameOf({ shape });
      const ids = [...(elsewhere.get(index) ?? [])].slice(0, 5).join(', ');
      report(recordRange(facts, index), { name, ids }, ids === '' ? 'default' : 'elsewhere');
    }
  },
};
