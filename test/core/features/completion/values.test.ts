import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../../server/src/core/features/completion/completion.ts';
import { editingAt } from '../editingAt.ts';
import { control, itemsAt, labels, taken } from './offered.ts';

// Today is 2026-06-30 in fixtures (test/fixture.ts).
const manifest = [
  '=== tickmark.yaml',
  'report: {id: s, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}',
  'systems:',
  '  - {id: app, name: The application}',
  '  - {id: db, name: The database}',
  '',
].join('\n');
const quarterly = '=== controls/a.yaml\nid: AC-01\nfrequency: quarterly\n';
const evidence = (...lines: string[]) =>
  `${manifest}${quarterly}${['=== evidence/e.yaml', 'id: E-1', ...lines, ''].join('\n')}`;
/** What is offered, each with what stands beside it. */
const offeredAt = (example: string) => itemsAt(example).map(({ label, detail }) => `${label}: ${detail}`);

describe('a window', () => {
  it('is one of those of the frequency of its controls, the latest that has begun first', () => {
    assert.deepEqual(offeredAt(evidence('controls: [AC-01]', 'window: $0')), [
      '2026-Q2: 2026-04-01 to 2026-06-30',
      '2026-Q1: 2026-01-01 to 2026-03-31',
      '2026-Q3: 2026-07-01 to 2026-09-30',
      '2026-Q4: 2026-10-01 to 2026-12-31',
    ]);
    const monthly = evidence('controls: [AC-01]', 'window: $0').replace('quarterly', 'monthly');
    assert.deepEqual(labels(monthly).slice(0, 2), ['2026-06', '2026-05']);
    const annual = evidence('controls: [AC-01]', 'window: $0').replace('quarterly', 'annual');
    assert.deepEqual(labels(annual), ['2026']);
    const half = evidence('controls: [AC-01]', 'window: $0').replace('quarterly', 'semiannual');
    assert.deepEqual(labels(half), ['2026-H1', '2026-H2']);
    const both = evidence('controls: [AC-01]', 'window: $0').replace('quarterly', '[semiannual, annual]');
    assert.deepEqual(labels(both).sort(), ['2026', '2026-H1', '2026-H2']);
    const words = evidence('controls: [AC-01]', 'window: $0').replace(
      'quarterly',
      'twice a year and annually',
    );
    assert.deepEqual(labels(words).sort(), ['2026', '2026-H1', '2026-H2']);
    const once = evidence('controls: [AC-01]', 'window: $0').replace('quarterly', '[event-driven, annual]');
    assert.deepEqual(labels(once), ['2026']);
  });

  it('comes later where evidence of the same control is on file', () => {
    const filed = '=== evidence/f.yaml\nid: E-0\ncontrols: [AC-01]\nperformed: 2026-05-04\n';
    const text = evidence('controls: [AC-01]', 'window: $0').replace('=== evidence', `${filed}=== evidence`);
    assert.deepEqual(offeredAt(text).slice(0, 2), [
      '2026-Q1: 2026-01-01 to 2026-03-31',
      '2026-Q2: 2026-04-01 to 2026-06-30, 1 on file',
    ]);
  });

  it('is a quarter or a month of the period where no frequency tells, and of this year without a period', () => {
    const open = labels(evidence('window: $0'));
    assert.ok(open.includes('2026-Q1') && open.includes('2026-12') && !open.includes('2026'));
    assert.ok(labels('=== evidence/e.yaml\nid: E\nwindow: $0\n').includes('2026-Q1'));
  });

  it('is one of the fiscal year, where the manifest says when that begins', () => {
    const text = evidence('controls: [AC-01]', 'window: $0').replace(
      'systems:',
      'fiscalYearBegins: 4\nsystems:',
    );
    assert.deepEqual(offeredAt(text).slice(0, 2), [
      'FY2027-Q1: 2026-04-01 to 2026-06-30',
      'FY2026-Q4: 2026-01-01 to 2026-03-31',
    ]);
    const weekly = text.replace('quarterly', 'weekly');
    assert.deepEqual(labels(weekly).slice(0, 2), ['2026-06', '2026-05']);
  });

  it('is offered for a deviation too', () => {
    const text = `${manifest}${quarterly}=== deviations/d.yaml\nid: D\ncontrol: AC-01\nwindow: $0\n`;
    assert.equal(labels(text)[0], '2026-Q2');
  });
});

describe('a date', () => {
  it('is today, where something has been done', () => {
    for (const key of ['performed', 'collected', 'extractedOn', 'reviewed', 'approvedOn'])
      assert.deepEqual(offeredAt(evidence(`${key}: $0`)), ['2026-06-30: today'], key);
    assert.equal(
      taken(control('reviewed:$0'), '2026-06-30'),
      control('reviewed: 2026-06-30').replace(/^.*\n/, ''),
    );
  });

  it('is a day of the window or of the period, where days are covered', () => {
    assert.deepEqual(offeredAt(evidence('window: 2026-Q1', 'covers:', '  from: $0')), [
      '2026-01-01: first day of 2026-Q1',
    ]);
    assert.deepEqual(offeredAt(evidence('window: 2026-Q1', 'covers: {from: 2026-01-01, to: $0}')), [
      '2026-03-31: last day of 2026-Q1',
      '2026-06-30: today',
      '2026-12-31: last day of the period',
    ]);
  });

  it('is the end of the period, where something is due', () => {
    assert.deepEqual(offeredAt(`${manifest}=== tasks/t.yaml\nid: T\ngap: CC1.1\ndue: $0\n`), [
      '2026-12-31: last day of the period',
    ]);
  });

  it('of a bridge letter follows the period of the report', () => {
    const vendor = '=== vendors/v.yaml\nid: V\nreport:\n  period: {start: 2025-01-01, end: 2025-12-31}\n';
    assert.deepEqual(labels(`${vendor}  bridge: {start: $0}\n`), ['2026-01-01']);
    assert.deepEqual(labels(`=== vendors/v.yaml\nid: V\nreport:\n  period: {start: $0}\n`), []);
  });

  it('of a report ends a period of twelve, six or three months', () => {
    const begun =
      '=== tickmark.yaml\nreport: {id: s, kind: soc2, type: 2, period: {start: 2026-04-01, end: $0}}\n';
    assert.deepEqual(offeredAt(begun), [
      '2027-03-31: twelve months',
      '2026-09-30: six months',
      '2026-06-30: three months',
    ]);
    assert.deepEqual(labels('=== tickmark.yaml\nreport: {asOf: $0}\n'), ['2026-06-30']);
    assert.deepEqual(labels('=== tickmark.yaml\nreport: {period: {start: $0}}\n'), [
      '2026-01-01',
      '2026-07-01',
      '2026-06-30',
    ]);
  });
});

describe('what the manifest lists', () => {
  it('are systems, of a control, of evidence and of a deviation', () => {
    const expected = ['app: The application', 'db: The database'];
    assert.deepEqual(offeredAt(evidence('systems: [$0]')), expected);
    assert.deepEqual(offeredAt(`${manifest}${control('systems:', '  - $0')}`), expected);
    assert.deepEqual(offeredAt(`${manifest}=== deviations/d.yaml\nid: D\nsystem: $0\n`), expected);
    assert.deepEqual(labels(evidence('systems: [$0]').replace(/systems:\n(?: {2}.*\n)+/, '')), []);
  });
});

describe('other values', () => {
  it('are the criteria and controls that a task may be about', () => {
    const gaps = labels(`${manifest}${quarterly}=== tasks/t.yaml\nid: T\ndue: 2026-12-01\ngap: $0\n`);
    assert.ok(gaps.includes('CC6.1') && gaps.includes('AC-01'));
  });

  it('are the next id, where records of the kind have numbers', () => {
    assert.deepEqual(labels(`${manifest}${quarterly}=== controls/b.yaml\nid: $0\nstatus: planned\n`), [
      'AC-02',
    ]);
  });

  it('are the tags of other records, those that most have first, as YAML takes them', () => {
    const others =
      '=== policies/p.md\n---\nid: P\ntags: [it, people, "a: b"]\n---\n=== risks/r.yaml\nid: R\ntags: people\n';
    for (const list of ['tags: [$0]', 'tags: [pe$0]', 'tags:\n  -$0'])
      assert.deepEqual(labels(`${others}${control(list)}`), ['people', 'a: b', 'it'], list);
    assert.match(taken(`${others}${control('tags: [$0]')}`, 'a: b'), /tags: \["a: b"\]/);
  });

  it('are controls that no evidence names first, then those that records beside this one name', () => {
    const controls = ['AC-1', 'AC-2', 'AC-3', 'AC-4'].map(id => `- id: ${id}\n`).join('');
    const evidence =
      '=== evidence/e.yaml\n- id: E-1\n  controls: [AC-1, AC-2]\n- id: E-2\n  controls: [AC-2]\n';
    const example = `=== controls/c.yaml\n${controls}${evidence}=== evidence/z.yaml\nid: Z\ncontrols: [AC-4, $0]\n`;
    assert.deepEqual(labels(example), ['AC-3', 'AC-2', 'AC-1', 'AC-4']);
  });

  it('come with what they mean', () => {
    const [planned] = itemsAt(control('status: $0'));
    assert.match(JSON.stringify(planned?.documentation), /does not count/);
    const [monthly] = itemsAt(control('frequency: mon$0')).filter(({ label }) => label === 'monthly');
    assert.match(JSON.stringify(monthly?.documentation), /calendar month/);
    assert.ok(labels(control('frequency: [event-driven, $0]')).includes('annual'));
  });
});

describe('a place', () => {
  const at = (example: string) => {
    const { editing, offset } = editingAt(example);
    return completionsAt(editing, offset);
  };

  it('of ours to which nothing belongs has no completions', () => {
    for (const line of ['title: A gate$0', 'statement: The guard$0', 'version: 1$0', 'tags: [x$0]'])
      assert.deepEqual(at(control(line)), [], line);
    assert.deepEqual(at('=== tickmark.yaml\norganization: Acme$0\n'), []);
  });

  it('that is not ours has none to tell of', () => {
    for (const example of [
      control('mine: x$0'),
      control('# comment$0'),
      '=== policies/p.md\nNothing here$0\n',
      '=== tickmark.yaml\n=== deploy.yaml\nspec: a$0\n',
      '=== tickmark.yaml\nmine: x$0\n',
    ])
      assert.equal(at(example), undefined, example);
  });
});
