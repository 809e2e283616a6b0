import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import {
  type ManifestKey,
  manifestKeyAt,
  manifestKeys,
  manifestKeysIn,
} from '../../../server/src/core/model/manifestKeys.ts';
import { categories } from '../../../server/src/core/model/vocabulary.ts';

const names = (keys: readonly ManifestKey[]): string[] => keys.map(({ name }) => name);

test('the keys below a path are those of the mapping, or of each item of the list', () => {
  assert.deepEqual(manifestKeysIn([]), manifestKeys);
  assert.deepEqual(names(manifestKeysIn(['scope'])), ['categories', 'exclude']);
  assert.deepEqual(names(manifestKeysIn(['scope', 'exclude'])), ['criterion', 'catalog', 'reason']);
  assert.deepEqual(names(manifestKeysIn(['reports', 'period'])), ['start', 'end']);
});

test('a list of reports and a single report have the same keys', () => {
  assert.deepEqual(manifestKeysIn(['report']), manifestKeysIn(['reports']));
});

test('below a value, an unknown key and a mapping that may have any there are none', () => {
  assert.deepEqual(manifestKeysIn(['organization']), []);
  assert.deepEqual(manifestKeysIn(['scop', 'exclude']), []);
  assert.deepEqual(manifestKeysIn(['rules']), []);
});

test("below a key of one's own choice stand the keys of each", () => {
  const all: ManifestKey[] = [
    {
      name: 'folders',
      type: 'mapping',
      description: '',
      each: [{ name: 'x', type: 'text', description: '' }],
    },
  ];
  assert.deepEqual(names(manifestKeysIn(['folders'], all)), []);
  assert.deepEqual(names(manifestKeysIn(['folders', 'policies'], all)), ['x']);
  assert.equal(manifestKeyAt(['folders', 'policies', 'x'], all)?.name, 'x');
});

test('a key is found by its path, and by its other spelling', () => {
  assert.equal(manifestKeyAt(['scope', 'exclude', 'criterion'])?.refersTo, 'criterion');
  assert.equal(manifestKeyAt(['organization'])?.name, 'organization');
});

test('no key is at an unknown path, nor at none', () => {
  assert.equal(manifestKeyAt(['scope', 'excludes']), undefined);
  assert.equal(manifestKeyAt([]), undefined);
});

test('the categories that may be written are those of the catalog', () => {
  assert.deepEqual(
    [...categories],
    tsc.categories.map(({ id }) => id),
  );
});
