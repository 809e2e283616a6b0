import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry, items, resolved, scalarText } from '../../../server/src/core/yaml/lookup.ts';
import type { YamlMapping, YamlNode } from '../../../server/src/core/yaml/node.ts';
import { readYaml } from '../../../server/src/core/yaml/read.ts';
import { compact } from './compact.ts';

function mapping(text: string): YamlMapping {
  const { root } = readYaml(text);
  assert.ok(root?.type === 'mapping');
  return root;
}

const valueAt = (text: string, name: string): YamlNode | undefined => entry(mapping(text), name)?.value;

test('an entry is found by its key, the last of several', () => {
  assert.equal(compact(valueAt('a: 1\n"b": 2\na: 3\n', 'a')), '3');
  assert.equal(compact(valueAt('a: 1\n"b": 2\n', 'b')), '2');
  assert.equal(entry(mapping('a: 1\n'), 'b'), undefined);
});

test('an alias says what it names', () => {
  assert.equal(compact(resolved(valueAt('a: &x [1]\nb: *x\n', 'b'))), '[1]');
  assert.equal(resolved(valueAt('b: *x\n', 'b')), undefined);
  assert.equal(compact(resolved(valueAt('b: c\n', 'b'))), 'c');
});

test('a scalar has a text, and an alias of one; nothing else has', () => {
  assert.equal(scalarText(valueAt('a: "b"\n', 'a')), 'b');
  assert.equal(scalarText(valueAt('a: &x b\nc: *x\n', 'c')), 'b');
  assert.equal(scalarText(valueAt('a: [b]\n', 'a')), undefined);
  assert.equal(scalarText(valueAt('a:\n', 'a')), undefined);
});

test('items: of a list, of one thing, of nothing', () => {
  assert.deepEqual(items(valueAt('a: [b, c]\n', 'a')).map(compact), ['b', 'c']);
  assert.deepEqual(items(valueAt('a: b\n', 'a')).map(compact), ['b']);
  assert.deepEqual(items(valueAt('a: {b: c}\n', 'a')).map(compact), ['{b: c}']);
  assert.deepEqual(items(valueAt('a: &x [b]\nc: *x\n', 'c')).map(compact), ['b']);
  assert.deepEqual(items(valueAt('a:\n', 'a')), []);
});
