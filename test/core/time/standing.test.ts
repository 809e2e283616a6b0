import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOnFile } from '../../../server/src/core/time/onFile.ts';
import { reasonOf } from '../../../server/src/core/time/reasons.ts';
import { standingOf } from '../../../server/src/core/time/standing.ts';
import { windowsOf } from '../../../server/src/core/time/windows.ts';
import { rowsOf } from './row.ts';

function windowsIn(row: string) {
  const [one] = rowsOf(`# ${row}\n${row}`);
  assert.ok(one);
  return { ...windowsOf(one.question), today: one.question.today };
}

const year = '2026-01-01..2026-12-31';

describe('what the windows of a control say of it', () => {
  for (const [row, standing] of [
    [`quarterly | ${year} | today 2026-04-20 | E1 window 2026-Q1 performed 2026-04-10`, 'evidenced'],
    [`quarterly | ${year} | today 2026-04-20 | E1 performed 2026-04-10`, 'lacking'],
    [`quarterly | ${year} | today 2026-04-15 | E1 performed 2026-03-10`, 'open'],
    [`annual | ${year} | today 2026-04-15 | E1 performed 2026-03-10`, 'evidenced'],
    [`annual | ${year} | today 2026-04-15 | nothing`, 'open'],
    [`annual, implementedOn 2026-09-01 | ${year} | today 2027-02-15 | nothing`, 'nothing to show'],
    [`quarterly, retiredOn 2025-11-01 | ${year} | today 2026-05-01 | nothing`, 'nothing to show'],
    [
      `event-driven | ${year} | today 2027-02-15 | P1 population covers ${year} drawn 2027-01-04 count 0`,
      'nothing to show',
    ],
    [
      `event-driven | ${year} | today 2026-10-05 | P1 population covers 2026-02-01..2026-09-30 drawn 2026-10-02 count 7`,
      'lacking',
    ],
    [
      `event-driven, retiredOn 2026-02-16 | ${year} | today 2026-02-25 | P1 population covers 2026-01-01..2026-02-15 drawn 2026-02-20 count 3`,
      'evidenced',
    ],
  ] as const)
    it(`is ${standing}: ${row}`, () => assert.equal(standingOf(windowsIn(row).windows), standing));
});

describe('the reason for the state of a window', () => {
  for (const [row, ...reasons] of [
    [
      `quarterly | ${year} | today 2026-05-01 | nothing`,
      '2026-Q1 closed on 2026-03-31 without evidence.',
      '2026-Q2 is due on 2026-06-30.',
      '2026-Q3 begins on 2026-07-01.',
      '2026-Q4 begins on 2026-10-01.',
    ],
    [
      `quarterly, systems okta,github | 2026-01-01..2026-07-31 | today 2026-07-10 | E1 performed 2026-03-18 systems okta; E2 performed 2026-06-18 systems okta`,
      '2026-Q1 closed on 2026-03-31, 1 of 2: github missing.',
      '2026-Q2 was due on 2026-06-30 and closes after 2026-07-15, 1 of 2: github missing.',
      '2026-Q3 has only 31 of 92 days in the period, so nothing is expected of it.',
    ],
    [
      `quarterly | 2026-01-01..2026-06-30 | today 2026-07-01 | E1 window 2026-Q1 performed 2026-05-02; E2 collected 2026-04-20`,
      '2026-Q1 has evidence of 2026-05-02, performed after 2026-04-15, the end of the grace time.',
      '2026-Q2 has evidence of 2026-04-20, known only by the day on which it was filed.',
    ],
    [
      `annual | 2026-07-01..2026-12-31 | today 2026-08-01 | E1 performed 2026-03-10`,
      'The last annual window (2026-01-01 to 2026-12-31) has evidence of 2026-03-10, performed before the period.',
    ],
    [
      `daily | 2026-01-01..2026-02-28 | today 2026-03-15 | L1 system-log window 2026-01 collected 2026-02-02; L2 system-log window 2026-02 collected 2026-02-20`,
      '2026-01 is on file for every day.',
      '2026-02 closed on 2026-02-28, without 2026-02-20 to 2026-02-28.',
    ],
    [
      `event-driven | ${year} | today 2026-10-05 | P1 population covers 2026-02-01..2026-09-30 drawn 2026-10-02 count 7`,
      'The population (2026-01-01 to 2026-12-31) is open, but already lacks days: without 2026-01-01 to 2026-01-31.',
    ],
    [
      `event-driven | ${year} | today 2027-02-15 | I1 incident-report performed 2026-03-02`,
      'The population (2026-01-01 to 2026-12-31) closed on 2026-12-31, 1 item on file, but no complete population.',
    ],
  ] as const)
    it(`names the days: ${row}`, () => {
      const { windows, today } = windowsIn(row);
      assert.deepEqual(
        windows.map(window => reasonOf(window, today)),
        reasons,
      );
    });
});

describe('evidence on file for a report as of a day', () => {
  const evidence = (said: string) =>
    rowsOf(`# ${said}\nquarterly | ${year} | today 2026-07-10 | E1 ${said}`)[0]?.question.evidence ?? [];

  for (const said of [
    'performed 2026-05-12',
    'performed 2025-07-01',
    'covers 2025-01-01..2026-03-31',
    'collected 2026-06-30',
  ])
    it(`is ${said}`, () => assert.equal(isOnFile(evidence(said), '2026-06-30'), true));

  for (const said of [
    'performed 2026-07-03',
    'performed 2025-06-30',
    'performed 2026-07-03 collected 2026-06-01',
  ])
    it(`is not ${said}`, () => assert.equal(isOnFile(evidence(said), '2026-06-30'), false));

  it('is not what has no date', () =>
    assert.equal(isOnFile(evidence('window 2026-Q1'), '2026-06-30'), false));
});
