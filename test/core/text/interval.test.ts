import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysIn, intervalLater } from '../../../server/src/core/text/interval.ts';

const later: Readonly<Record<string, readonly string[]>> = {
  '2026-01-02': ['daily', 'every day', '1 day', 'each day'],
  '2026-01-15': ['fortnightly', 'every 2 weeks', 'every two weeks', '2w', 'P2W', 'every other week'],
  '2026-02-01': ['monthly', 'every month', '1 month', 'P1M', 'once a month', '1m', 'once per month'],
  '2026-03-02': ['60 days', '60d', 'every 60 days', 'P60D'],
  '2026-04-01': [
    'quarterly',
    'every quarter',
    'Each Quarter',
    '3 months',
    '3m',
    'once per quarter',
    'four times a year',
  ],
  '2026-07-01': [
    'semi-annual',
    'semiannually',
    'Semi annually',
    'half-yearly',
    'every six months',
    '6 mo',
    'twice a year',
    'twice yearly',
    'every half year',
    '2x per year',
  ],
  '2027-01-01': [
    ...[
      'annual',
      'Annually',
      'yearly',
      'every year',
      '12 months',
      '12-months',
      '12m',
      '1y',
      '1 yr',
      'P1Y',
      'P12M',
    ],
    ...[
      'at least annually',
      'At least once a year',
      'at a minimum, annually',
      'no less than annually',
      'once every 12 months',
    ],
    ...[
      'annually or upon significant change',
      'annually, or as needed',
      'Annually (each June)',
      'each June',
      'on an annual basis',
    ],
    ...[
      'annual review',
      'annually.',
      'minimum annually',
      'every calendar year',
      'per year',
      'every twelve months',
      'every twelve (12) months',
      'at least once every 12 (twelve) months (or sooner)',
      'one (1) year',
    ],
  ],
  '2028-01-01': [
    'biennial',
    'every 2 years',
    'every two years',
    '24 months',
    'every other year',
    'every second year',
    '2y',
  ],
};

describe('an interval', () => {
  for (const [date, intervals] of Object.entries(later)) {
    for (const interval of intervals)
      it(`is read: ${interval}`, () => assert.equal(intervalLater('2026-01-01', interval), date));
  }

  for (const interval of [
    ...[
      '',
      'biannual',
      'bi-annually',
      'biweekly',
      'as the board decides',
      'on change',
      '0 months',
      'every',
      'm',
      'y',
      '12',
    ],
    ...[
      'annual budget',
      'yearly or monthly',
      'every blue moon',
      'P',
      '1.5 years',
      'every few months',
      'never',
      'every twelve (6) months',
    ],
  ]) {
    it(`is not guessed: ${JSON.stringify(interval)}`, () =>
      assert.equal(intervalLater('2026-01-01', interval), undefined));
  }

  it('is looked for in no more than a line of any text', () => {
    assert.equal(intervalLater('2026-01-01', 'at least '.repeat(50_000)), undefined);
    assert.equal(intervalLater('2026-01-01', `${'a '.repeat(50_000)}year`), undefined);
  });
});

it('reads a number of days, and none, up to a year', () => {
  const read = (...texts: readonly string[]) => texts.map(daysIn);
  assert.deepEqual(read('10', ' 0 ', '0 days', '45 days', '2 weeks', '366'), [10, 0, 0, 45, 14, 366]);
  for (const text of ['-5', '1.5', '367', '1 month', 'soon', '', '10 fortnights of silence'])
    assert.equal(daysIn(text), undefined, text);
});
