import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadWords } from '../../../client/src/views/unreadWords.ts';

test('nothing is said where everything was read', () => {
  assert.equal(unreadWords([]), undefined);
});

test('what could not be read is named, a few of it, and that not all was listed', () => {
  const means = 'Findings about missing records are not shown, and criteria may be further along.';
  assert.equal(unreadWords(['a/', 'b.md']), `Could not read a/, b.md. ${means}`);
  assert.equal(unreadWords(['']), `Not all files were listed. ${means}`);
  assert.equal(
    unreadWords(['a', 'b', '', 'c', 'd', 'e']),
    `Not all files were listed. Could not read a, b, c and 2 more. ${means}`,
  );
});
