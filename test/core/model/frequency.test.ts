import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCadence, readFrequency } from '../../../server/src/core/model/frequency.ts';

const meant: Readonly<Record<string, readonly string[]>> = {
  continuous: ['Continuously', '24/7', 'in real time', 'automated', 'ongoing', 'System-enforced'],
  daily: [
    ...['every day', 'nightly', 'each business day', 'every 15 minutes', 'multiple times per day'],
    ...['daily backups', 'on weekdays', 'Many times daily', 'Recurring (many times per day)', 'Each shift'],
  ],
  weekly: [
    ...['once a week', 'Mondays', 'biweekly', 'every Friday', 'On Mondays', 'on a weekly cadence'],
    ...['weekly meeting', 'bi-weekly meeting'],
  ],
  monthly: [
    ...['at the end of each month', 'month-end', 'by the 10th of every month', 'first Monday of the month'],
    ...['Monthly (automated)', 'monthly - by the IT team', 'monthly scans', 'monthly and annually'],
    ...['monthly releases', 'at each monthly meeting', 'on monthly basis'],
  ],
  quarterly: [
    ...['at the end of each quarter', 'every quarter', 'quarterly, and upon change', '4 times a year'],
    ...['quarterly vendor assessments', 'with each release, quarterly', '4x annually'],
    ...['within 30 days of quarter end', 'March, June, September and December'],
  ],
  semiannual: ['semi-annually', 'twice a year', 'January and July', 'half yearly', 'six-monthly'],
  annual: [
    ...['Annually', 'yearly', 'each March', 'on an annual basis', '12 months', 'once every 12 months'],
    ...['annual audit', 'annual penetration test', 'each annual audit', 'Annually in Q1'],
    ...['upon change and annually', 'at hire and annually thereafter', 'as needed, at least annually'],
    'if applicable, annually',
  ],
  'event-driven': [
    ...['as needed', 'ad hoc', 'upon hire', 'each new hire', 'per occurrence', 'event driven'],
    ...['after each release', 'on demand', 'whenever a vendor is added'],
    ...['As-needed', 'Per-transaction', 'once', 'One-time', 'Release-based', 'per schedule'],
    ...['upon termination, within 1 day', 'if annual revenue changes', 'upon hire or termination'],
  ],
  other: ['every 2 months', 'fortnightly', '90 days', 'every 2 years', '0 9 1 */3 *', '@monthly'],
};

describe('a frequency', () => {
  for (const [word, texts] of Object.entries(meant)) {
    it(`is understood as ${word} in other words`, () => {
      for (const text of texts) assert.deepEqual(readFrequency(text), { meant: word, unclear: [] }, text);
    });
  }

  it('is not understood where no length of time and no occasion is named', () => {
    for (const text of [
      'every full moon',
      'periodically',
      'regularly',
      'as often as possible',
      'biannual',
      'biannual audit',
      'less than monthly',
      'rarely',
    ])
      assert.deepEqual(readFrequency(text), { meant: undefined, unclear: [{ start: 0, end: text.length }] });
  });

  it('counts by the part that is understood, and says which part is not', () => {
    const text = 'weekly, each full moon and monthly';
    const { meant: word, unclear } = readFrequency(text);
    assert.deepEqual(
      [word, unclear.map(({ start, end }) => text.slice(start, end))],
      ['weekly', ['each full moon']],
    );
  });

  it('is no cadence where its cron expression never comes up for those who read it', () => {
    assert.equal(isCadence('0 0 0 L */3 *', 'usual'), true);
    assert.equal(isCadence('0 0 0 L */3 *', 'secondsFirst'), false);
  });
});
