import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

/** What the findings of a rule say first. */
function saidBy(rule: string, example: string): string[] {
  return [...engineOf(readExample(example)).allFindings()]
    .filter(finding => finding.rule === rule)
    .map(({ message }) => /^.*?\.(?= )/.exec(message)?.[0] ?? message);
}

it('a record that is not read is named with its article', () => {
  assert.deepEqual(
    saidBy(
      'documents/unread-record',
      `
      === tickmark.yaml
      tickmark: 1
      === evidence/leavers.yaml
      title: Leavers of January
      owner: head-of-it
      tags: [access]
      === vendors/hosting.yaml
      name: Northwind Hosting
      owner: head-of-it
      `,
    ),
    [
      'This is not read, because nothing tells that it is an evidence record.',
      'This is not read, because nothing tells that it is a vendor.',
    ],
  );
});

it('a window that is none is said of whatever record has it', () => {
  assert.deepEqual(saidBy('documents/unknown-value', '=== deviations/d.yaml\nid: DV-1\nwindow: 2026-Q7\n'), [
    '`2026-Q7` is not a window, so the record cannot be placed by it.',
  ]);
});

it('a list where one value belongs is no mapping, and is not said to be read as a list', () => {
  assert.deepEqual(
    saidBy(
      'documents/unknown-value',
      '=== evidence/e.yaml\nid: EV-1\nwindow: [2026-Q1, 2026-Q2]\nperformed: {on: 2026-01-31}\n',
    ),
    [
      'What is under `window` is not read, because it is a list.',
      'What is under `performed` is not read, because it is a mapping.',
    ],
  );
});

const over2026 =
  '=== tickmark.yaml\nreport: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}\n';
const quarterly = '=== controls/a.yaml\n- {id: AC-04, status: implemented, frequency: quarterly}\n';

it('evidence that is late names the window that it fills, and the grace time that is set', () => {
  const evidence =
    '=== evidence/e.yaml\n- {id: EV-1, controls: [AC-04], window: 2026-02, performed: 2026-04-20}\n';
  assert.deepEqual(saidBy('evidence/late', over2026 + quarterly + evidence), [
    'Control `AC-04` was performed on 2026-04-20, but the window 2026-Q1 ended on 2026-03-31, and its grace time is 15 days.',
  ]);
  const ownGrace = quarterly.replace('quarterly}', 'quarterly, grace: 1 day}');
  assert.deepEqual(
    saidBy('evidence/late', over2026 + ownGrace + evidence).map(
      words => /grace time is [^.]*/.exec(words)?.[0],
    ),
    ['grace time is 1 day'],
  );
});

it('evidence that was performed before its window is early, and no other rule says it again', () => {
  const manifest = over2026.replace('report', 'fiscalYearBegins: February\nreport');
  const fiscal =
    '=== evidence/e.yaml\n- {id: EV-1, controls: [AC-04], window: FY2027-Q2, performed: 2026-04-28}\n';
  assert.deepEqual(saidBy('evidence/misfiled', manifest + quarterly + fiscal), [
    'This evidence was performed on 2026-04-28, too early for the window FY2027-Q2, which begins on 2026-05-01, so it fills no window.',
  ]);
  const early =
    '=== evidence/e.yaml\n- {id: EV-1, controls: [AC-04], window: 2026-Q2, performed: 2026-03-28}\n';
  assert.deepEqual(saidBy('evidence/dates', over2026 + quarterly + early), [
    'This is too early for the window 2026-Q2, which begins on 2026-04-01.',
  ]);
  for (const rule of ['evidence/misfiled', 'evidence/late'])
    assert.deepEqual(saidBy(rule, over2026 + quarterly + early), [], rule);
});

it('a population that was drawn before the last day that it covers is told once', () => {
  const population =
    '=== evidence/e.yaml\n- {id: EV-1, controls: [AC-04], type: population, query: all, count: 3, covers: {from: 2026-01-01, to: 2026-06-30}, extractedOn: 2026-06-15}\n';
  const joiners = quarterly.replace('quarterly', 'event-driven');
  assert.equal(saidBy('evidence/dates', over2026 + joiners + population).length, 1);
  assert.deepEqual(saidBy('evidence/misfiled', over2026 + joiners + population), []);
});
