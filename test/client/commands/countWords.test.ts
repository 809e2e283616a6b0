import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../../client/src/commands/countWords.ts';

test('findings are counted in words, one of a severity in the singular', () => {
  assert.equal(
    countWords({ error: 1, warning: 1, information: 1, hint: 0 }),
    '1 error, 1 warning, and 1 other finding',
  );
  assert.equal(
    countWords({ error: 0, warning: 2, information: 1, hint: 3 }),
    '0 errors, 2 warnings, and 4 other findings',
  );
});
