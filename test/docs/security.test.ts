// docs/security.md names the tests that show what it promises.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

/** A promise is an item of a list that begins in bold; the tests that show it end it. */
const promises = page.split(/\n(?=- \*\*|\n[^-])/).filter(part => part.startsWith('- **'));

/** The tests that a part of the page names: their file, relative to docs, and their name. */
function testsOf(part: string): { readonly file: string; readonly name: string }[] {
  return [...part.matchAll(/\]\((\.\.\/test\/[^)]+)\) "([^"]+)"/g)].map(([, file = '', name = '']) => ({
    file,
    name,
  }));
}

/** Whether a source has a test of a name. */
function has(source: string, name: string): boolean {
  const quoted = ["'", '"', '`'].map(quote => `${quote}${name}${quote}`);
  return [...source.matchAll(/\b(?:it|test)\(\s*/g)].some(({ index, 0: call }) =>
    quoted.some(one => source.startsWith(one, index + call.length)),
  );
}

describe('the page of what is promised', () => {
  it('names a test for each promise', () => {
    assert.ok(promises.length > 10);
    for (const promise of promises) assert.notEqual(testsOf(promise).length, 0, promise);
  });

  it('names tests that exist', () => {
    const links = page.match(/\]\(\.\.\/test\//g) ?? [];
    assert.equal(testsOf(page).length, links.length);
    for (const { file, name } of testsOf(page)) {
      const path = fileURLToPath(new URL(`../../docs/${file}`, import.meta.url));
      assert.ok(existsSync(path), file);
      assert.ok(has(readFileSync(path, 'utf8'), name), `${file} has no test "${name}"`);
    }
  });

  it('is not satisfied by a name in a comment, or by another test', () => {
    assert.ok(has("  it('does it', () => {", 'does it'));
    assert.ok(has("it(\n  'does it',\n  t => {", 'does it'));
    assert.ok(!has("// it is 'does it'", 'does it'));
    assert.ok(!has("it('does it not')", 'does it'));
  });
});
