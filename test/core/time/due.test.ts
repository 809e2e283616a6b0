import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueWords } from '../../../server/src/core/pages/dueWords.ts';
import { urgencyOf } from '../../../server/src/core/time/due.ts';
import { windowsOf } from '../../../server/src/core/time/windows.ts';
import { rowsOf } from './row.ts';

/** What is said of each window of a case that presses, with 30 days looked ahead: `2026-Q1 overdue: overdue by 10 days, ...`. */
function pressing(today: string, until: string, evidence = 'nothing'): string[] {
  const [row] = rowsOf(`
# A quarterly control
quarterly | 2026-01-01..2026-12-31 | today ${today} | ${evidence} | - | -
`);
  const { windows } = windowsOf(row?.question ?? assert.fail());
  return windows.flatMap(window => {
    const urgency = urgencyOf(window, today, until);
    return urgency === undefined ? [] : [`${window.name} ${urgency}: ${dueWords(window, today)}`];
  });
}

describe('what is due', () => {
  it('is overdue in its grace time, and says until when', () => {
    assert.deepEqual(pressing('2026-04-10', '2026-05-10'), [
      '2026-Q1 overdue: overdue by 10 days, a gap from 2026-04-16 on',
      '2026-Q2 later: due in 81 days',
      '2026-Q3 later: due in 173 days',
      '2026-Q4 later: due in 265 days',
    ]);
    assert.equal(
      pressing('2026-04-15', '2026-04-15')[0],
      '2026-Q1 overdue: overdue by 15 days, a gap from 2026-04-16 on',
    );
    assert.equal(
      pressing('2026-04-01', '2026-04-15')[0],
      '2026-Q1 overdue: overdue by 1 day, a gap from 2026-04-16 on',
    );
  });

  it('is a gap after it, which nobody can fill in time', () => {
    assert.deepEqual(pressing('2026-06-05', '2026-07-05').slice(0, 2), [
      '2026-Q1 gap: gap',
      '2026-Q2 due: due in 25 days',
    ]);
  });

  it('is due up to its last day, and within the days looked ahead', () => {
    assert.equal(pressing('2026-03-30', '2026-03-31')[0], '2026-Q1 due: due tomorrow');
    assert.equal(pressing('2026-03-31', '2026-03-31')[0], '2026-Q1 due: due today');
    assert.equal(pressing('2026-03-29', '2026-03-30')[0], '2026-Q1 later: due in 2 days');
  });

  it('is nothing that is complete', () => {
    assert.equal(pressing('2026-04-10', '2026-05-10', 'E1 performed 2026-03-01').length, 3);
  });
});
