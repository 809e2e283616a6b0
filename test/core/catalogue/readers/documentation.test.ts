// The examples of docs/catalogues.md are what they are said to be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readMappings } from '../../../../server/src/core/catalogue/mapping.ts';
import { readCatalogue } from '../../../../server/src/core/catalogue/readers/readCatalogue.ts';
import { tsc } from '../../../../server/src/core/catalogue/tsc.ts';

const page = readFileSync(new URL('../../../../docs/catalogues.md', import.meta.url), 'utf8');
const [, , own = '', licensed = '', openControl = '', mapping = ''] = [
  ...page.matchAll(/^```yaml\n(.*?)^```$/gms),
].map(([, example]) => example ?? '');

describe('the examples of the documentation', () => {
  it('are catalogues without a mistake', () => {
    for (const [example, format, name] of [
      [own, 'own', 'ICFR'],
      [licensed, 'own', 'TSC'],
      [openControl, 'opencontrol', 'HOUSE'],
    ] as const) {
      const read = readCatalogue(example);
      assert.deepEqual([read.format, read.catalogue.name, read.problems], [format, name, []]);
    }
  });

  it('are a mapping between them', () => {
    const known = [readCatalogue(own), { catalogue: tsc, aliases: new Map<string, string>() }];
    const { mappings, problems } = readMappings(mapping, {
      catalogueNamed: name => known.find(({ catalogue }) => catalogue.name === name),
    });
    assert.deepEqual(problems, []);
    assert.equal(mappings[0]?.pairs.length, 2);
  });
});
