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

describe('the page of a control in a report over a period', () => {
  const page = (period: string, more: string, id = 'A-1') => {
    const { program: own } = engineOf(
      readExample(`
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 2${period}}
    === controls/a.yaml
    - {id: A-1, status: implemented, frequency: quarterly, systems: [okta, github]}
    - {id: A-2, status: implemented, frequency: monthly}
    - {id: A-3, status: implemented, frequency: every 2 months}
    - {id: A-4, status: planned, frequency: monthly}
${more}`),
    );
    const [entry] = inOrder(own.defining(id));
    assert.ok(entry);
    const text = plainOf(recordPage(entry, own, path => path));
    return text.slice(Math.max(0, text.indexOf('Evidence over the period'))).split('\n\nRecords')[0];
  };
  const year = ', period: {start: 2026-01-01, end: 2026-12-31}';
  const kept = `
    === evidence/e.yaml
    - {id: E-1, controls: [A-1], window: 2026-Q1, performed: 2026-04-20, systems: [okta]}
    - {id: E-2, controls: [A-1], performed: 2026-03-20, systems: [github]}
    - {id: E-3, controls: [A-1], performed: 2026-06-20, systems: [okta]}
    === evidence/A-2/2026-01/review.pdf
    PDF
    `;

  it('has its windows, with their states, what is missing, and what is on file', () => {
    assert.equal(
      page(year, kept),
      `Evidence over the period (2026-01-01 to 2026-12-31)

- 2026-Q1 · 2026-01-01 to 2026-03-31 · complete, late · 2026-Q1 has evidence of 2026-04-20, some of it performed after 2026-04-15, the end of the grace time. On file: E-1, E-2.
- 2026-Q2 · 2026-04-01 to 2026-06-30 · due · 2026-Q2 is due on 2026-06-30, 1 of 2: github missing. On file: E-3.
- 2026-Q3 · 2026-07-01 to 2026-09-30 · upcoming · 2026-Q3 begins on 2026-07-01.
- 2026-Q4 · 2026-10-01 to 2026-12-31 · upcoming · 2026-Q4 begins on 2026-10-01.`,
    );
    assert.match(
      page(year, kept, 'A-2') ?? '',
      /\n- 2026-01 · 2026-01-01 to 2026-01-31 · complete · 2026-01 has evidence\. On file: evidence\/A-2\/2026-01\/\.\n/,
    );
  });

  it('says where no window can be made, and nothing where nothing is expected', () => {
    assert.match(page(year, kept, 'A-3') ?? '', /cannot tell from its frequency when evidence is expected/);
    assert.doesNotMatch(page(year, kept, 'A-4') ?? '', /Evidence over/);
  });

  it('says nothing of windows without a period, or where the evidence is kept elsewhere', () => {
    assert.doesNotMatch(page('', kept) ?? '', /Evidence over/);
    assert.doesNotMatch(page(year, '') ?? '', /Evidence over/);
  });
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
