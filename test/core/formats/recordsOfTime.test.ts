import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { type RecordShape, rangeOf, type Stated } from '../../../server/src/core/model/shape.ts';

/** The first record of a file, and the words at a place of it. */
function recordIn(path: string, text: string) {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  const { summary } = readDocument(text, role, tsc);
  const [shape] = summary.shape.records;
  assert.ok(shape);
  const at = (stated: Stated | undefined) => {
    if (!stated) return undefined;
    const { start, end } = rangeOf(summary, 0, stated.at);
    assert.ok(text.slice(start, end).includes(stated.text));
    return stated.text;
  };
  return { shape, at };
}

/** What a population's record says of how it was drawn. */
function drawnBy(keys: string) {
  const { shape, at } = recordIn('evidence/a.yaml', `id: EV-1\ntype: population\n${keys}\n`);
  const { population } = shape;
  assert.ok(population);
  return [population.hasQuery, at(population.count), population.isEmpty, at(population.drawn)];
}

describe('a control over time', () => {
  it('has its earlier versions, each with its days and how often it was performed', () => {
    const { shape, at } = recordIn(
      'controls/a.yaml',
      [
        'id: AC-01',
        'frequency: [monthly, event-driven]',
        'grace: 5 days',
        'history:',
        '  - {from: 2024-01-01, to: 2024-12-31, frequency: annual}',
        '  - from: 2025-01-01',
        '    frequency: [quarterly, on joining]',
        '  - all the time before',
      ].join('\n'),
    );
    assert.deepEqual(
      shape.history?.map(({ from, to, frequencies }) => [at(from), at(to), frequencies.map(at)]),
      [
        ['2024-01-01', '2024-12-31', ['annual']],
        ['2025-01-01', undefined, ['quarterly', 'on joining']],
      ],
    );
    assert.deepEqual(shape.lists?.frequency?.map(at), ['monthly', 'event-driven']);
    assert.equal(at(shape.values.grace), '5 days');
  });

  it('has its cron expression, of a procedure too', () => {
    const control = recordIn('controls/a.yaml', 'id: AC-01\ncron: 0 9 1 * *\n');
    const procedure = recordIn('procedures/a.md', '---\nid: PR-1\ncron: "0 9 1 * *"\n---\nText.\n');
    assert.equal(control.at(control.shape.cron), '0 9 1 * *');
    assert.equal(procedure.at(procedure.shape.cron), '0 9 1 * *');
  });

  it('has nothing of these where it says nothing of them', () => {
    const { shape } = recordIn('controls/a.yaml', 'id: AC-01\nhistory:\n');
    for (const key of ['history', 'cron', 'population', 'selected'] satisfies (keyof RecordShape)[])
      assert.ok(!Object.hasOwn(shape, key), key);
  });
});

describe('evidence', () => {
  it('has its type, and what it is expected as', () => {
    const { shape, at } = recordIn('evidence/a.yaml', 'id: EV-1\ntype: Scan\nexpects: [scan, review]\n');
    assert.equal(at(shape.values.type), 'Scan');
    assert.deepEqual(shape.lists?.expects?.map(at), ['scan', 'review']);
    assert.equal(shape.population, undefined);
  });

  it('that is a population says how it was drawn', () => {
    assert.deepEqual(drawnBy('query: all hires\ncount: 12\nextractedOn: 2026-04-02'), [
      ...[true, '12', false],
      '2026-04-02',
    ]);
    assert.deepEqual(drawnBy('query: n/a\ncount: n/a'), [false, undefined, false, undefined]);
    assert.deepEqual(drawnBy('count: about 20\ncollected: 2026-04-03'), [
      ...[false, undefined, false],
      '2026-04-03',
    ]);
    assert.deepEqual(drawnBy('collected: 2026-04-03\nextractedOn: 2026-04-02'), [
      ...[false, undefined, false],
      '2026-04-02',
    ]);
  });

  it('that is a population says it under the names of other tools', () => {
    assert.deepEqual(drawnBy('report: Hires\ntotal: 3\nexported: 2026-04-02'), [
      ...[true, '3', false],
      '2026-04-02',
    ]);
    assert.deepEqual(drawnBy('source: https://jira.example.com/?jql=project%3DCHG'), [
      ...[true, undefined, false],
      undefined,
    ]);
  });

  it('that is a population of none says so in several ways, and one of some in none of them', () => {
    const empty = (count: string) => drawnBy(`count: ${count}`)[2];
    for (const count of ['0', '"0"', 'zero', 'no terminations', '0 (no leavers)', '0, no leavers'])
      assert.equal(empty(count), true, count);
    for (const count of ['10', '0.5', '12 (0 leavers)', 'about 0', 'none', 'TBD'])
      assert.equal(empty(count), false);
  });

  it('has the items that the auditor selected, or the file that lists them', () => {
    const items = recordIn('evidence/a.yaml', 'id: EV-1\nselected: [CHG-1, CHG-2]\n');
    assert.deepEqual(items.shape.selected?.map(items.at), ['CHG-1', 'CHG-2']);
    const file = recordIn('evidence/a.yaml', 'id: EV-1\nselected: samples/h1.csv\n');
    assert.deepEqual(file.shape.selected?.map(file.at), ['samples/h1.csv']);
  });
});

describe('the manifest', () => {
  it('says in which month the fiscal year begins, and how long evidence is in time', () => {
    const role = roleOf('tickmark.yaml', 'native', false);
    assert.ok(role);
    const manifestOf = (text: string) => readDocument(text, role, tsc).summary.shape.manifest;
    const said = manifestOf('fiscalYearBegins: 4\ngrace: {quarterly: 20, monthly: 5, now: 3}\n');
    assert.equal(said?.fiscalYearBegins?.text, '4');
    assert.deepEqual(
      said?.grace?.map(({ cadence, days }) => [cadence, days.text]),
      [
        ['monthly', '5'],
        ['quarterly', '20'],
      ],
    );
    const silent = manifestOf('grace: 10\n');
    assert.ok(silent && !('grace' in silent) && !('fiscalYearBegins' in silent));
  });
});
