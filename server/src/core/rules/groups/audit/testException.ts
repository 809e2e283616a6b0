import { dateIn, nameOf, type RecordEntry } from '../../../program/record.ts';
import { daysLater } from '../../../text/calendar.ts';
import { windowNamed } from '../../../time/labels.ts';
import { saysException } from '../../questions/saysException.ts';
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
      - {id: MT-03, control: AC-03, by: internal auditor, result: exception}
                                                                  ^^^^^^^^^
      - {id: MT-04, control: AC-03, result: Failed - 2 of 25 without ticket}
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - {id: MT-05, control: AC-03, result: 2 of 25 failed}
                                            ^^^^^^^^^^^^^^
      - {id: MT-06, control: AC-03, result: not effective}
                                            ^^^^^^^^^^^^^
      - {id: MT-07, control: AC-03, result: ineffective}
                                            ^^^^^^^^^^^
      - {id: MT-08, control: AC-03, result: "exceptions: 2"}
                                            ^^^^^^^^^^^^^^^
      - {id: MT-09, control: AC-03, result: Passed with exception}
                                            ^^^^^^^^^^^^^^^^^^^^^
      - {id: MT-10, control: AC-05, on: 2026-03-02, result: exception}
                                                            ^^^^^^^^^
      === deviations/DV-01.yaml
      - id: DV-01
        control: AC-04
      - {id: DV-02, control: AC-05, window: 2024-Q1}
      === controls/access.yaml
      - id: AC-03
      - id: AC-04
      - id: AC-05
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
      - {id: MT-04, control: AC-03, result: 0 of 25 failed}
      - {id: MT-05, control: AC-03, result: "exceptions: none"}
      - {id: MT-06, control: AC-03, result: "failed: 0"}
      - {id: MT-07, control: AC-03, result: Failed logins lock the account}
      - {id: MT-08, control: AC-03, result: passed without exception}
      - {id: MT-09, control: AC-05, on: 2026-03-02, result: exception}
      === deviations/2026.yaml
      - {id: DV-01, control: AC-05, window: 2025-Q4}
      === controls/access.yaml
      - id: AC-03
      - id: AC-05
      `,
    ],
  },
  check(program, key, report) {
    const deviations = [...program.referring(key)].filter(({ shape }) => shape.kind === 'deviation');
    for (const { test, control } of testsOf(program, key)) {
      const { result } = test.shape.values;
      if (!result || !saysException(result.text)) continue;
      if (deviations.some(deviation => mayBeFound(deviation, test, program.evidence.fiscalYearBegins)))
        continue;
      const place = { path: test.path, record: test.index, at: result.at };
      report(place, { name: nameOf(test), control });
    }
  },
};

/** A test looks at no days that were over this long before it. */
const testedWithin = 366;

/** Whether a deviation may be what a test found: its window was not over for long on the day of the test. */
function mayBeFound(
  deviation: RecordEntry,
  test: RecordEntry,
  fiscalYearBegins: number | undefined,
): boolean {
  const window = windowNamed(deviation.shape.values['window']?.text ?? '', fiscalYearBegins);
  const on = dateIn(test.shape.values, 'on');
  return !window || on === undefined || daysLater(window.to, testedWithin) >= on;
}
