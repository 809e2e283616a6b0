import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrder, productWindows } from './bothCalculations.ts';
import { randomCase } from './randomCases.ts';
import { slowWindows } from './slowWindows.ts';

/** `TICKMARK_CASES=10000 npm test -- test/core/time/agreement.test.ts` tries more. */
const numRuns = Number(process.env['TICKMARK_CASES'] ?? 300);

test('windows, states, marks, cells, and findings are those of a calculation that goes day by day', () => {
  fc.assert(
    fc.property(randomCase, given => {
      assert.deepEqual(inOrder(productWindows(given)), inOrder(slowWindows(given)));
    }),
    { numRuns },
  );
});
