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

describe('the windows of the calendar and of fiscal years', () => {
  cases(`
# Q1 closed on 03-31 and its grace ended on 04-15; Q2 is open; Q3 and Q4 have not begun.
quarterly | 2026-01-01..2026-12-31 | today 2026-05-01 | nothing | 2026-Q1 gap; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# The last day of the grace time: Q1 is not yet closed.
quarterly | 2026-01-01..2026-12-31 | today 2026-04-15 | nothing | 2026-Q1, 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# The day after: closed, and nothing on file.
quarterly | 2026-01-01..2026-12-31 | today 2026-04-16 | nothing | 2026-Q1 gap; 2026-Q2 due; 2026-Q3, 2026-Q4 upcoming
# Leap year: February ends on 02-29, its grace on 03-10.
monthly | 2028-01-01..2028-03-31 | today 2028-03-11 | E1 performed 2028-01-20 | 2028-01 complete; 2028-02 gap; 2028-03 due
# The fiscal year begins in February and is named by the year in which it ends. '2026-Q1' without FY is January to March, which lies in no single window: E1 is filed by the day it was performed, and a finding says so.
quarterly | 2026-02-01..2027-01-31 fiscal year from 2 | today 2026-09-01 | E1 window 2026-Q1 performed 2026-03-10; E2 window FY2027-Q2 performed 2026-07-20 | FY2027-Q1, FY2027-Q2 complete; FY2027-Q3 due; FY2027-Q4 upcoming | E1 label
# Fiscal halves: July to December, January to June.
semiannual | 2025-07-01..2026-06-30 fiscal year from 7 | today 2026-06-15 | E1 performed 2025-11-20; E2 performed 2026-05-19 | FY2026-H1, FY2026-H2 complete
# The period is no multiple of quarters. February and March are 59 of 90 days: expected. October is 31 of 92: not expected.
quarterly | 2026-02-01..2026-10-31 | today 2026-12-01 | nothing | 2026-Q1 (2026-02-01..2026-03-31), 2026-Q2, 2026-Q3 gap; 2026-Q4 (2026-10-01..2026-10-31) not expected
# E1 was performed in the part of Q1 that the period cuts off before its start, while the control was active: it fills Q1, with the mark.
quarterly | 2026-02-01..2026-10-31 | today 2026-12-01 | E1 performed 2026-01-20; E2 performed 2026-05-05; E3 performed 2026-08-11 | 2026-Q1 (2026-02-01..2026-03-31) complete [before-period]; 2026-Q2, 2026-Q3 complete; 2026-Q4 (2026-10-01..2026-10-31) not expected
# January is 17 of 31 days: expected; July is 14 of 31: not. January is due until 02-10.
monthly | 2026-01-15..2026-07-14 | today 2026-02-01 | nothing | 2026-01 (2026-01-15..2026-01-31), 2026-02 due; 2026-03, 2026-04, 2026-05, 2026-06 upcoming; 2026-07 (2026-07-01..2026-07-14) not expected
# In the leap year February 16 to 29 is 14 of 29, and August 1 to 15 is 15 of 31: neither is expected.
monthly | 2028-02-16..2028-08-15 | today 2028-02-20 | nothing | 2028-02 (2028-02-16..2028-02-29) not expected; 2028-03, 2028-04, 2028-05, 2028-06, 2028-07 upcoming; 2028-08 (2028-08-01..2028-08-15) not expected

`);
});

describe('the window of a frequency as long as the period, or longer', () => {
  cases(`
# The period is no longer than one interval: one performance in the three months that end with it. Calendar quarters would ask for two.
quarterly | 2026-02-01..2026-04-30 | today 2026-05-02 | E1 performed 2026-04-22 | last quarterly (2026-02-01..2026-04-30) complete
# Performed within the twelve months that end with the period: nothing more is due this year.
annual | 2026-01-01..2026-12-31 | today 2026-06-01 | E1 performed 2026-02-18 | last annual (2026-01-01..2026-12-31) complete
# Performed before the period, and within one interval of its end: counts, with the mark.
annual | 2026-07-01..2026-12-31 | today 2026-08-01 | E1 performed 2026-03-10 | last annual (2026-01-01..2026-12-31) complete [before-period]
# The grace time of 30 days ended on 01-30.
annual | 2026-07-01..2026-12-31 | today 2027-01-31 | E1 performed 2025-12-31 | last annual (2026-01-01..2026-12-31) gap
# Windows of calendar years would call April to December 2025 a gap, although the control was performed in the period.
annual | 2025-04-01..2026-03-31 | today 2026-03-15 | E1 performed 2026-02-10 | last annual (2025-04-01..2026-03-31) complete
# No day of performance, a label alone: 275 of the 365 days of 2025 lie in the twelve months looked at.
annual | 2025-04-01..2026-03-31 | today 2026-03-15 | E1 window 2025 collected 2025-12-01 | last annual (2025-04-01..2026-03-31) complete
# A period longer than the interval has windows again: 2026, and 90 of 365 days of 2027, which expect nothing.
annual | 2026-01-01..2027-03-31 | today 2027-05-01 | E1 performed 2026-11-03 | 2026 complete; 2027 (2027-01-01..2027-03-31) not expected
# H1 of 2025 is 91 of 181 days in the period: expected, and filled by E1 of the part cut off. E3 is in a part that expects nothing.
semiannual | 2025-04-01..2026-03-31 | today 2026-04-15 | E1 performed 2025-01-14; E2 performed 2025-07-15; E3 performed 2026-01-13 | 2025-H1 (2025-04-01..2025-06-30) complete [before-period]; 2025-H2 complete; 2026-H1 (2026-01-01..2026-03-31) not expected
# Six months back from the end are 07-01 to 12-31.
semiannual | 2026-10-01..2026-12-31 | today 2026-11-01 | E1 performed 2026-08-05 | last semiannual (2026-07-01..2026-12-31) complete [before-period]
# A short first period: the year that ends with it is looked at, not the quarter.
annual | 2026-10-01..2026-12-31 | today 2026-11-01 | E1 performed 2026-01-20 | last annual (2026-01-01..2026-12-31) complete [before-period]

`);
});

describe('the windows of what is done weekly or daily', () => {
  cases(`
# One log may fill several months. L2 was taken on its own last day, so that day is not in it: March lacks 03-31 and is due until 04-10.
weekly | 2026-01-01..2026-03-31 | today 2026-04-05 | L1 system-log covers 2026-01-01..2026-02-28 collected 2026-03-02; L2 system-log covers 2026-03-01..2026-03-31 collected 2026-03-31 | 2026-01, 2026-02 complete; 2026-03 due {without 2026-03-31} | L2 beyond
# The same after the grace time.
weekly | 2026-01-01..2026-03-31 | today 2026-04-11 | L1 system-log covers 2026-01-01..2026-02-28 collected 2026-03-02; L2 system-log covers 2026-03-01..2026-03-31 collected 2026-03-31 | 2026-01, 2026-02 complete; 2026-03 partial {without 2026-03-31} | L2 beyond
# A log may span as many windows as it covers. November is open.
daily | 2026-01-01..2026-12-31 | today 2026-11-23 | L1 system-log covers 2026-01-01..2026-10-31 collected 2026-11-03 | 2026-01, 2026-02, 2026-03, 2026-04, 2026-05, 2026-06, 2026-07, 2026-08, 2026-09, 2026-10 complete; 2026-11 due; 2026-12 upcoming
# The half-window rule is not for weekly and finer: 12 days of a daily control can be shown, and an auditor tests them.
daily, implementedOn 2026-10-20 | 2026-01-01..2026-12-31 | today 2026-11-23 | L1 system-log covers 2026-10-20..2026-10-31 collected 2026-11-02 | 2026-10 (2026-10-20..2026-10-31) complete; 2026-11 due; 2026-12 upcoming
# March 27 to 31 is shorter than one week: nothing is expected of it.
weekly, implementedOn 2026-03-27 | 2026-01-01..2026-06-30 | today 2026-04-20 | nothing | 2026-03 (2026-03-27..2026-03-31) not expected; 2026-04 due; 2026-05, 2026-06 upcoming
# A log with a label and no 'covers' covers the days of the label up to the day before it was collected: L2 ends on 02-19.
daily | 2026-01-01..2026-02-28 | today 2026-03-15 | L1 system-log window 2026-01 collected 2026-02-02; L2 system-log window 2026-02 collected 2026-02-20 | 2026-01 complete; 2026-02 partial {without 2026-02-20 to 2026-02-28}

`);
});

describe('the windows of a control that was changed', () => {
  cases(`
# 46 of 91 days are more than half: expected.
quarterly, implementedOn 2026-05-16 | 2026-01-01..2026-12-31 | today 2026-08-01 | nothing | 2026-Q2 (2026-05-16..2026-06-30) gap; 2026-Q3 due; 2026-Q4 upcoming
# The last active day is 08-15: 46 of 92 days, exactly half, so Q3 is expected. Its grace ended on 08-30.
quarterly, retiredOn 2026-08-16 | 2026-01-01..2026-12-31 | today 2026-09-15 | E1 performed 2026-02-10; E2 performed 2026-05-12 | 2026-Q1, 2026-Q2 complete; 2026-Q3 (2026-07-01..2026-08-15) gap
# 45 of 92 days: not expected. E3 is of a day on which the control was no more: a finding, and it fills nothing.
quarterly, retiredOn 2026-08-15 | 2026-01-01..2026-12-31 | today 2026-09-15 | E1 performed 2026-02-10; E2 performed 2026-05-12; E3 performed 2026-08-20 | 2026-Q1, 2026-Q2 complete; 2026-Q3 (2026-07-01..2026-08-14) not expected | E3 inactive
# Quarterly up to 03-31, monthly from 04-01: one quarter, then nine months. May is due until 06-10.
monthly, before 2024-01-01..2026-03-31 quarterly | 2026-01-01..2026-12-31 | today 2026-06-05 | E1 performed 2026-03-18; E2 performed 2026-04-20 | 2026-Q1, 2026-04 complete; 2026-05, 2026-06 due; 2026-07, 2026-08, 2026-09, 2026-10, 2026-11, 2026-12 upcoming
# The yearly version was in force to 06-30: its last performance within one year of that day counts. The quarterly one begins with Q3.
quarterly, before 2024-01-01..2026-06-30 annual | 2026-01-01..2026-12-31 | today 2026-09-01 | E1 performed 2025-11-12; E2 performed 2026-08-19 | last annual (2025-07-01..2026-06-30) complete [before-period]; 2026-Q3 complete; 2026-Q4 upcoming
# 122 of 365 days: nothing is expected of a yearly control so young. It cannot be 'evidenced' and has no gap.
annual, implementedOn 2026-09-01 | 2026-01-01..2026-12-31 | today 2027-02-15 | nothing | last annual (2026-09-01..2026-12-31) not expected
# 245 of 365 days: expected.
annual, implementedOn 2026-05-01 | 2026-01-01..2026-12-31 | today 2027-02-15 | nothing | last annual (2026-05-01..2026-12-31) gap
# 1 of 31 days.
monthly, implementedOn 2026-12-31 | 2026-01-01..2026-12-31 | today 2027-02-01 | nothing | 2026-12 (2026-12-31..2026-12-31) not expected
# Not active on any day of the period: no window.
quarterly, retiredOn 2025-11-01 | 2026-01-01..2026-12-31 | today 2026-05-01 | nothing | none

`);
});
