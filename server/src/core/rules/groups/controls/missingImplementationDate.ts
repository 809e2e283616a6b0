import { layoutNamed } from '../../../formats/layouts/layouts.ts';
import { nameOf } from '../../../program/record.ts';
import { addEmptyKey } from '../../fixes/addEmptyKey.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import { type ProgramRule, placeOf } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'controls/missing-implementation-date',
  reads: 'record',
  about: ['control'],
  absence: false,
  severity: { start: 'off', recommended: 'off', strict: 'information' },
  summary: 'An implemented control that does not say since when, in a program with a Type II report.',
  why: 'A Type II report is about every day of its period. Without the date, the control is taken to have been in place throughout, and an auditor will ask since when it was.',
  fix: 'Set `implementedOn` to the day from which the control is in place.',
  messages: {
    default:
      'Control `{name}` is implemented, but does not say since when. A Type II report asks for that: set `implementedOn`.',
  },
  examples: {
    bad: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-04
            ^^^^^
        status: implemented
      `,
    ],
    good: [
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === controls/access.yaml
      - id: AC-04
        status: implemented
        implementedOn: 2025-01-01
      - id: AC-05
        status: planned
      - id: AC-06
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      === controls/access.yaml
      - id: AC-04
        status: implemented
      `,
    ],
  },
  fixes(target) {
    return addEmptyKey(target, 'implementedOn');
  },
  check(program, key, report) {
    if (!program.currentReports.some(({ type }) => type === 2)) return;
    for (const entry of recordsAt(program, key, 'control')) {
      const { row, values } = entry.shape;
      if (row !== undefined || !layoutNamed(entry.format).hasKeys || values['implementedOn']) continue;
      if (values['status']?.text.toLowerCase() === 'implemented')
        report(placeOf(entry), { name: nameOf(entry) });
    }
  },
};
