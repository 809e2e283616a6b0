import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { criteriaList, criteriaRows, questionsOf } from '../../../server/src/core/exports/criteriaList.ts';
import { csv } from '../../../server/src/core/exports/csv.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

describe('the list of a scope', () => {
  // Criteria and points of focus as the AICPA counts them (TSP section 100, points of 2022).
  const counts: readonly (readonly [
    scope: readonly string[] | undefined,
    criteria: number,
    points: number,
  ])[] = [
    [['security'], 33, 208],
    [[], 33, 208],
    [['availability'], 36, 225],
    [['confidentiality'], 35, 220],
    [['Processing Integrity'], 38, 227],
    [['P'], 51, 282],
    [['a', 'c', 'pi', 'p'], 61, 330],
    [undefined, 61, 330],
  ];
  for (const [categories, criteria, points] of counts) {
    it(`of ${categories?.join(', ') ?? 'everything'} has ${criteria} criteria and ${points} points`, () => {
      const list = criteriaList([{ catalog: tsc, categories }], undefined);
      assert.deepEqual(list.counts, { criteria, excluded: 0, points, pointsOfRole: points });
      assert.equal(list.criteria.length, criteria);
      assert.equal(
        list.criteria.reduce((sum, one) => sum + one.points.length, 0),
        points,
      );
    });
  }

  it('names the categories that it is of, the common ones among them', () => {
    assert.deepEqual(criteriaList([{ catalog: tsc, categories: ['PI', 'nothing'] }], undefined).scope, [
      'security',
      'processing-integrity',
    ]);
  });

  // Of privacy's 58 points 15 concern only controllers, 3 only processors.
  for (const [role, concerned] of [
    ['controller', 279],
    ['processor', 267],
  ] as const) {
    it(`puts points of the other role last for a ${role}, and removes none`, () => {
      const { counts, criteria } = criteriaList([{ catalog: tsc, categories: ['privacy'] }], role);
      assert.deepEqual(counts, { criteria: 51, excluded: 0, points: 282, pointsOfRole: concerned });
      for (const { points } of criteria) {
        const others = points.map(point => point.role !== undefined && point.role !== role);
        assert.deepEqual(others, others.toSorted());
      }
      const first = criteria.find(({ criterion }) => criterion.id === 'P5.1')?.points[0]?.id;
      assert.equal(first, role === 'processor' ? 'P5.1-POF1' : 'P5.1-POF2');
    });
  }

  it("of a catalog of one's own works alike", () => {
    const { catalog } = readCatalog('name: X\ncriteria: [{id: A, points: [{title: t}]}, {id: B}]\n');
    const { scope, counts } = criteriaList([{ catalog, categories: undefined }], undefined);
    assert.deepEqual([scope, counts], [[], { criteria: 2, excluded: 0, points: 1, pointsOfRole: 1 }]);
  });
});

describe('the list of a report', () => {
  it('has what each of its catalogs asks for, and what is left out', () => {
    const { program } = engineOf(
      readExample(`
=== tickmark.yaml
report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30, categories: [security, availability]}
scope: {exclude: [{criterion: CC6.4, reason: No premises}, A1.1, P1.1]}
`),
    );
    const list = criteriaList(questionsOf(program.report, program.catalogs), undefined);
    assert.deepEqual(list.counts, { criteria: 36, excluded: 2, points: 225, pointsOfRole: 225 });
    assert.deepEqual(
      list.criteria.flatMap(({ criterion, excluded }) => (excluded ? [[criterion.id, excluded.reason]] : [])),
      [
        ['CC6.4', 'No premises'],
        ['A1.1', undefined],
      ],
    );
  });
});

describe('the list as CSV', () => {
  const { catalog } = readCatalog(
    'name: X\ngroups: [{id: G, category: c}]\ncategories: [{id: c, common: true}]\ncriteria:\n- {id: "=A", title: "One, two", description: d, group: G, points: [{title: t, text: u, only: c, role: processor}]}\n- {id: B}\n',
  );
  const list = criteriaList(
    [{ catalog, categories: undefined, excluded: new Map([['B', 'None here']]) }],
    undefined,
  );

  it('has a row for each criterion', () => {
    assert.equal(
      csv(criteriaRows(list, false)),
      'catalog,category,group,criterion,point,title,text,only,role,excluded\r\nX,c,G,\'=A,,"One, two",d,,,\r\nX,,,B,,B,,,,None here\r\n',
    );
  });

  it('has one for each point, where they are asked for', () => {
    assert.equal(csv(criteriaRows(list, true)).split('\r\n')[2], "X,c,G,'=A,'=A-POF1,t,u,c,processor,");
  });
});
