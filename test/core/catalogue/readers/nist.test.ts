// NIST SP 800-53 as its publisher gives it: the largest catalogue that anybody is likely to have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCatalogue } from '../../../../server/src/core/catalogue/readers/readCatalogue.ts';
import { corpus } from '../../../corpora/corpora.ts';

const { folder, skip } = corpus('oscal');

function file(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('the OSCAL catalogue of NIST SP 800-53 revision 4', { skip }, () => {
  const json = 'NIST_SP-800-53_rev4_catalog-min.json';
  const yaml = 'NIST_SP-800-53_rev4_catalog.yaml';

  for (const name of [json, yaml]) {
    it(`is read whole from ${name}`, () => {
      const { format, catalogue, problems, withdrawn, aliases } = readCatalogue(file(name), { name: 'NIST' });
      assert.deepEqual([format, problems], ['oscal-catalog', []]);
      // 922 controls and enhancements, 96 of them withdrawn.
      assert.deepEqual([catalogue.criteria.length, withdrawn.length, catalogue.groups.length], [826, 96, 18]);
      assert.deepEqual(catalogue.criterion('ac-7')?.related, ['ac-7.2', 'ac-2', 'ac-9', 'ac-14', 'ia-5']);
      assert.equal(aliases.get('ac-2(1)'), 'ac-2.1');
      assert.deepEqual(withdrawn.find(({ id }) => id === 'ac-13')?.successors, ['ac-2', 'au-6']);
      for (const { id, description } of catalogue.criteria) {
        assert.ok(description.length > 0 && !description.includes('{{'), id);
      }
    });
  }

  it('says the same in JSON and in YAML', () => {
    const [one, other] = [json, yaml].map(name => readCatalogue(file(name)).catalogue);
    assert.deepEqual(one?.criteria, other?.criteria);
    assert.deepEqual(one?.groups, other?.groups);
  });

  it('has the moderate baseline that its profile chooses', () => {
    const { catalogue, problems } = readCatalogue(
      file('NIST_SP-800-53_rev4_MODERATE-baseline_profile.json'),
      {
        name: 'MODERATE',
        resolve: href => (href.endsWith('_catalog.json') ? file(json) : undefined),
      },
    );
    assert.deepEqual(problems, []);
    assert.equal(catalogue.criteria.length, 261);
    assert.equal(catalogue.criterion('ac-2.5'), undefined);
    assert.deepEqual(catalogue.criterion('ac-2.4')?.related, ['ac-2', 'au-2', 'au-12']);
  });
});

describe('OpenControl standards', () => {
  const { folder, skip } = corpus('opencontrol');
  it('are read whole', { skip }, () => {
    const path = join(folder, 'standards', 'NIST-SP-800-53-rev4.yaml');
    const { format, catalogue, problems } = readCatalogue(readFileSync(path, 'utf8'));
    assert.deepEqual([format, catalogue.name, problems], ['opencontrol', 'NIST SP 800-53 Revision 4', []]);
    assert.equal(catalogue.criterion('AC-2 (1)')?.group, 'AC');
    assert.equal(catalogue.group('AC')?.title, 'Access Control');
  });
});
