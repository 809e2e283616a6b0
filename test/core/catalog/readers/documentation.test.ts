// The examples of docs/catalogs.md are what they are said to be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readMappings } from '../../../../server/src/core/catalog/mapping.ts';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../../server/src/core/catalog/tsc.ts';

const page = readFileSync(new URL('../../../../docs/catalogs.md', import.meta.url), 'utf8');
const [, , own = '', licensed = '', openControl = '', mapping = ''] = [
  ...page.matchAll(/^```yaml\n(.*?)^```$/gms),
].map(([, example]) => example ?? '');

describe('the examples of the documentation', () => {
  it('are catalogs without a mistake', () => {
    for (const [example, format, name] of [
      [own, 'own', 'ICFR'],
      [licensed, 'own', 'TSC'],
      [openControl, 'opencontrol', 'HOUSE'],
    ] as const) {
      const read = readCatalog(example);
      assert.deepEqual([read.format, read.catalog.name, read.problems], [format, name, []]);
    }
  });

  it('are a mapping between them', () => {
    const known = [readCatalog(own), { catalog: tsc, aliases: new Map<string, string>() }];
    const { mappings, problems } = readMappings(mapping, {
      catalogNamed: name => known.find(({ catalog }) => catalog.name === name),
    });
    assert.deepEqual(problems, []);
    assert.equal(mappings[0]?.pairs.length, 2);
  });
});
