// What is spread among the arguments of a call lies on the stack: a list of some hundred thousand values, which a document
// of others may give rise to, exhausts it. Lists are added to by `append`, and their largest number is `largest`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, sourcesIn } from './project.ts';

/** Where what is spread is known to be short, and why. */
const short: Readonly<Record<string, string>> = {
  'server/src/lsp/framing.ts': 'a header is read in pieces of a length that is stated there',
};

const spread =
  /(?:\.(?:push|unshift|splice|fromCharCode|fromCodePoint|concat)|\bMath\.(?:max|min))\((?:[^(){};]*,\s*)?\.\.\./;

/** The places of a source where a list of any length is spread among the arguments of a call. */
function spreadsIn(text: string): string[] {
  return text.split('\n').filter(line => spread.test(line));
}

describe('no list is spread among the arguments of a call', () => {
  it('in all sources', () => {
    const found = ['server/src', 'client/src', 'protocol', 'drawing']
      .flatMap(sourcesIn)
      .filter(path => path.endsWith('.ts') && short[path] === undefined)
      .flatMap(path =>
        spreadsIn(readFileSync(join(root, path), 'utf8')).map(line => `${path}: ${line.trim()}`),
      );
    assert.deepEqual(found, []);
  });

  it('and it would be seen', () => {
    for (const line of ['list.push(...more);', 'const width = Math.max(6, ...rows.map(length));'])
      assert.deepEqual(spreadsIn(line), [line]);
    assert.deepEqual(spreadsIn('list.push({ ...one, two });'), []);
  });
});
