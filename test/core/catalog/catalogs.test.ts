import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Catalogs, keyOf, loadedCatalog } from '../../../server/src/core/catalog/catalogs.ts';
import { readCatalog } from '../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { text } from './readers/read.ts';

const iso = readCatalog(
  text(`
    name: ISO 27001
    groups: [{id: A.5}, {id: A.8}]
    criteria:
      - {id: A.5.1, title: One, group: A.5}
      - {id: A.5.2, title: Two, group: A.5, points: [{title: First}, {title: Second}]}
      - {id: A.8.1, title: Three, group: A.8}
  `),
);
const nist = readCatalog(
  text(`
    catalog:
      metadata: {title: NIST}
      controls:
        - id: ac-2
          title: Accounts
          controls:
            - {id: ac-2.1, title: Automated, props: [{name: label, value: AC-2(1)}]}
  `),
);
const catalogs = new Catalogs([loadedCatalog(tsc), iso, nist]);
const keys = (name: string, id: string) => catalogs.keysOf(name, id);

describe('an id of a catalog', () => {
  it('is looked up inside its own catalog', () => {
    assert.deepEqual(keys('ISO 27001', 'A.5.1'), ['ISO 27001 A.5.1']);
    assert.equal(catalogs.criterion('ISO 27001 A.5.1')?.thing.title, 'One');
    assert.equal(catalogs.criterion('ISO 27001 ac-2'), undefined);
    assert.equal(catalogs.criterion('CC6.1')?.catalog, tsc);
  });

  it('is found under its catalog in any case, with or without spaces and hyphens', () => {
    for (const name of ['ISO27001', 'iso-27001', 'Iso_27001'])
      assert.deepEqual(keys(name, 'A.5.1'), ['ISO 27001 A.5.1']);
  });

  it('is found in any case, by a label, and with the number of a point', () => {
    assert.deepEqual(keys('ISO27001', 'a.5.1'), ['ISO 27001 A.5.1']);
    assert.deepEqual(keys('NIST', 'AC-2(1)'), ['NIST ac-2.1']);
    assert.deepEqual(keys('ISO27001', 'A.5.2-POF2'), ['ISO 27001 A.5.2']);
    assert.deepEqual(keys('ISO27001', 'A.5'), ['ISO 27001 A.5']);
  });

  it('means every criterion of a range, where both ends are there and in order', () => {
    const all = ['A.5.1', 'A.5.2', 'A.8.1'].map(id => keyOf('ISO 27001', id));
    for (const range of ['A.5.1–A.8.1', 'A.5.1 - A.8.1', 'A.5.1 to A.8.1', 'A.5.1 through a.8.1'])
      assert.deepEqual(keys('ISO27001', range), all);
    assert.deepEqual(keys('ISO27001', 'A.8.1–A.5.1'), ['ISO 27001 A.8.1–A.5.1']);
    assert.deepEqual(keys('ISO27001', 'A.5.1–A.9.9'), ['ISO 27001 A.5.1–A.9.9']);
  });

  it('has the key it would have where there is none, and under an unknown name only if it is a common criterion', () => {
    assert.deepEqual(keys('ISO27001', 'A.9.9'), ['ISO 27001 A.9.9']);
    assert.equal(catalogs.criterion('ISO 27001 A.9.9'), undefined);
    assert.deepEqual(keys('HIPAA', '164.308'), []);
    assert.deepEqual(keys('HIPAA', 'cc6.1'), ['HIPAA cc6.1']);
    for (const id of ['CC9.9', 'A1.1', 'P4.1']) assert.deepEqual(keys('HIPAA', id), [], id);
  });
});

describe('catalogs', () => {
  it('begin with the TSC, and have each name once', () => {
    const twice = new Catalogs([
      loadedCatalog(tsc),
      iso,
      { ...nist, catalog: { ...nist.catalog, name: 'iso27001' } },
    ]);
    assert.deepEqual(
      twice.all.map(({ name }) => name),
      ['TSC', 'ISO 27001'],
    );
  });
});
