import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cronFault, looksLikeCron } from '../../../server/src/core/text/cron.ts';

describe('a cron expression', () => {
  it('comes up with five fields, or six with the seconds first', () => {
    for (const text of [
      ...['0 9 1 */3 *', '0 0 9 1 */3 *', '*/15 * * * *', '0 9 * * MON-FRI', '0 9 1 JAN,JUL *', '0 9 * * 7'],
      ...[
        '0 0 29 2 *',
        '0 0 31 2 1',
        '0 0 0 L */3 ?',
        '0 0 9 ? * MON#1',
        '@weekly',
        '@every 24h',
        '5/15 * * * *',
      ],
    ])
      assert.equal(cronFault(text, 'usual'), undefined, text);
  });

  it('names the field that cannot be read', () => {
    const fields = {
      '0 25 * * *': '25',
      '0 9 0 1 *': '0',
      '0 9 1 13 *': '13',
      '0 9 1 1 8': '8',
      '0 9 5-1 * *': '5-1',
      '0 9 */0 * *': '*/0',
      '61 9 * * *': '61',
      '0 9 * * MOON': 'MOON',
      quarterly: 'quarterly',
    };
    for (const [text, field] of Object.entries(fields))
      assert.deepEqual(cronFault(text, 'usual'), { is: 'unreadable', field }, text);
  });

  it('never comes up on a day that none of its months has', () => {
    for (const text of ['0 0 31 2 *', '0 0 30 2 *', '0 0 31 4,6,9,11 *', '0 0 0 31 2 ?'])
      assert.deepEqual(cronFault(text, 'usual'), { is: 'never' }, text);
  });

  it('is read by Comply with the seconds first, without L, W, # and 7', () => {
    assert.equal(cronFault('0 0 0 1 */3 *', 'secondsFirst'), undefined);
    assert.equal(cronFault('0 0 0 1 *', 'secondsFirst'), undefined);
    for (const [text, field] of [
      ['0 0 0 L */3 *', 'L'],
      ['0 0 9 * * 7', '7'],
      ['0 0 9 15W * *', '15W'],
    ] as const)
      assert.deepEqual(cronFault(text, 'secondsFirst'), { is: 'unreadable', field });
  });

  it('is told from words', () => {
    for (const text of ['0 9 * * MON', '99 9 * * *', '@sometimes'])
      assert.equal(looksLikeCron(text), true, text);
    for (const text of ['at the end of each month', '24 hours a day each day', 'quarterly'])
      assert.equal(looksLikeCron(text), false, text);
  });
});
