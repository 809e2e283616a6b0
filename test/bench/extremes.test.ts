import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { keyTexts, textKinds } from '../../bench/generator/keyTexts.ts';
import { largeRegister } from '../../bench/generator/largeRegister.ts';
import { pathological } from '../../bench/generator/pathological.ts';

test('a thousand controls are about 250 KB of YAML', () => {
  const text = largeRegister(1_000);
  assert.ok(Math.abs(text.length - 250_000) < 25_000, `${text.length}`);
  const controls: unknown = parse(text);
  assert.ok(Array.isArray(controls));
  assert.equal(new Set(controls.map(({ id }) => id)).size, 1_000);
});

for (const { name, text } of pathological) {
  test(`pathological ${name} grows as it is asked to`, () => {
    for (const size of [20_000, 80_000]) {
      const { length } = text(size);
      assert.ok(length > size * 0.6 && length < size * 1.6, `${length} for ${size}`);
    }
  });
}

test('every key has every kind of text, of the length that is asked for', () => {
  const names = new Set<string>();
  for (const { name, text } of keyTexts()) {
    names.add(name);
    const { length } = text(1_000);
    assert.ok(length > 500 && length < 8_000, `${name}: ${length}`);
  }
  for (const key of [
    'control, statement',
    'commitment, satisfies',
    'manifest, exclude',
    'manifest, scope.exclude.reason',
  ])
    assert.equal(
      [...names].filter(name => name.startsWith(`${key}: `)).length,
      Object.keys(textKinds).length,
    );
});
