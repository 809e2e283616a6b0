import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CatalogParts,
  type Criterion,
  createCatalog,
} from '../../../server/src/core/catalog/catalog.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';

function criterion(id: string, more: Partial<Criterion> = {}): Criterion {
  return {
    ...{ id, title: id, description: '', auditorsLookAt: [], controls: [], evidence: [], policies: [] },
    ...{ related: [], points: [] },
    ...more,
  };
}

function catalogOf(parts: Partial<CatalogParts>): ReturnType<typeof createCatalog> {
  return createCatalog({ name: 'OWN', title: 'Own', categories: [], groups: [], criteria: [], ...parts });
}

const ids = (criteria: readonly Criterion[]): string[] => criteria.map(({ id }) => id);

test('without categories everything is in scope, whatever is asked for', () => {
  const own = catalogOf({ criteria: [criterion('A.5.1 (a)'), criterion('rule/2')] });
  assert.deepEqual(ids(own.criteriaOf([])), ['A.5.1 (a)', 'rule/2']);
  assert.deepEqual(ids(own.criteriaOf(['privacy'])), ['A.5.1 (a)', 'rule/2']);
});

test('ids may be any text, also names that objects have of their own', () => {
  const own = catalogOf({ criteria: [criterion('constructor'), criterion('')] });
  assert.equal(own.criterion('constructor')?.id, 'constructor');
  assert.equal(own.criterion('')?.id, '');
  assert.equal(own.criterion('toString'), undefined);
});

test('an id is found as it is written, not in another case', () => {
  assert.equal(tsc.criterion('CC6.1')?.title, 'Logical access protection');
  assert.equal(tsc.criterion('cc6.1'), undefined);
  assert.equal(tsc.group('CC6')?.id, 'CC6');
  assert.equal(tsc.group('cc6'), undefined);
});

test('of two criteria with the same id the first is found, and both are listed', () => {
  const own = catalogOf({
    criteria: [criterion('X', { title: 'first' }), criterion('X', { title: 'second' })],
  });
  assert.equal(own.criterion('X')?.title, 'first');
  assert.equal(own.criteria.length, 2);
});

test('an unknown group has no members, an unknown category adds nothing', () => {
  assert.deepEqual(tsc.members('CC10'), []);
  assert.equal(tsc.category('safety'), undefined);
  assert.deepEqual(tsc.criteriaOf(['safety']), tsc.criteriaOf([]));
});

test('a group or criterion that belongs to no category is always in scope', () => {
  const own = catalogOf({
    categories: [{ id: 'extra', title: 'Extra', aliases: [], common: false }],
    groups: [
      { id: 'G', title: 'General' },
      { id: 'E', title: 'Extra', category: 'extra' },
    ],
    criteria: [criterion('1', { group: 'G' }), criterion('2', { group: 'E' }), criterion('3')],
  });
  assert.deepEqual(ids(own.criteriaOf([])), ['1', '3']);
  assert.deepEqual(ids(own.criteriaOf(['EXTRA'])), ['1', '2', '3']);
});

test('a point of a category is in scope with it; one of a circumstance always', () => {
  const point = (number: number, only?: string): Criterion['points'][number] => ({
    ...{ id: `1-POF${number}`, criterion: '1', number, title: '', text: '' },
    ...(only === undefined ? {} : { only }),
  });
  const own = catalogOf({
    categories: [{ id: 'extra', title: 'Extra', aliases: ['more'], common: false }],
    criteria: [criterion('1', { points: [point(1), point(2, 'extra'), point(3, 'goods')] })],
  });
  const numbers = (categories: string[]): number[] =>
    own.pointsInScope(categories).map(({ number }) => number);
  assert.deepEqual(numbers([]), [1, 3]);
  assert.deepEqual(numbers(['more']), [1, 2, 3]);
});

test('a scope keeps the order, however it is asked for, and more categories never take anything away', () => {
  const names = fc.subarray(tsc.categories.map(({ id }) => id));
  fc.assert(
    fc.property(names, names, (some, more) => {
      const smaller = tsc.pointsInScope(some);
      const larger = tsc.pointsInScope([...more, ...some]);
      assert.deepEqual(larger, tsc.pointsInScope([...some, ...more, ...some].toReversed()));
      assert.deepEqual(
        larger.filter(point => smaller.includes(point)),
        smaller,
      );
      assert.deepEqual(
        [...new Set(larger.map(point => point.criterion))],
        ids(tsc.criteriaOf([...some, ...more])),
      );
    }),
  );
});
