import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../../server/src/core/catalog/readers/readCatalog.ts';
import { shown, text } from './read.ts';

describe('an OpenControl standard', () => {
  const written = text(`
    name: TSC
    source: https://example.com
    CC6:
      type: family
      name: Access
    CC6.1:
      family: CC6
      name: Entry
      description: Who may enter.
    CC6.2:
      family: CC7
      description: Who joins and who leaves.
    1.10: {name: A number}
  `);
  const { format, catalog, problems, place } = readCatalog(written);

  it('gives a criterion for each key', () => {
    assert.deepEqual([format, catalog.name, problems], ['opencontrol', 'TSC', []]);
    assert.deepEqual(
      catalog.criteria.map(({ id, title, description, group }) => [id, title, description, group]),
      [
        ['CC6.1', 'Entry', 'Who may enter.', 'CC6'],
        ['CC6.2', 'Who joins and who leaves.', 'Who joins and who leaves.', 'CC7'],
        ['1.10', 'A number', '', undefined],
      ],
    );
  });

  it('gives families as groups, by their titles where it has them', () => {
    assert.deepEqual(catalog.groups, [
      { id: 'CC6', title: 'Access' },
      { id: 'CC7', title: 'CC7' },
    ]);
  });

  it('tells where a criterion is given', () => {
    const found = place('criterion', 'CC6.2');
    assert.equal(found && written.slice(found.start, found.end), 'CC6.2');
  });

  it('may stand in the front matter of a page', () => {
    const page =
      '---\nstandard:\n  name: ISO\n  A.5.1: {family: A.5, name: Policies}\n---\n# ISO\n\nA: page [of: text\n';
    const read = readCatalog(page);
    assert.deepEqual([read.format, read.catalog.name, read.problems], ['opencontrol', 'ISO', []]);
    assert.equal(read.catalog.criterion('A.5.1')?.title, 'Policies');
  });

  it('keeps the last of two equal keys, as YAML readers do, and says so', () => {
    const twice = 'name: X\nA: {name: first}\nA: {name: second}\n';
    const read = readCatalog(twice);
    assert.equal(read.catalog.criterion('A')?.title, 'second');
    assert.deepEqual(shown(read.problems, twice), ['duplicate-key: A']);
  });

  it('does not pass over what it cannot read', () => {
    const wrong = 'name: X\nA: {name: [a, b], family: F}\nB: {name: b}\n';
    const read = readCatalog(wrong);
    assert.deepEqual(shown(read.problems, wrong), ['wrong-type: [']);
    assert.deepEqual(
      read.catalog.criteria.map(({ id, title }) => [id, title]),
      [
        ['A', 'A'],
        ['B', 'b'],
      ],
    );
  });
});
