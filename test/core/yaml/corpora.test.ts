// Real documentation, where it is at hand: our own reader takes it, and reads it as the library does.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readOwn } from '../../../server/src/core/yaml/own.ts';
import { libraryReading, ours } from './oracle.ts';

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));

/** The YAML of a file: all of it, or its front matter, which in some layouts has no opening fence. */
function yamlOf(name: string): string | undefined {
  if (!/\.(?:ya?ml|md)$/.test(name)) return undefined;
  const text = readFileSync(join(corpora, name), 'utf8');
  if (!name.endsWith('.md')) return text;
  return /^(?:---\r?\n)?((?:[a-zA-Z]+:.*\n)(?:.*\n)*?)---\r?\n/.exec(text)?.[1];
}

test('all YAML in real repositories', {
  skip: existsSync(corpora) ? false : `${corpora} is not there`,
}, t => {
  const names = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).sort();
  const texts = names.flatMap(name => {
    const text = yamlOf(name);
    return text === undefined ? [] : [{ name, text }];
  });
  let taken = 0;
  for (const { name, text } of texts) {
    const own = readOwn(text, 0, text.length);
    if (own === undefined) {
      t.diagnostic(`${name} goes to the library`);
      continue;
    }
    taken++;
    // Compared as one string: the largest has some hundred thousand nodes.
    assert.ok(ours(own.root).join('\n') === libraryReading(text).join('\n'), `${name} is read otherwise`);
  }
  t.diagnostic(`our own reader took ${taken} of ${texts.length} texts`);
  assert.ok(texts.length > 40);
  assert.equal(taken, texts.length);
});
