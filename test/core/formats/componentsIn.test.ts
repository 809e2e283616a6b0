import assert from 'node:assert/strict';
import { it } from 'node:test';
import { componentsIn } from '../../../server/src/core/formats/componentsIn.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';

const mentioned = (text: string, title?: string) => componentsIn(text, 0, scanMarkdown(text, 0), title);

it('a component is mentioned by its name or by what it consists of', () => {
  assert.deepEqual(mentioned('The infrastructure, software, people, procedures and data of the system.'), [
    'infrastructure',
    'software',
    'people',
    'procedures',
    'data',
  ]);
  assert.deepEqual(mentioned('The **network** is guarded by two engineers.'), ['infrastructure', 'people']);
  assert.deepEqual(mentioned('See [the rules](../policies/access.md).'), ['procedures']);
  assert.deepEqual(mentioned('The rules are kept.', 'People'), ['people']);
});

it('a heading mentions one where something is said below it', () => {
  assert.deepEqual(mentioned('# The cloud\n\n## People\n\nTwelve.\n\n## Procedures\n\n'), [
    'infrastructure',
    'people',
  ]);
  assert.deepEqual(mentioned('# Procedures\n## Access\n\nThe cloud.\n'), ['infrastructure', 'procedures']);
});

it('what is not in English, brings in words from elsewhere or mentions none tells nothing', () => {
  assert.equal(mentioned('Die Software läuft auf einem Server.'), undefined);
  assert.equal(mentioned('The software runs on servers.\n\n{{< include people.md >}}\n'), undefined);
  assert.equal(mentioned("import People from './people.mdx';\n\nThe software runs on servers.\n"), undefined);
  assert.equal(mentioned('The rest is in the [annex](annex.pdf).'), undefined);
});
