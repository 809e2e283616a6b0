import assert from 'node:assert/strict';
import { it } from 'node:test';
import { monthIn, months } from '../../../server/src/core/text/months.ts';

it('reads a month by its number and by its name', () => {
  for (const [i, month] of months.entries())
    for (const text of [month, month.toUpperCase(), month.slice(0, 3), `${i + 1}`, ` ${i + 1} `])
      assert.equal(monthIn(text), i + 1, text);
  assert.equal(monthIn('07'), 7);
  for (const text of ['0', '13', '007', '-1', '1.5', 'Marketing', 'Ma', '2026-04', ''])
    assert.equal(monthIn(text), undefined, text);
});
