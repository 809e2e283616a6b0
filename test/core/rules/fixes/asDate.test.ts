import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { asDate } from '../../../../server/src/core/rules/fixes/asDate.ts';

it('a date in another form is the same day', () => {
  for (const text of [
    '2026/06/30',
    '2026.6.30',
    '2026-6-30',
    '20260630',
    '30.6.2026',
    '30/06/2026',
    '06/30/2026',
    '6-30-2026',
    '30 June 2026',
    '30-Jun-2026',
    '30th Jun 2026',
    'June 30, 2026',
    'Jun. 30 2026',
    '2026-06-30T09:00:00Z',
  ]) {
    assert.equal(asDate(text), '2026-06-30', text);
  }
  assert.equal(asDate('06/06/2026'), '2026-06-06');
});

it('what may be one of two days, or is none, is no date', () => {
  for (const text of [
    '06/07/2026',
    '31.6.2026',
    '2026-02-30',
    'June 2026',
    '30/6/26',
    '30 Foo 2026',
    'Q2',
    '',
  ]) {
    assert.equal(asDate(text), undefined, text);
  }
});

it('a date stays the date it is', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
      at => {
        const date = at.toISOString().slice(0, 10);
        assert.equal(asDate(date), date);
        assert.equal(asDate(date.replaceAll('-', '/')), date);
      },
    ),
  );
});
