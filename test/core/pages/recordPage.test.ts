// What is told of a record, and what words lead to.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '../../../server/src/core/pages/page.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { recordPage } from '../../../server/src/core/pages/recordPage.ts';
import { foundFor, wordsPage } from '../../../server/src/core/pages/wordsPage.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { inOrder } from '../../../server/src/core/rules/rule.ts';
import { engineOf } from '../../fixture.ts';

const { program } = engineOf(
  readExample(`
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security]}
    systems: [{id: app}, {id: old}]
    === controls/a.yaml
    - {id: A-1, title: Gate, owner: jo, status: implemented, satisfies: [CC6.4, A1.2, CC9.9], policies: [doors, gone]}
    - {id: A-2, title: Hinges, status: planned, satisfies: [CC6.4]}
    - {id: A-3, title: Locks, status: implemented}
    - {id: A-4, title: Keys, status: designed, satisfies: [CC6.4]}
    === policies/doors.md
    ---
    title: Door Policy
    status: draft
    ---
    Doors are shut.
    === evidence/e.yaml
    {id: E-1, title: Photo of the gate, controls: [A-1]}
  `),
);

const plainOf = ({ title, blocks }: Page) => `${title}\n\n${plainOfBlocks(blocks)}\n`;

function pageOf(id: string): string {
  return inOrder(program.defining(id))
    .map(entry => plainOf(recordPage(entry, program, path => `docs/${path}`)))
    .join('\n');
}

describe('the page of a record', () => {
  it('says what it is, where it stands, what it states and serves, what it names, and what names it', () => {
    assert.equal(
      pageOf('a-1'),
      'A-1 Gate\n\nControl in docs/controls/a.yaml\n\nIt is in place.\n\nWhat it states\n\n- owner: jo\n- status: implemented\n\nCriteria that it serves\n\n- CC6.4 Physical access: designed\n- A1.2 Environment, backup, and recovery means: not in the scope of the current report\n- CC9.9 (no catalog has this id)\n\nRecords that it names\n\n- policies: Door Policy\n- policies: gone (no record has this id)\n\nRecords that name it\n\n- E-1 Photo of the gate · evidence, under controls\n',
    );
  });

  const states: readonly (readonly [id: string, state: string])[] = [
    ['A-2', 'It does not count: its state is planned.'],
    ['A-3', 'It is in place, but it serves no criterion of the current report.'],
    ['A-4', 'It is designed, not yet in place.'],
    ['doors', 'It does not count: its state is draft.'],
  ];
  for (const [id, state] of states)
    it(`says of ${id}: ${state}`, () => assert.ok(pageOf(id).includes(`\n\n${state}\n`), pageOf(id)));

  it('says nothing of the state of what has no part in coverage', () =>
    assert.match(
      pageOf('E-1'),
      /^E-1 Photo of the gate\n\nEvidence in docs\/evidence\/e\.yaml\n\nRecords that it names/,
    ));
});

describe('the page of words', () => {
  const shown = (words: string) => plainOf(wordsPage(foundFor(words, program), program));

  it('lists the criteria that they are about, in a program with their states', () => {
    assert.match(
      shown('physical access'),
      /^physical access\n\nCriteria\n\n- CC6\.4 Physical access[^:]*: designed\n/,
    );
    assert.match(
      plainOf(wordsPage(foundFor('encryption', undefined), undefined)),
      /\n- CC6\.1 Logical access protection\n/,
    );
  });

  it('lists rules by the words of their names, and records by those of their titles', () => {
    const names = (words: string) => foundFor(words, program).rules.map(({ name }) => name);
    assert.deepEqual(names('unmapped'), ['controls/unmapped']);
    assert.deepEqual(names('missing owner'), ['controls/missing-owner', 'documents/missing-owner']);
    const records = foundFor('gate', program).records.map(({ shape }) => shape.id?.text);
    assert.deepEqual(records, ['A-1', 'E-1']);
    assert.deepEqual(foundFor('!', program), { words: '!', criteria: [], rules: [], records: [] });
  });
});
