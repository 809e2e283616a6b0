import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowsOf } from '../../../server/src/core/time/windows.ts';
import { problemsShown, rowsOf, windowsShown } from './row.ts';

function cases(table: string): void {
  for (const { why, question, windows, problems } of rowsOf(table)) {
    it(why, () => {
      const found = windowsOf(question);
      assert.equal(windowsShown(found, question), windows);
      assert.equal(problemsShown(found), problems);
    });
  }
}

describe('the window that evidence fills', () => {
  cases(`
# Two performances in Q2 and none in Q1; the earlier one lies in the grace time of Q1: it fills Q1.
quarterly | 2026-01-01..2026-12-31 | today 2026-07-01 | E1 performed 2026-04-10; E2 performed 2026-06-20 | 2026-Q1, 2026-Q2 complete; 2026-Q3 due; 2026-Q4 upcoming
# A single one belongs to the window in which it was performed. Whoever means Q1 says 'window: 2026-Q1'.
quarterly | 2026-01-01..2026-12-31 | today 2026-04-20 | E1 performed 2026-04-10 | 2026-Q1 gap; 2026-Q2 complete; 2026-Q3, 2026-Q4 upcoming
# The label decides; within the grace time there is no mark.
quarterly | 2026-01-01..2026-12-31 | today 2026-04-20 | E1 window 2026-Q1 performed 2026-04-10 | 2026-Q1 complete; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# Performed before the window that it names: it contradicts itself, fills neither, and is a finding.
quarterly | 2026-01-01..2026-12-31 | today 2026-05-02 | E1 window 2026-Q2 performed 2026-03-28 | 2026-Q1 gap; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming | E1 early
# February was skipped. E2 lies in its grace time and is the only one of March, so it stays there: the gap is in the month in which it is, and does not wander to June.
monthly | 2026-01-01..2026-06-30 | today 2026-07-15 | E1 performed 2026-01-08; E2 performed 2026-03-05; E3 performed 2026-04-07; E4 performed 2026-05-06; E5 performed 2026-06-04 | 2026-01 complete; 2026-02 gap; 2026-03, 2026-04, 2026-05, 2026-06 complete
# No day of performance: 'covers' fills each window that lies in it. Six months are exactly twice the interval (counted in months, not days: 181 days are more than twice the 90 of Q1).
quarterly | 2026-01-01..2026-12-31 | today 2026-08-01 | E1 other covers 2026-01-01..2026-06-30 collected 2026-07-02 | 2026-Q1, 2026-Q2 complete; 2026-Q3 due; 2026-Q4 upcoming
# More than twice the interval, and neither a log nor a population: it fills none, and a finding says why. What has 'covers' is never filed by the day of its collection.
quarterly | 2026-01-01..2026-12-31 | today 2026-11-01 | E1 other covers 2026-01-01..2026-09-30 collected 2026-10-02 | 2026-Q1, 2026-Q2, 2026-Q3 gap; 2026-Q4 due | E1 covers
# One performance, whatever it covers, is one performance: a quarterly review done once for half a year leaves Q1 open.
quarterly | 2026-01-01..2026-12-31 | today 2026-08-01 | E1 access-review performed 2026-06-25 covers 2026-01-01..2026-06-25 | 2026-Q1 gap; 2026-Q2 complete; 2026-Q3 due; 2026-Q4 upcoming
# What it covers is stronger than the day on which it was done, within the grace time.
quarterly | 2026-01-01..2026-12-31 | today 2026-04-20 | E1 access-review performed 2026-04-03 covers 2026-01-01..2026-03-31 | 2026-Q1 complete; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# Nothing but the day of filing: taken for the day of performance, and marked.
quarterly | 2026-01-01..2026-12-31 | today 2026-03-01 | E1 collected 2026-02-10 | 2026-Q1 complete [by-collection]; 2026-Q2, 2026-Q3, 2026-Q4 upcoming
# It belongs to a window of the period before: it is not counted for Q1.
quarterly | 2026-01-01..2026-12-31 | today 2026-03-01 | E1 window 2025-Q4 performed 2026-01-10 | 2026-Q1 due; 2026-Q2, 2026-Q3, 2026-Q4 upcoming
# Four reviews and three quarters: two in Q1 do not make up for none in Q2.
quarterly | 2026-01-01..2026-12-31 | today 2027-02-01 | E1 performed 2026-02-03; E2 performed 2026-03-20; E3 performed 2026-08-12; E4 performed 2026-11-11 | 2026-Q1 complete; 2026-Q2 gap; 2026-Q3, 2026-Q4 complete
# A label wider than the windows names none of them: filed by the day of performance, with a finding.
quarterly | 2026-01-01..2026-12-31 | today 2026-05-20 | E1 window 2026 performed 2026-05-06 | 2026-Q1 gap; 2026-Q2 complete; 2026-Q3, 2026-Q4 upcoming | E1 label
# What was filed before the control was active is not of a day on which it was performed.
quarterly, implementedOn 2026-01-20 | 2026-02-01..2026-06-30 | today 2026-05-01 | E1 collected 2026-01-09 | 2026-Q1 (2026-02-01..2026-03-31) gap; 2026-Q2 due
# Nor is what was filed when the control was no more.
quarterly, retiredOn 2026-07-01 | 2026-01-01..2026-12-31 | today 2026-07-20 | E1 collected 2026-07-09; E2 performed 2026-03-01 | 2026-Q1 complete; 2026-Q2 gap
# A single performance does not move out of the windows of the version in force on its day.
weekly, before ..2026-06-30 quarterly | 2026-01-01..2026-12-31 | today 2026-07-20 | E1 access-review performed 2026-07-09; E2 performed 2026-03-01 | 2026-Q1 complete; 2026-Q2 gap; 2026-07 due {1 item on file, but no complete log}; 2026-08, 2026-09, 2026-10, 2026-11, 2026-12 upcoming
# E2 is of a day that is still to come: it fills nothing, and is a finding.
quarterly | 2026-01-01..2026-12-31 | today 2026-05-20 | E1 performed 2026-02-03; E2 performed 2026-06-30 | 2026-Q1 complete; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming | E2 future

`);
});

describe('systems and expectations', () => {
  cases(`
# Open: still due.
quarterly, systems okta,aws,github | 2026-01-01..2026-12-31 | today 2026-03-25 | E1 performed 2026-03-18 systems okta,aws | 2026-Q1 due {2 of 3: github missing}; 2026-Q2, 2026-Q3, 2026-Q4 upcoming
# Closed: some on file, so partial and not a gap.
quarterly, systems okta,aws,github | 2026-01-01..2026-12-31 | today 2026-05-02 | E1 performed 2026-03-18 systems okta,aws | 2026-Q1 partial {2 of 3: github missing}; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# Complete, but one of three after the grace time.
quarterly, systems okta,aws,github | 2026-01-01..2026-12-31 | today 2026-05-02 | E1 performed 2026-03-18 systems okta,aws; E2 window 2026-Q1 performed 2026-04-20 systems github | 2026-Q1 complete [late] {3 of 3}; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# The report does not cover GitHub: only two systems are asked for.
quarterly, systems okta,aws,github | 2026-01-01..2026-12-31 systems okta,aws | today 2026-05-02 | E1 performed 2026-03-18 systems okta,aws | 2026-Q1 complete {2 of 2}; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# Evidence of another type does not meet the expectation: a finding, and it fills nothing.
quarterly, expects access-review | 2026-01-01..2026-12-31 | today 2026-05-02 | E1 restore-test performed 2026-03-18 | 2026-Q1 gap; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming | E1 type
# Evidence that names no system is taken for all of them (unknown is not wrong), with information that it does not say.
quarterly, systems okta,aws,github | 2026-01-01..2026-12-31 | today 2026-05-02 | E1 performed 2026-03-18 | 2026-Q1 complete {3 of 3}; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming | E1 systems

`);
});

describe('what is done weekly', () => {
  cases(`
# One performance is an item of the month that its label names, and no log of it.
weekly | 2026-01-01..2026-02-28 | today 2026-03-20 | E1 access-review window 2026-01 performed 2026-01-09 collected 2026-02-05 | 2026-01 partial {1 item on file, but no complete log}; 2026-02 gap
`);
});

describe('populations', () => {
  cases(`
# Drawn up to 06-30 without a hole: the rest is due once the period is over. It is no gap meanwhile.
event-driven | 2026-01-01..2026-12-31 | today 2026-11-01 | P1 population covers 2026-01-01..2026-06-30 drawn 2026-07-02 count 12 | population (2026-01-01..2026-12-31) due {without 2026-07-01 to 2026-12-31}
# A later extract has passed over April: that is known at once.
event-driven | 2026-01-01..2026-12-31 | today 2026-10-05 | P1 population covers 2026-01-01..2026-03-31 drawn 2026-04-02 count 5; P2 population covers 2026-05-01..2026-09-30 drawn 2026-10-02 count 7 | population (2026-01-01..2026-12-31) partial {without 2026-04-01 to 2026-04-30}
# Zero from the first day to the last, on record: the control was not exercised. Neither a gap nor evidence.
event-driven | 2026-01-01..2026-12-31 | today 2027-01-05 | P1 population covers 2026-01-01..2026-06-30 drawn 2026-07-02 count 0; P2 population covers 2026-07-01..2026-12-31 drawn 2027-01-04 count 0 | population (2026-01-01..2026-12-31) not exercised
# Exercised four times.
event-driven | 2026-01-01..2026-12-31 | today 2027-01-05 | P1 population covers 2026-01-01..2026-06-30 drawn 2026-07-02 count 0; P2 population covers 2026-07-01..2026-12-31 drawn 2027-01-04 count 4 | population (2026-01-01..2026-12-31) complete
# Drawn on its own last day: what happened later that day is not in it. It counts to 12-30.
event-driven | 2026-01-01..2026-12-31 | today 2027-01-05 | P1 population covers 2026-01-01..2026-12-31 drawn 2026-12-31 count 19 | population (2026-01-01..2026-12-31) due {without 2026-12-31} | P1 beyond
# It claims days after it was drawn: it counts to 08-31, and is a finding.
event-driven | 2026-01-01..2026-12-31 | today 2026-10-01 | P1 population covers 2026-01-01..2026-12-31 drawn 2026-09-01 count 19 | population (2026-01-01..2026-12-31) due {without 2026-09-01 to 2026-12-31} | P1 beyond
# Nothing on file. That there were no events has to be recorded too.
event-driven | 2026-01-01..2026-12-31 | today 2027-02-15 | nothing | population (2026-01-01..2026-12-31) gap
# The period is open: due at its end.
event-driven | 2026-01-01..2026-12-31 | today 2026-08-01 | nothing | population (2026-01-01..2026-12-31) due
# Items show themselves, and not that they are all.
event-driven | 2026-01-01..2026-12-31 | today 2027-02-15 | I1 incident-report performed 2026-03-02; I2 incident-report performed 2026-09-14 | population (2026-01-01..2026-12-31) partial {2 items on file, but no complete population}
# An extract may be wider than the period.
event-driven | 2026-01-01..2026-12-31 | today 2027-01-05 | P1 population covers 2025-07-01..2026-12-31 drawn 2027-01-04 count 30 | population (2026-01-01..2026-12-31) complete
# A control that was replaced is shown for its own days. 'retiredOn' is the first day on which it is no more.
event-driven, retiredOn 2026-02-16 | 2026-01-01..2026-12-31 | today 2026-05-01 | P1 population covers 2026-01-01..2026-02-15 drawn 2026-02-20 count 3 | population (2026-01-01..2026-02-15) complete
# The one that replaced it, for the rest.
event-driven, implementedOn 2026-02-16 | 2026-01-01..2026-12-31 | today 2026-08-01 | P1 population covers 2026-02-16..2026-06-30 drawn 2026-07-02 count 8 | population (2026-02-16..2026-12-31) due {without 2026-07-01 to 2026-12-31}

`);
});

describe('what is continuous', () => {
  cases(`
# The capture is on file; the changes are known up to 11-22, the rest is due at the end.
continuous, systems okta | 2026-01-01..2026-12-31 | today 2026-11-29 | C1 configuration performed 2026-10-20 systems okta; L1 system-log covers 2026-01-01..2026-11-22 collected 2026-11-23 systems okta | configuration (2026-01-01..2026-12-31) complete; changes (2026-01-01..2026-12-31) due {okta without 2026-11-23 to 2026-12-31}
# How it was configured in the period can no longer be captured: no grace time.
continuous | 2026-01-01..2026-12-31 | today 2027-01-05 | L1 system-log covers 2026-01-01..2026-12-31 collected 2027-01-04 | configuration (2026-01-01..2026-12-31) gap; changes (2026-01-01..2026-12-31) complete
# A capture after the period says nothing about it.
continuous | 2026-01-01..2026-12-31 | today 2027-01-06 | C1 configuration performed 2027-01-05; L1 system-log covers 2026-01-01..2026-12-31 collected 2027-01-04 | configuration (2026-01-01..2026-12-31) gap; changes (2026-01-01..2026-12-31) complete

# A capture of another type than the control expects is a finding, and it fills nothing.
continuous, expects configuration,system-log | 2026-01-01..2026-12-31 | today 2026-11-29 | E1 restore-test performed 2026-03-18 | configuration (2026-01-01..2026-12-31), changes (2026-01-01..2026-12-31) due | E1 type
`);
});

describe('the same evidence in two reports', () => {
  cases(`
# The report over half a year: both windows are filled.
quarterly | 2026-01-01..2026-06-30 | today 2026-07-20 | E1 performed 2026-03-12; E2 performed 2026-06-10 | 2026-Q1, 2026-Q2 complete
# The same evidence, the report over the year: Q3 is open.
quarterly | 2026-01-01..2026-12-31 | today 2026-07-20 | E1 performed 2026-03-12; E2 performed 2026-06-10 | 2026-Q1, 2026-Q2 complete; 2026-Q3 due; 2026-Q4 upcoming
`);
});
