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
