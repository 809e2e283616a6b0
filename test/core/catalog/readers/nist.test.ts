// NIST SP 800-53 as its publisher gives it: the largest catalog that anybody is likely to have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { corpus } from '../../../corpora/corpora.ts';

const { folder, skip } = corpus('oscal');

function file(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('the OSCAL catalog of NIST SP 800-53 revision 4', { skip }, () => {
  const json = 'NIST_SP-800-53_rev4_catalog-min.json';
  const yaml = 'NIST_SP-800-53_rev4_catalog.yaml';

  for (const name of [json, yaml]) {
    it(`is read whole from ${name}`, () => {
      const { format, catalog, problems, withdrawn, aliases } = readCatalog(file(name), { name: 'NIST' });
      assert.deepEqual([format, problems], ['oscal-catalog', []]);
      // 922 controls and enhancements, 96 of them withdrawn.
      assert.deepEqual([catalog.criteria.length, withdrawn.length, catalog.groups.length], [826, 96, 18]);
      assert.deepEqual(catalog.criterion('ac-7')?.related, ['ac-7.2', 'ac-2', 'ac-9', 'ac-14', 'ia-5']);
      assert.equal(aliases.get('ac-2(1)'), 'ac-2.1');
      assert.deepEqual(withdrawn.find(({ id }) => id === 'ac-13')?.successors, ['ac-2', 'au-6']);
      for (const { id, description } of catalog.criteria) {
        assert.ok(description.length > 0 && !description.includes('{{'), id);
      }
    });
  }

  it('says the same in JSON and in YAML', () => {
    const [one, other] = [json, yaml].map(name => readCatalog(file(name)).catalog);
    assert.deepEqual(one?.criteria, other?.criteria);
    assert.deepEqual(one?.groups, other?.groups);
  });

  it('has the moderate baseline that its profile chooses', () => {
    const { catalog, problems } = readCatalog(file('NIST_SP-800-53_rev4_MODERATE-baseline_profile.json'), {
      name: 'MODERATE',
      resolve: href => (href.endsWith('_catalog.json') ? file(json) : undefined),
    });
    assert.deepEqual(problems, []);
    assert.equal(catalog.criteria.length, 261);
    assert.equal(catalog.criterion('ac-2.5'), undefined);
    assert.deepEqual(catalog.criterion('ac-2.4')?.related, ['ac-2', 'au-2', 'au-12']);
  });
});

describe('OpenControl standards', () => {
  const { folder, skip } = corpus('opencontrol');
  it('are read whole', { skip }, () => {
    const path = join(folder, 'standards', 'NIST-SP-800-53-rev4.yaml');
    const { format, catalog, problems } = readCatalog(readFileSync(path, 'utf8'));
    assert.deepEqual([format, catalog.name, problems], ['opencontrol', 'NIST SP 800-53 Revision 4', []]);
    assert.equal(catalog.criterion('AC-2 (1)')?.group, 'AC');
    assert.equal(catalog.group('AC')?.title, 'Access Control');
  });
});
