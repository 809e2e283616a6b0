import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  daysNamed,
  isOfFiscalYear,
  windowNamed,
  windowsWith,
  windowWith,
} from '../../../server/src/core/time/labels.ts';

const named = (label: string, begins: number | undefined = 1) => {
  const days = daysNamed(label, begins);
  return days && `${days.name} ${days.from} ${days.to}`;
};

describe('the label of a window', () => {
  for (const [label, days] of [
    ['2026', '2026 2026-01-01 2026-12-31'],
    ['2026-Q1', '2026-Q1 2026-01-01 2026-03-31'],
    [' 2026-q4 ', '2026-Q4 2026-10-01 2026-12-31'],
    ['2026-H2', '2026-H2 2026-07-01 2026-12-31'],
    ['2028-02', '2028-02 2028-02-01 2028-02-29'],
    ['2026-W01', '2026-W01 2025-12-29 2026-01-04'],
    ['2026-W53', '2026-W53 2026-12-28 2027-01-03'],
    ['2026-03-15', '2026-03-15 2026-03-15 2026-03-15'],
    ['FY2026-Q1', '2026-Q1 2026-01-01 2026-03-31'],
  ] as const)
    it(`names its days: ${label}`, () => assert.equal(named(label), days));

  for (const [begins, label, days] of [
    [7, 'FY2026', 'FY2026 2025-07-01 2026-06-30'],
    [7, 'FY26-H2', 'FY2026-H2 2026-01-01 2026-06-30'],
    [2, 'FY2027-Q1', 'FY2027-Q1 2026-02-01 2026-04-30'],
    [12, 'FY2028-Q1', 'FY2028-Q1 2027-12-01 2028-02-29'],
    [7, '2026-Q1', '2026-Q1 2026-01-01 2026-03-31'],
  ] as const)
    it(`is of the fiscal year that ends in it: ${label} from month ${begins}`, () =>
      assert.equal(named(label, begins), days));

  for (const label of [
    ...['2025-W53', '2026-W00', '2026-091', '2026-13', '2026-00', '2026-Q5', '2026-H3', '2026-02-30'],
    ...['0000', '26-Q1', 'Q1 2026', 'FY2026-03', 'FY2026-W01', 'FY', '', '2026-Q1-Q2', '20261'],
  ])
    it(`names nothing: ${JSON.stringify(label)}`, () => assert.equal(named(label), undefined));

  it('names nothing of a fiscal year of which nobody says when it begins', () => {
    assert.equal(daysNamed('FY2026-Q1', undefined), undefined);
    assert.equal(daysNamed('2026-Q1', undefined)?.to, '2026-03-31');
    assert.equal(isOfFiscalYear('fy26-h1'), true);
    assert.equal(isOfFiscalYear('2026-H1'), false);
  });
});

describe('the label of a window alone', () => {
  it('is none of a week or a day, which lie in a window', () => {
    for (const label of ['2026-W14', '2026-03-15']) assert.equal(windowNamed(label, 1), undefined);
    for (const label of ['2026-02', '2026-Q1', '2026-H1', '2026', 'FY2026-Q1'])
      assert.deepEqual(windowNamed(label, 7), daysNamed(label, 7));
  });
});

describe('the windows of the calendar that have a day of a period', () => {
  const shown = (from: string, to: string, months: number, begins: number) =>
    windowsWith({ from, to }, months, begins).map(window => `${window.name} ${window.from} ${window.to}`);

  it('are whole, a leap day included', () => {
    assert.deepEqual(shown('2028-02-10', '2028-03-01', 1, 1), [
      '2028-02 2028-02-01 2028-02-29',
      '2028-03 2028-03-01 2028-03-31',
    ]);
    assert.deepEqual(shown('2025-11-01', '2026-01-31', 6, 1), [
      '2025-H2 2025-07-01 2025-12-31',
      '2026-H1 2026-01-01 2026-06-30',
    ]);
    assert.deepEqual(shown('2026-03-31', '2026-04-01', 12, 4), [
      'FY2026 2025-04-01 2026-03-31',
      'FY2027 2026-04-01 2027-03-31',
    ]);
  });
});

describe('the window of the calendar that has a day', () => {
  for (const [day, months, begins, name] of [
    ['2026-02-10', 1, 7, '2026-02'],
    ['2026-02-10', 3, 1, '2026-Q1'],
    ['2026-01-31', 3, 2, 'FY2026-Q4'],
    ['2026-02-01', 3, 2, 'FY2027-Q1'],
    ['2025-12-31', 6, 7, 'FY2026-H1'],
    ['2026-06-30', 12, 7, 'FY2026'],
    ['2026-12-31', 12, 1, '2026'],
  ] as const)
    it(`is ${name}`, () => {
      const window = windowWith(day, months, begins);
      assert.equal(window.name, name);
      assert.ok(window.from <= day && day <= window.to);
    });
});
