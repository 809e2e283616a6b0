import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowNamed, windowsIn } from '../../../server/src/core/program/windows.ts';

const shown = (frequency: string, start: string, end: string) =>
  windowsIn(frequency, { start, end }).map(window => `${window.label} ${window.start} ${window.end}`);

describe('the windows of a period', () => {
  it('are whole windows of the calendar that have a day in it', () => {
    assert.deepEqual(shown('quarterly', '2026-02-01', '2026-07-31'), [
      '2026-Q1 2026-01-01 2026-03-31',
      '2026-Q2 2026-04-01 2026-06-30',
      '2026-Q3 2026-07-01 2026-09-30',
    ]);
    assert.deepEqual(shown('semiannual', '2025-11-01', '2026-01-31'), [
      '2025-H2 2025-07-01 2025-12-31',
      '2026-H1 2026-01-01 2026-06-30',
    ]);
    assert.deepEqual(shown('annual', '2026-01-01', '2026-12-31'), ['2026 2026-01-01 2026-12-31']);
  });

  it('are months for what is done monthly or more often, a leap day included', () => {
    for (const frequency of ['monthly', 'weekly', 'daily'])
      assert.deepEqual(shown(frequency, '2028-02-10', '2028-03-01'), [
        '2028-02 2028-02-01 2028-02-29',
        '2028-03 2028-03-01 2028-03-31',
      ]);
  });

  it('are none for what has no windows of its own, and never more than anybody would look through', () => {
    for (const frequency of ['continuous', 'event-driven', '0 0 1 * *', 'often'])
      assert.deepEqual(shown(frequency, '2026-01-01', '2026-12-31'), []);
    assert.equal(windowsIn('monthly', { start: '0001-01-01', end: '9999-12-31' }).length, 60);
  });
});

describe('the label of a window', () => {
  it('names its days', () => {
    for (const [label, start, end] of [
      ['2026', '2026-01-01', '2026-12-31'],
      ['2026-Q1', '2026-01-01', '2026-03-31'],
      ['2026-q4', '2026-10-01', '2026-12-31'],
      ['2026-H2', '2026-07-01', '2026-12-31'],
      ['2028-02', '2028-02-01', '2028-02-29'],
    ] as const) {
      const window = windowNamed(label);
      assert.deepEqual([window?.start, window?.end], [start, end], label);
    }
  });

  it('is none of a fiscal year, and nothing else', () => {
    for (const label of ['FY2026-Q1', '2026-Q5', '2026-13', '2026-00', '26-Q1', 'Q1', '', '2026-Q1-2'])
      assert.equal(windowNamed(label), undefined, label);
  });
});
