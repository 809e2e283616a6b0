import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../../server/src/core/text/distance.ts';

const known: readonly [from: string, to: string, distance: number][] = [
  ['', '', 0],
  ['', 'CC6', 3],
  ['CC6.1', 'CC6.1', 0],
  ['CCC1.4', 'CC1.4', 1],
  ['PL1.1', 'PI1.1', 1],
  ['kitten', 'sitting', 3],
];
for (const [from, to, distance] of known) {
  test(`'${from}' is ${distance} away from '${to}'`, () => {
    assert.equal(editDistance(from, to), distance);
    assert.equal(editDistance(to, from), distance);
  });
}

test('the distance is a metric', () => {
  const word = fc.string({ unit: fc.constantFrom('C', 'P', '1', '.'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, word, (one, two, three) => {
      assert.equal(editDistance(one, two) === 0, one === two);
      assert.ok(editDistance(one, three) <= editDistance(one, two) + editDistance(two, three));
    }),
  );
});

test('each edit adds at most one', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, place, character) => {
        const at = place % (text.length + 1);
        assert.equal(editDistance(text, text.slice(0, at) + character + text.slice(at)), 1);
        assert.ok(editDistance(text, text.slice(0, at) + character + text.slice(at + 1)) <= 1);
      },
    ),
  );
});
