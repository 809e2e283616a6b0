import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cadencesIn } from '../../../server/src/core/model/frequency.ts';
import type { CronReader } from '../../../server/src/core/text/cron.ts';
import { firingsInYear } from '../../../server/src/core/text/cronFirings.ts';

function firings(
  reader: CronReader,
  cases: readonly (readonly [expression: string, count: number | undefined])[],
) {
  for (const [expression, count] of cases)
    it(`${expression}: ${count ?? 'nothing is known'}`, () =>
      assert.equal(firingsInYear(expression, reader), count));
}

describe('how often a cron expression comes up in a year', () => {
  firings('usual', [
    ['0 9 1 1,4,7,10 *', 4],
    ['0 0 9 1 */3 *', 4],
    ['0 9 * * 1-5', 261],
    ['0 9 * * 4', 53],
    ['0 9 * * MON', 52],
    ['0 9 1 * *', 12],
    ['0 9 1 1,7 *', 2],
    ['0 9 1 1 *', 1],
    ['0 9 1 */2 *', 6],
    ['0 9 29 2 *', 0],
    ['0 9 31 * *', 7],
    ['0 9 L * *', 12],
    ['0 9 15W * *', 12],
    ['0 9 ? * 1#1', 12],
    ['0 9 ? * 5L', 12],
    ['0 9 ? * L', 52],
    ['0 9 1 * 1', 12 + 52 - 1],
    ['0 9,17 1 * *', 24],
    ['H H 1 * *', 12],
    ['H/15 * * * *', 4 * 24 * 365],
    ['CRON_TZ=Europe/Berlin 0 9 1 * *', 12],
    ['cron(0 9 1 * ? *)', 12],
    ['rate(7 days)', 52],
    ['rate(1 hour)', 365 * 24],
    ['@weekly', 52],
    ['@every 24h', 365],
    ['@every 1h30m', Math.floor((365 * 24) / 1.5)],
    ['@reboot', undefined],
    ['0 9 31 2 *', undefined],
    ['often', undefined],
  ]);
});

describe('how often an expression of Comply comes up, which has the seconds first', () => {
  firings('secondsFirst', [
    // At 01:00 of every third day of each month.
    ['0 0 1 */3 *', 7 * 11 + 4 * 10 + 10],
    ['0 0 9 1 */3 *', 4],
    ['0 0 0 1 1 *', 1],
    ['0 0 0 * * 1', 52],
    ['0 0 9 1 1', 1],
    ['0 0 9 L * *', undefined],
  ]);
});

describe('the cadence of a frequency or a cron expression', () => {
  for (const [text, cadences] of [
    ['quarterly', 'quarterly'],
    ['0 9 1 1,4,7,10 *', 'quarterly'],
    ['0 0 9 1 */3 *', 'quarterly'],
    ['0 9 * * 1-5', 'daily'],
    ['0 9 * * 1', 'weekly'],
    ['@hourly', 'daily'],
    ['@continuous', 'continuous'],
    ['0 9 1 */2 *', 'other'],
    ['every 2 months', 'other'],
    ['monthly and annually', 'monthly, annual'],
    ['upon hire and annually thereafter', 'annual'],
    ['0 9 31 2 *', ''],
    ['now and then', ''],
  ] as const)
    it(`${text}: ${cadences || 'none'}`, () => assert.equal(cadencesIn(text, 'usual').join(', '), cadences));
});
