import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { daysBetween, daysLater, readDate, weekdayOf } from '../../../server/src/core/text/calendar.ts';

describe('a calendar date', () => {
  for (const date of ['2026-01-31', '2024-02-29', '2000-02-29'])
    it(`is read: ${date}`, () => assert.equal(readDate(date), date));

  for (const date of ['2026-01-31T00:00:00Z', '2026-01-31 10:30', '2026-01-31T'])
    it(`is read before a time: ${date}`, () => assert.equal(readDate(date), '2026-01-31'));

  for (const date of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-1-1',
    '2026-00-10',
    '2026-01-00',
    '2025-10-011',
    '2025-10-01.',
    '2025-10-01\n',
    ' 2025-10-01',
    '12025-10-01',
    '2025/10/01',
    'today',
    '',
  ]) {
    it(`is not read: ${JSON.stringify(date)}`, () => assert.equal(readDate(date), undefined));
  }

  it('is read by nothing else', () => {
    const readers = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
      .map(name => name.replaceAll('\\', '/'))
      .filter(
        name =>
          name.endsWith('.ts') &&
          /\\d\{4\}|\bslice\(0, 10\)/.test(readFileSync(`server/src/${name}`, 'utf8')),
      );
    // The fix of a date takes one that is written otherwise, and gives it to the reader. The label of a window is no date, in whatever words,
    // and neither is a year in a sentence.
    assert.deepEqual(readers.sort(), [
      'core/features/newEvidence/evidenceId.ts',
      'core/program/evidenceFiles.ts',
      'core/rules/fixes/asDate.ts',
      'core/rules/groups/documents/certificateClaim.ts',
      'core/rules/groups/scope/noReason.ts',
      'core/rules/questions/windowMeant.ts',
      'core/text/calendar.ts',
      'core/time/labels.ts',
    ]);
  });
});

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
        assert.equal(readDate(to), to);
        assert.equal(daysLater(to, -days), from);
        assert.equal(daysBetween(from, to), days);
      }),
    );
  });
});

describe('the day of the week', () => {
  for (const [date, weekday] of [
    ['2026-11-30', 'Monday'],
    ['2024-02-29', 'Thursday'],
    ['2000-01-01', 'Saturday'],
    ['0001-01-01', 'Monday'],
  ] as const)
    it(`of ${date} is a ${weekday}`, () => assert.equal(weekdayOf(date), weekday));
});
