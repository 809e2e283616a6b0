import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const library = new URL('../../server/dist/core.js', import.meta.url);

describe('the library entry tickmark/core', () => {
  it('judges documents without a file system, a clock or an editor', async () => {
    const { analyze, Engine, roleOf, tsc } = await import(library.href);
    const engine = new Engine({ catalog: tsc, today: '2026-06-30' });
    const role = roleOf('policies/access.md', 'native', false);
    engine.put([
      ['policies/access.md', analyze('policies/access.md', '---\nsatisfies: [CC9.9]\n---\nText.', role, tsc)],
    ]);
    assert.deepEqual(
      [...engine.allFindings()].map(({ rule, range }) => [rule, range]),
      [['criteria/unknown', { start: 16, end: 21 }]],
    );
  });

  it('needs nothing of Node', () => {
    assert.doesNotMatch(readFileSync(library, 'utf8'), /\brequire\(|from\s*["']node:/);
  });

  it('comes with its types', () => {
    const types = readFileSync(new URL('types/index.d.ts', library), 'utf8');
    assert.match(types, /Engine/);
    assert.doesNotMatch(types, /\.ts'/);
  });
});
