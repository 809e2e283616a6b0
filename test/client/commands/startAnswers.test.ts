import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning, paramsOf, suggestedAnswers } from '../../../client/src/commands/startAnswers.ts';

const there = { include: ['docs/**'], folders: [{ name: 'controls', description: 'what is done' }] };
const suggested = suggestedAnswers('Brightdesk', there, '2026-11-23');
const over = { ...suggested, type: 2 } as const;

test('a period of twelve months is suggested, and a date that leaves time to prepare', () => {
  const { period } = paramsOf('file:///work', over);
  assert.deepEqual(period, { start: '2026-11-01', end: '2027-10-31' });
  assert.equal(paramsOf('file:///work', suggested).asOf, '2027-02-28');
});

test('the period keeps twelve months where its first day changes', () => {
  assert.deepEqual(beginning('2026-02-15', over), { start: '2026-02-15', end: '2027-02-14' });
});

test('a last day of one’s own stays where the first day does', () => {
  const short = { ...over, end: '2027-01-31' };
  assert.deepEqual(beginning('2026-11-01', short), { start: '2026-11-01', end: '2027-01-31' });
});

test('all that was found is read, and the folders that lack are made', () => {
  const { include, folders } = paramsOf('file:///work', suggested);
  assert.deepEqual({ include, folders }, { include: ['docs/**'], folders: ['controls'] });
});

test('the reason to leave out Security is told only where it is left out', () => {
  const reasoned = { ...suggested, withoutSecurity: 'one customer asked for this' };
  assert.equal(paramsOf('file:///work', reasoned).withoutSecurity, undefined);
  const left = paramsOf('file:///work', { ...reasoned, categories: ['privacy'] });
  assert.equal(left.withoutSecurity, 'one customer asked for this');
  assert.equal(
    paramsOf('file:///work', { ...reasoned, kind: 'soc1', categories: [] }).withoutSecurity,
    undefined,
  );
});
