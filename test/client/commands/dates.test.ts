import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dateOf,
  endOfMonth,
  endOfTwelveMonths,
  isDate,
  startOfMonth,
} from '../../../client/src/commands/dates.ts';
import { readDate } from '../../../server/src/core/text/calendar.ts';

test('a date is the day that the clock shows where it is', () => {
  assert.equal(dateOf(new Date(2026, 10, 23, 0, 30)), '2026-11-23');
  assert.equal(dateOf(new Date(2026, 10, 23, 23, 30)), '2026-11-23');
});

test('months begin and end where the calendar says so, over the end of a year too', () => {
  assert.equal(startOfMonth('2026-11-23', 0), '2026-11-01');
  assert.equal(startOfMonth('2026-11-23', 2), '2027-01-01');
  assert.equal(endOfMonth('2026-11-30', 3), '2027-02-28');
  assert.equal(endOfMonth('2027-11-30', 3), '2028-02-29');
});

test('twelve months end on the day before the first one returns', () => {
  assert.equal(endOfTwelveMonths('2026-01-01'), '2026-12-31');
  assert.equal(endOfTwelveMonths('2026-04-15'), '2027-04-14');
  assert.equal(endOfTwelveMonths('2027-03-01'), '2028-02-29');
  assert.equal(endOfTwelveMonths('2028-02-29'), '2029-02-28');
});

test('a text is a date where such a day exists and it is written as one', () => {
  const texts = [
    '2026-02-28',
    '2028-02-29',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    'today',
    '',
  ];
  assert.deepEqual(texts.filter(isDate), ['2026-02-28', '2028-02-29']);
});

test('what is asked for as a date is one to the server too', () => {
  const part = fc.integer({ min: 0, max: 40 }).map(number => String(number).padStart(2, '0'));
  const text = fc.tuple(fc.integer({ min: 1000, max: 9999 }), part, part).map(parts => parts.join('-'));
  fc.assert(fc.property(text, date => isDate(date) === (readDate(date) === date)));
});
