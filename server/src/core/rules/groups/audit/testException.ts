import { nameOf } from '../../../program/record.ts';
import { testsOf } from '../../questions/testsOf.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'audit/test-exception',
  reads: 'record',
  about: ['control', 'procedure'],
  absence: true,
  severity: { start: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'A test by management that found an exception, with no deviation on file for the control.',
  why: 'An exception that you found yourself is the one that an auditor asks about first: what happened, how often, why, and what you changed. Without a deviation, there is no answer on file.',
  fix: 'Record a deviation for the control: what happened (`count`, `of`), the `cause`, what limited the effect (`compensating`), and `managementResponse`.',
  messages: {
    default:
      'Test `{name}` found an exception, but no deviation is recorded for control `{control}`. Record one, with its cause and the response of management.',
  },
  examples: {
    bad: [
      `
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        result: exception
                ^^^^^^^^^
      - id: MT-02
        control: AC-04
        result: exception
      === deviations/DV-01.yaml
      id: DV-01
      control: AC-04
      === controls/access.yaml
      - id: AC-03
      - id: AC-04
      `,
    ],
    good: [
      `
      === tests/2026.yaml
      - id: MT-01
        control: AC-03
        result: passed
      - id: MT-02
        by: auditor
        control: AC-03
        result: exception
      - id: MT-03
        control: AC-03
        result: no exceptions
      === controls/access.yaml
      - id: AC-03
      `,
    ],
  },
  check(program, key, report) {
    const hasDeviation = [...program.referring(key)].some(({ shape }) => shape.kind === 'deviation');
    if (hasDeviation) return;
    for (const { test, control } of testsOf(program, key)) {
      const { result } = test.shape.values;
      if (!result || !isException.test(result.text)) continue;
      const place = { path: test.path, record: test.index, at: result.at };
      report(place, { name: nameOf(test), control });
    }
  },
};

/** A result that says that the control did not operate: `exception`, `2 exceptions noted`, `failed`. */
const isException = /^(?:[1-9]\d* )?exceptions?(?: (?:noted|found|identified))?$|^(?:failed|fail)$/i;
