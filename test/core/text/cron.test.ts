import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cronFault, looksLikeCron } from '../../../server/src/core/text/cron.ts';

describe('a cron expression', () => {
  it('comes up in the forms of the usual tools', () => {
    const forms = {
      'five fields': ['*/15 * * * *', '0 9 * * MON-FRI', '0 9 1 JAN,JUL *', '0 9 * * 7', '5/15 * * * *'],
      'six, with the seconds first': ['0 0 9 1 */3 *', '0 0 29 2 *', '0 0 31 2 1', '0 30 9 * January Monday'],
      'six, with the year last': ['0 10 ? * MON-FRI *', '15 9 1 1/3 ? 2026-2030', '0 9 ? * 2#1 *'],
      'six, with the seconds last': ['0 9 1 * * 30'],
      seven: ['0 0 9 ? * MON 2026', '0 0 9 1 */3 ? *', '0 9 1 1 0 30 2026'],
      'last days and nearest weekdays': [
        '0 0 L * *',
        '* * * * 1#1',
        '0 9 * * 5L',
        '0 9 * * L5',
        '0 9 1,15W * *',
      ],
      'the same in six fields': ['0 0 0 L */3 ?', '0 0 9 ? * MON#1', '0 0 9 L-3W * ?'],
      'ranges across the end': ['0 9 * * FRI-MON', '0 9 * * MON-SUN', '0 22-2 * * *', '0 0 31 11-2 *'],
      'what a tool chooses': ['H H * * *', 'H H(0-7) 1 H/3 *', 'H/15 * * * *', '0~59 9 * * *'],
      'a time zone in front': ['TZ=UTC 0 9 * * *', 'CRON_TZ=Europe/Berlin 0 9 1 */3 *'],
      schedules: ['cron(0 10 ? * MON-FRI *)', 'rate(1 day)'],
      nicknames: ['@weekly', '@every 24h', '@quarterly', '@reboot'],
    };
    for (const text of Object.values(forms).flat()) {
      assert.equal(cronFault(text, 'usual'), undefined, text);
      assert.equal(looksLikeCron(text), true, text);
    }
  });

  it('names the field that cannot be read', () => {
    const fields = {
      '0 25 * * *': '25',
      '0 9 0 1 *': '0',
      '0 9 1 13 *': '13',
      '0 9 1 1 8': '8',
      '0 L * * *': 'L',
      '0 9 */0 * *': '*/0',
      '61 9 * * *': '61',
      'TZ=UTC 61 9 * * *': '61',
      '0 9 * * MOON': 'MOON',
      '0 9 * * MON#6': 'MON#6',
      '0 0 25 0 1 *': '25',
      '0 25 ? * MON-FRI *': '25',
      '0 0 9 1 13 ? 2026': '13',
      quarterly: 'quarterly',
      '@sometimes': '@sometimes',
    };
    for (const [text, field] of Object.entries(fields))
      assert.deepEqual(cronFault(text, 'usual'), { is: 'unreadable', field }, text);
  });

  it('never comes up on a day that none of its months has', () => {
    for (const text of ['0 0 31 2 *', '0 0 30 2 *', '0 0 31 4,6,9,11 *', '0 0 0 31 2 ?', '0 9 30 2 ? 2026'])
      assert.deepEqual(cronFault(text, 'usual'), { is: 'never' }, text);
  });

  it('is read by Comply with the seconds first, without what only other tools accept', () => {
    for (const text of ['0 0 0 1 */3 *', '0 0 0 1 *', '0 0 9 ? JAN MON-FRI', '@monthly', '@every 24h'])
      assert.equal(cronFault(text, 'secondsFirst'), undefined, text);
    for (const [text, field] of [
      ['0 0 0 L */3 *', 'L'],
      ['0 0 9 * * 7', '7'],
      ['0 0 9 * * FRI-MON', 'FRI-MON'],
      ['0 0 9 * * Monday', 'Monday'],
      ['0 0 9 15W * *', '15W'],
      ['0 H 9 1 * *', 'H'],
      ['0 0 9 1 1 * 2026', '0 0 9 1 1 * 2026'],
      ['@quarterly', '@quarterly'],
      ['rate(1 day)', 'rate(1 day)'],
    ] as const)
      assert.deepEqual(cronFault(text, 'secondsFirst'), { is: 'unreadable', field });
  });

  it('is told from words', () => {
    for (const text of ['0 9 * * MON', '99 9 * * *', '@sometimes'])
      assert.equal(looksLikeCron(text), true, text);
    for (const text of ['at the end of each month', '24 hours a day each day', 'quarterly', 'rate of change'])
      assert.equal(looksLikeCron(text), false, text);
  });
});
