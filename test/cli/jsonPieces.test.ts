import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { jsonPieces } from '../../server/src/cli/jsonPieces.ts';
import { json } from '../../server/src/cli/terminalText.ts';

it('JSON in pieces is what it is as a whole', () => {
  const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));
  fc.assert(
    fc.property(object, value => {
      assert.equal([...jsonPieces(value)].join(''), json(value));
    }),
  );
});

it('a list is asked for its items one by one', () => {
  let asked = 0;
  const items = function* () {
    for (; asked < 1000; asked++) yield asked;
  };
  const pieces = jsonPieces({ items: items() });
  for (const _ of [1, 2, 3]) pieces.next();
  assert.ok(asked <= 3);
});
