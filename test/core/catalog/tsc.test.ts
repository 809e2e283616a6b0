import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circumstance } from '../../../server/src/core/catalog/circumstances.ts';
import { descriptionCriteria, tsc } from '../../../server/src/core/catalog/tsc.ts';

// The points of focus of the 2022 revision, criterion by criterion, in the AICPA's order.
const counts = {
  ...{ 'CC1.1': 5, 'CC1.2': 4, 'CC1.3': 6, 'CC1.4': 7, 'CC1.5': 6 },
  ...{ 'CC2.1': 9, 'CC2.2': 13, 'CC2.3': 12 },
  ...{ 'CC3.1': 16, 'CC3.2': 9, 'CC3.3': 5, 'CC3.4': 6 },
  ...{ 'CC4.1': 8, 'CC4.2': 3 },
  ...{ 'CC5.1': 6, 'CC5.2': 4, 'CC5.3': 6 },
  ...{ 'CC6.1': 13, 'CC6.2': 3, 'CC6.3': 4, 'CC6.4': 4, 'CC6.5': 1, 'CC6.6': 4, 'CC6.7': 4, 'CC6.8': 5 },
  ...{ 'CC7.1': 5, 'CC7.2': 4, 'CC7.3': 7, 'CC7.4': 14, 'CC7.5': 6 },
  ...{ 'CC8.1': 18 },
  ...{ 'CC9.1': 2, 'CC9.2': 13 },
  ...{ 'A1.1': 3, 'A1.2': 11, 'A1.3': 2 },
  ...{ 'C1.1': 3, 'C1.2': 2 },
  ...{ 'PI1.1': 3, 'PI1.2': 3, 'PI1.3': 5, 'PI1.4': 4, 'PI1.5': 4 },
  ...{ 'P1.1': 7, 'P2.1': 6, 'P3.1': 4, 'P3.2': 2, 'P4.1': 1, 'P4.2': 2, 'P4.3': 3, 'P5.1': 5, 'P5.2': 4 },
  ...{ 'P6.1': 4, 'P6.2': 1, 'P6.3': 1, 'P6.4': 3, 'P6.5': 2, 'P6.6': 2, 'P6.7': 3, 'P7.1': 2, 'P8.1': 6 },
};
const points = tsc.criteria.flatMap(criterion => criterion.points);

/** How often each key occurs, as text: `CC1.3 1, CC1.5 1`. */
function tally(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => `${key} ${count}`).join(', ');
}

test('the 61 criteria stand in order, each with its points of focus', () => {
  assert.deepEqual(
    tsc.criteria.map(({ id, points }) => [id, points.length]),
    Object.entries(counts),
  );
  assert.equal(tsc.criteria.length, 61);
  assert.equal(points.length, 330);
});

test('points are numbered from 1 and have ids of their own', () => {
  for (const criterion of tsc.criteria) {
    assert.deepEqual(
      criterion.points.map(({ id, number }) => [id, number]),
      criterion.points.map((_, index) => [`${criterion.id}-POF${index + 1}`, index + 1]),
    );
    assert.ok(criterion.points.every(point => point.criterion === criterion.id));
  }
});

test('CC1 to CC5 restate the seventeen COSO principles, each once; the other criteria none', () => {
  const coso = tsc.criteria.flatMap(({ id, coso }) => (coso === undefined ? [] : [`${id}=${coso}`]));
  assert.deepEqual(coso, [
    ...['CC1.1=1', 'CC1.2=2', 'CC1.3=3', 'CC1.4=4', 'CC1.5=5'],
    ...['CC2.1=13', 'CC2.2=14', 'CC2.3=15'],
    ...['CC3.1=6', 'CC3.2=7', 'CC3.3=8', 'CC3.4=9'],
    ...['CC4.1=16', 'CC4.2=17'],
    ...['CC5.1=10', 'CC5.2=11', 'CC5.3=12'],
  ]);
});

const onlyFor = {
  privacy: 'CC1.3 1, CC1.5 1, CC2.2 2, CC2.3 2, CC6.1 1, CC7.3 2, CC7.4 3, CC8.1 2, CC9.2 2',
  confidentiality: 'CC2.3 1, CC6.1 1, CC7.3 2, CC8.1 1, CC9.2 2',
  availability: 'CC8.1 1',
  system: 'CC2.2 3, CC2.3 4',
  goods: 'PI1.1 1',
  'operations-objectives': 'CC3.1 4',
  'external-financial-reporting-objectives': 'CC3.1 3',
  'external-nonfinancial-reporting-objectives': 'CC3.1 3',
  'internal-reporting-objectives': 'CC3.1 3',
  'compliance-objectives': 'CC3.1 2',
};
for (const [only, expected] of Object.entries(onlyFor)) {
  test(`points only for ${only}: ${expected}`, () => {
    assert.equal(tally(points.filter(point => point.only === only).map(point => point.criterion)), expected);
  });
}

test('every circumstance has words of its own', () => {
  for (const { id, only } of points) {
    if (only === undefined || tsc.category(only)) continue;
    assert.notEqual(circumstance(only), only, id);
  }
});

test('general points come first, except that CC3.1 ends with the one that is not of COSO', () => {
  for (const criterion of tsc.criteria) {
    const special = criterion.points.map(point => point.only !== undefined);
    const expected = criterion.id === 'CC3.1' ? special.toSorted().reverse() : special.toSorted();
    assert.deepEqual(special, expected, criterion.id);
  }
});

test('controllers have 15 points of privacy to themselves, processors three', () => {
  const of = (role: string): string =>
    tally(points.filter(point => point.role === role).map(point => point.criterion));
  assert.equal(of('controller'), 'P1.1 7, P2.1 6, P3.2 2');
  assert.equal(of('processor'), 'P5.1 1, P5.2 1, P6.7 1');
  const first = points.filter(point => point.role === 'processor').map(point => point.number);
  assert.deepEqual(first, [1, 1, 1]);
});

const scopes: readonly [categories: readonly string[], criteria: number, points: number][] = [
  [[], 33, 208],
  [['security'], 33, 208],
  [['security', 'availability'], 36, 225],
  [['security', 'confidentiality'], 35, 220],
  [['security', 'processing-integrity'], 38, 227],
  [['security', 'privacy'], 51, 282],
  [['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'], 61, 330],
];
for (const [categories, criteria, pointsOfFocus] of scopes) {
  test(`the scope [${categories.join(', ')}] has ${criteria} criteria and ${pointsOfFocus} points`, () => {
    assert.equal(tsc.criteriaOf(categories).length, criteria);
    assert.equal(tsc.pointsInScope(categories).length, pointsOfFocus);
  });
}

test('a group holds the criteria whose ids begin with its id', () => {
  for (const group of tsc.groups) {
    const expected = Object.keys(counts).filter(id => id.startsWith(`${group.id}.`));
    const members = tsc.members(group.id);
    assert.deepEqual(
      members.map(({ id }) => id),
      expected,
    );
    assert.ok(members.every(member => member.group === group.id));
  }
});

test('each category adds its series', () => {
  const added = tsc.categories.map(({ id }) => [
    id,
    tsc.groups
      .filter(group => group.category === id)
      .map(group => group.id)
      .join(' '),
  ]);
  assert.deepEqual(added, [
    ['security', 'CC1 CC2 CC3 CC4 CC5 CC6 CC7 CC8 CC9'],
    ['availability', 'A1'],
    ['processing-integrity', 'PI1'],
    ['confidentiality', 'C1'],
    ['privacy', 'P1 P2 P3 P4 P5 P6 P7 P8'],
  ]);
});

const names = {
  security: ['security', 'Security', 'common criteria', 'Common Criteria', 'CC', 'cc'],
  availability: ['availability', 'Availability'],
  'processing-integrity': ['processing-integrity', 'Processing Integrity', 'processing_integrity', 'PI'],
  confidentiality: ['confidentiality', ' Confidentiality '],
  privacy: ['privacy', 'PRIVACY'],
};
for (const [id, accepted] of Object.entries(names)) {
  test(`${accepted.join(', ')} all name ${id}`, () => {
    assert.deepEqual(
      accepted.map(name => tsc.category(name)?.id),
      accepted.map(() => id),
    );
  });
}

test('every related id exists, is another criterion and is named once', () => {
  for (const { id, related } of tsc.criteria) {
    for (const other of related) assert.ok(tsc.criterion(other), `${id} names ${other}`);
    assert.ok(!related.includes(id), `${id} names itself`);
    assert.equal(new Set(related).size, related.length, id);
  }
});

test('no list says the same thing twice', () => {
  for (const { id, auditorsLookAt, controls, evidence, policies } of tsc.criteria) {
    for (const list of [auditorsLookAt, controls, evidence, policies]) {
      assert.equal(new Set(list).size, list.length, id);
    }
  }
});

test('titles of criteria tell them apart and are two to five words long', () => {
  const titles = tsc.criteria.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
  for (const title of titles) assert.match(title, /^\S+( \S+){1,4}$/);
});

test('titles of points are two to six words long', () => {
  for (const { title } of points) assert.match(title, /^\S+( \S+){1,5}$/);
});

test('DC 1 to DC 9 stand in order; DC 9 is for Type II only', () => {
  assert.deepEqual(
    descriptionCriteria.map(({ id, appliesTo }) => [id, ...appliesTo]),
    [
      ['DC 1', 1, 2],
      ['DC 2', 1, 2],
      ['DC 3', 1, 2],
      ['DC 4', 1, 2],
      ['DC 5', 1, 2],
      ['DC 6', 1, 2],
      ['DC 7', 1, 2],
      ['DC 8', 1, 2],
      ['DC 9', 2],
    ],
  );
});
