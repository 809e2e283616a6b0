import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFilledIn } from '../../../server/src/core/formats/isFilledIn.ts';

describe('whether a value is filled in', () => {
  it('is denied where a template left something', () => {
    for (const value of [
      ...['', 'TBD', 'n/a', 'pending', '???', 'coming soon', '____', '20XX-01-31', 'YYYY-MM-DD', 'YYYYMMDD'],
      ...['DD.MM.YYYY', '<date>', '<when approved>', '[date]', '[Approval]', '{{date}}', '{date}'],
      ...['every XX months', 'every [number] months', 'every <insert number> months', 'in {{year}}'],
    ])
      assert.equal(isFilledIn(value), false, value);
  });

  it('is affirmed of all that somebody wrote', () => {
    for (const value of [
      ...['2026-01-31', '31.1.2026', 'biannual', 'every few months [see DDQ]', 'by ADDA on 3 May'],
      ...['> 12 months', 'every few months [1]', 'yearly {at most}', 'see XXIV'],
    ])
      assert.equal(isFilledIn(value), true, value);
  });
});
