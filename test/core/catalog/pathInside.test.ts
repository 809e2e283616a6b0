import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathInside } from '../../../server/src/core/catalog/pathInside.ts';

test('a path inside the program has one form', () => {
  assert.equal(pathInside('catalogs/iso.yaml', ''), 'catalogs/iso.yaml');
  assert.equal(pathInside('./catalogs//x/../iso.yaml', ''), 'catalogs/iso.yaml');
  assert.equal(pathInside('../catalog.json', 'oscal/profiles'), 'oscal/catalog.json');
  assert.equal(pathInside('a b/ü.yaml', ''), 'a b/ü.yaml');
});

test('a path that may lead out is none', () => {
  const outside = ['/etc/passwd', '../x.yaml', 'a/../../x', '//host/share/x', '\\\\host\\x', 'C:/x', 'C:x'];
  for (const path of [...outside, 'http://x/y', '~/x', '~root/x', 'a\u0000b', '', '.', 'a/..']) {
    assert.equal(pathInside(path, ''), undefined, path);
  }
  assert.equal(pathInside('../../x', 'a'), undefined);
});

test('no path leads out, whatever is written', () => {
  const steps = fc.array(fc.constantFrom('..', '.', '', 'a', 'b.yaml', '/', '\\', 'C:'), { maxLength: 8 });
  fc.assert(
    fc.property(steps, fc.constantFrom('', 'a', 'a/b'), (names, folder) => {
      const path = pathInside(names.join('/'), folder);
      assert.ok(path === undefined || path.split('/').every(step => !['', '.', '..'].includes(step)));
    }),
  );
});
