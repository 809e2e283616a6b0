import { dateIn } from '../../../program/record.ts';
import { windowNamed } from '../../../program/windows.ts';
import { daysLater } from '../../../text/calendar.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/future-date',
  reads: 'record',
  about: ['evidence', 'test'],
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'Evidence, or a test result, with a date or a window in the future.',
  why: 'Evidence cannot show a day that has not come yet. Either the year is mistyped, or somebody wrote the record before doing the work. An auditor asks which.',
  fix: 'Correct the date. Record evidence only after the control was performed.',
  messages: {
    window: 'The window {window} has not begun, but this evidence is already on file. Correct the window.',
    default: '{date} is in the future. Correct the date, or write this record after the work is done.',
  },
  examples: {
    bad: [
      `
      === evidence/review.yaml
      - id: EV-01
        controls: [AC-04]
        performed: 2062-03-18
                   ^^^^^^^^^^
      - id: EV-02
        controls: [AC-04]
        performed: 2026-03-18
        window: 2062-Q1
                ^^^^^^^
      === tests/access.yaml
      - id: MT-01
        control: AC-04
        on: 2062-03-18
            ^^^^^^^^^^
        result: passed
      === controls/AC-04.md
      ---
      id: AC-04
      ---
      `,
    ],
    good: [
      `
      === evidence/review.yaml
      - id: EV-01
        performed: 2026-06-30
        covers: {from: 2026-01-01, to: 2026-12-31}
      - id: EV-02
        collected: 2026-07-01
      - {id: EV-03, window: 2026-Q4}
      - {id: EV-04, window: 2026, collected: 2026-06-01}
      === tests/planned.yaml
      - id: MT-01
        on: 2026-09-15
      `,
    ],
  },
  check(program, key, report) {
    // Elsewhere it may be tomorrow already.
    const last = daysLater(program.today, 1);
    for (const entry of [...recordsAt(program, key, 'evidence'), ...recordsAt(program, key, 'test')]) {
      const { values } = entry.shape;
      const window = windowNamed(values.window?.text ?? '');
      // Without any date it may be planned.
      const isOnFile = (['performed', 'collected', 'covers.from'] as const).some(name => {
        const date = dateIn(values, name);
        return date !== undefined && date <= last;
      });
      if (values.window && window && window.start > last && isOnFile) {
        const place = { path: entry.path, record: entry.index, at: values.window.at };
        report(place, { window: window.label }, 'window');
      }
      for (const name of ['performed', 'collected', 'extractedOn', 'on'] as const) {
        const date = dateIn(entry.shape.values, name);
        const stated = entry.shape.values[name];
        if (!stated || date === undefined || date <= last) continue;
        // A test without a result is planned.
        if (name === 'on' && !entry.shape.values['result']) continue;
        report({ path: entry.path, record: entry.index, at: stated.at }, { date });
      }
    }
  },
};
