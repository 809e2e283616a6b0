import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { daysLater, isCalendarDate } from '../../../server/src/core/text/calendar.ts';

describe('a day so many days later', () => {
  it('is in the month and the year that it falls into', () => {
    assert.equal(daysLater('2026-03-01', -1), '2026-02-28');
    assert.equal(daysLater('2024-03-01', -1), '2024-02-29');
    assert.equal(daysLater('2026-01-01', -366), '2024-12-31');
    assert.equal(daysLater('2025-12-31', 90), '2026-03-31');
  });

  it('leads back by as many', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(
        ([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const to = daysLater(from, days);
        assert.ok(isCalendarDate(to), to);
        assert.equal(daysLater(to, -days), from);
      }),
    );
  });
});
