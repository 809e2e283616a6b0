import type { RecordShape, Stated } from '../../../model/shape.ts';
import { dateIn } from '../../../program/record.ts';
import { daysLater } from '../../../text/calendar.ts';
import { windowNamed } from '../../../time/labels.ts';
import { contradictedIn } from '../../questions/contradictionsIn.ts';
import { recordsAt } from '../../questions/recordsAt.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'evidence/future-date',
  reads: 'record',
  absence: false,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary:
    'A date in the future at what is said to be done: evidence, a test result, an approval, a review, a remediation, or an implementation.',
  why: 'Nobody can show or approve anything on a day that has not come yet. Either the year is mistyped, or somebody wrote the record before doing the work. An auditor asks which.',
  fix: 'Correct the date. Record evidence only after the control was performed, and an approval or a review only after it was given. Until a control is in place, its status is `planned` or `designed`.',
  messages: {
    window: 'The window {window} has not begun, but this evidence is already on file. Correct the window.',
    default: '{date} is in the future. Correct the date, or write this record after the work is done.',
    done: '`{key}` is {date}, which is in the future. Correct the date, or leave it out until then.',
    implemented:
      'This control is implemented, but `implementedOn` is {date}, which is in the future. Correct the date, or the status until then.',
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
        covers: {from: 2026-01-01, to: 2026-03-31}
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
      status: implemented
      implementedOn: 2062-03-18
                     ^^^^^^^^^^
      ---
      === policies/access.md
      ---
      id: access
      approvedOn: 2062-03-18
                  ^^^^^^^^^^
      reviewed: 2062-03-18
                ^^^^^^^^^^
      ---
      Access follows the role.
      === deviations/DV-01.yaml
      id: DV-01
      remediated: 2062-03-18
                  ^^^^^^^^^^
      === vendors/hosting.yaml
      id: VN-01
      report: {reviewed: 2062-03-18}
                         ^^^^^^^^^^
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
      - {id: EV-07, window: 2026-12-31, collected: 2026-06-20}
      - {id: EV-04, window: 2026, collected: 2026-06-01}
      - {id: EV-05, window: 2062-Q1, performed: 2026-06-20}
      - {id: EV-06, performed: 2062-06-20, collected: 2026-06-20}
      === tests/planned.yaml
      - id: MT-01
        on: 2026-09-15
      === controls/planned.yaml
      - {id: AC-05, status: planned, implementedOn: 2026-09-15}
      - {id: AC-06, implementedOn: 2026-09-15}
      - {id: AC-07, status: implemented, implementedOn: 2026-03-15, retiredOn: 2026-09-15}
      === policies/access.md
      ---
      id: access
      effective: 2026-09-15
      approvedOn: 2026-06-15
      ---
      Access follows the role.
      === policies/draft.md
      ---
      id: draft
      status: draft
      approvedOn: 2026-09-15
      ---
      Access follows the role.
      `,
    ],
  },
  check(program, key, report) {
    // Elsewhere it may be tomorrow already.
    const last = daysLater(program.today, 1);
    for (const { path, index, shape } of recordsAt(program, key)) {
      const { kind, values } = shape;
      const isEvidence = kind === 'evidence';
      const window =
        isEvidence && values.window && windowNamed(values.window.text, program.evidence.fiscalYearBegins);
      // What is out of order is a finding of evidence/dates already.
      const told = isEvidence ? contradictedIn(values) : none;
      if (window && values.window && window.from > last && isOnFile(values, last)) {
        if (!told.has(values.window))
          report({ path, record: index, at: values.window.at }, { window: window.name }, 'window');
      }
      for (const [name, message] of doneOn) {
        const [date, stated] = [dateIn(values, name), values[name]];
        if (!stated || date === undefined || date <= last || isPlanned(name, values)) continue;
        if (told.has(stated)) continue;
        report({ path, record: index, at: stated.at }, { date, key: name }, message);
      }
    }
  },
};

const none: ReadonlySet<Stated> = new Set<Stated>();

/** The dates of what is done, and what is said of one that is still to come. */
const doneOn = [
  ['performed', 'default'],
  ['collected', 'default'],
  ['extractedOn', 'default'],
  ['on', 'default'],
  ['approvedOn', 'done'],
  ['reviewed', 'done'],
  ['report.reviewed', 'done'],
  ['remediated', 'done'],
  ['closedOn', 'done'],
  ['received', 'done'],
  ['implementedOn', 'implemented'],
] as const;

type Values = RecordShape['values'];

/** Whether some date says that it is on file: without any it may be planned. */
function isOnFile(values: Values, last: string): boolean {
  return (['performed', 'collected', 'covers.from'] as const).some(name => {
    const date = dateIn(values, name);
    return date !== undefined && date <= last;
  });
}

/** Whether a date is that of a plan: a test without a result, or a control that does not say that it is implemented. */
function isPlanned(name: (typeof doneOn)[number][0], values: Values): boolean {
  if (name === 'on') return !values['result'];
  return name === 'implementedOn' && values['status']?.text.toLowerCase() !== 'implemented';
}
