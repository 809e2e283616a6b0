// Where our own reader takes a text, it reads it as the `yaml` library does: keys, values, styles and ranges. What the
// library calls an error it never takes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readOwn } from '../../../server/src/core/yaml/own.ts';
import { libraryReading, ours } from './oracle.ts';
import { documentText, slippedText } from './recordText.ts';

function agrees(text: string): boolean {
  const own = readOwn(text, 0, text.length);
  if (own) assert.deepEqual(ours(own.root), libraryReading(text));
  return own !== undefined;
}

test('what people write in records is read as the library reads it', () => {
  fc.assert(
    fc.property(documentText, text => void agrees(text)),
    { numRuns: 1500 },
  );
});

test('so is what they mistype, or it is refused', () => {
  fc.assert(
    fc.property(slippedText, text => void agrees(text)),
    { numRuns: 3000 },
  );
});
