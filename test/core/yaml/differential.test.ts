// Where our own reader takes a text, it reads it as the `yaml` library does: keys, values, styles and ranges. What the
// library calls an error it never takes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRecords, readYaml } from '../../../server/src/core/yaml/read.ts';
import { libraryReading, libraryRecords, ours } from './oracle.ts';
import { documentText, recordsText, slippedText } from './recordText.ts';

/** What ours sees through and the library does not; and the library's errors in a second document may be the first's. */
const BEYOND = new Set(['lone-carriage-return', 'conflict-marker', 'more-documents']);

/** Whether our own reader took the text, in which case it must agree with the library. */
function agrees(text: string): boolean {
  const { reader, root, problems } = readYaml(text);
  if (reader !== 'own' || problems.some(({ code }) => BEYOND.has(code))) return false;
  assert.deepEqual(ours(root), libraryReading(text));
  return true;
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

test('a file of many records, read piece by piece, is what the library reads in the whole', () => {
  fc.assert(
    fc.property(recordsText, text => {
      assert.deepEqual(
        readRecords(text).map(({ root }) => ours(root)),
        libraryRecords(text),
      );
    }),
    { numRuns: 1000 },
  );
});

test('our own reader takes nearly all that people write', () => {
  const texts = fc.sample(documentText, { numRuns: 1000, seed: 7 });
  const taken = texts.filter(agrees).length;
  assert.ok(taken >= 970, `${taken} of 1000`);
});
