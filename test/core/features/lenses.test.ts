// What is told above records: `^^^` is what a record is shown by, and the note is what is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimsOf, claimWords, type Lens, lensesOf } from '../../../server/src/core/features/lenses.ts';
import { inEverySpelling, type Marked, shown } from './marked.ts';

const all = { coverage: true, references: true, evidence: true };

function lensesIn(
  { files, editing: { program } }: Marked,
  tells: Readonly<Record<Lens['tells'], boolean>> = all,
) {
  return files
    .flatMap(file =>
      lensesOf(file.path, program, tells).map(({ range, words }) => [file, range, words] as const),
    )
    .map(([file, range, words]) => `${shown(file, range)}: ${words}`)
    .sort();
}

function marked({ files }: Marked): readonly string[] {
  const told = files.flatMap(file => file.marks.map(mark => [file, mark] as const));
  return told
    .flatMap(([file, mark]) => mark.note.split(' | ').map(words => `${shown(file, mark)}: ${words}`))
    .sort();
}

const manifest = `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope: {categories: [security]}`;

describe('above a record', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'stands how far along the criteria are that it addresses',
      `${manifest}
      === controls/a.yaml
      - id: AC-01$0
            ^^^^^ CC6.1: implemented
        status: implemented
        satisfies: [CC6.1]
      - id: AC-02
            ^^^^^ 3 criteria: 1 implemented, 1 missing; 1 not in scope
        status: planned
        satisfies: [CC6.1, CC6.2, A1.2]
      - id: AC-03
      === policies/access.md
      # Access
        ^^^^^^ 2 criteria: 1 implemented, 1 documented

      See CC6.1, CC6.3, and CC6.3 of SOC 2. CC6.4 is out of scope.
      `,
    ],
    [
      'stands how often something refers to it under a key',
      `${manifest}
      === controls/a.yaml
      - id: AC-01
            ^^^^^ 3 references
        policies: [access]
      - id: AC-02
        supersedes: AC-01
        statement: It goes on from AC-01.
      === evidence/a.md
      ---$0
      id: EV-1
      controls: [AC-01, AC-01]
      ---
      See AC-01.
      === policies/access.md
      # Access
        ^^^^^^ 1 reference
      `,
    ],
    [
      'stands nothing where it claims nothing: evidence, risks, and requests address no criterion',
      `${manifest}
      === evidence/a.yaml
      id: EV-1$0
      satisfies: [CC6.1]
      === registers/risks.yaml
      - id: R-1
        kind: risk
        satisfies: [CC6.1]
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, (text, spelling) => assert.deepEqual(lensesIn(text), marked(text), spelling)),
    );

  // Today is 2026-06-30.
  const over2026 = `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}
      === evidence/a.yaml
      - {id: EV-1, controls: [AC-01], window: 2026-Q1, performed: 2026-03-20}
      - {id: EV-2, controls: [AC-02], window: 2026-05, performed: 2026-05-20}
      - {id: EV-3, controls: [AC-04], window: 2026-Q2, performed: 2026-06-20}`;
  const evidenceOnly = { coverage: false, references: false, evidence: true };

  it('stands for which window a control lacks evidence, with what closes first', () => {
    inEverySpelling(
      `${over2026}
      === controls/a.yaml
      - id: AC-01$0
            ^^^^^ Evidence due 2026-06-30 for 2026-Q2
        status: implemented
        frequency: quarterly
      - id: AC-02
            ^^^^^ Evidence due 2026-06-30 for 2026-06 and 4 more
        status: implemented
        frequency: monthly
      - id: AC-03
            ^^^^^ Evidence overdue since 2026-05-31 (closes 2026-07-30) for 2026-05 and 1 more
        status: implemented
        frequency: monthly
        implementedOn: 2026-05-01
        grace: 60
      - id: AC-04
            ^^^^^ Evidence missing for 2026-Q1
        status: implemented
        frequency: quarterly
      - {id: AC-05, status: implemented, frequency: quarterly, implementedOn: 2026-07-01}
      - {id: AC-06, status: planned, frequency: quarterly}
      - {id: AC-07, status: implemented, frequency: now and then}
      - {status: implemented, frequency: quarterly}
      `,
      (text, spelling) => assert.deepEqual(lensesIn(text, evidenceOnly), marked(text), spelling),
    );
  });

  it('stands nothing of evidence where none is kept, and where nothing is due over a period', () => {
    const control = '=== controls/a.yaml\nid: AC-01$0\nstatus: implemented\nfrequency: quarterly\n';
    const [without] = over2026.split('=== evidence');
    for (const example of [`${without?.replace(/^ +/gm, '')}\n${control}`, control])
      inEverySpelling(example, text => assert.deepEqual(lensesIn(text, evidenceOnly), []));
  });

  it('stands only what is wanted', () => {
    const example = `=== controls/a.yaml\n- id: AC-01$0\n  satisfies: [CC6.1]\n- id: AC-02\n  supersedes: AC-01\n`;
    inEverySpelling(example, text => {
      const told = (coverage: boolean, references: boolean) =>
        lensesIn(text, { coverage, references, evidence: true }).map(line => line.replace(/^.*AC-01: /, ''));
      assert.deepEqual(told(true, false), ['CC6.1: designed']);
      assert.deepEqual(told(false, true), ['1 reference']);
      assert.deepEqual(told(false, false), []);
    });
  });

  it('leads to the criteria, with where each stands', () => {
    const example = `${manifest}
      === controls/a.yaml
      id: AC-01$0
      satisfies: [CC6.1, A1.2]
      `;
    inEverySpelling(example, ({ editing: { path, program } }) => {
      const [entry] = program.records(path);
      const claims = entry ? claimsOf(entry, program) : [];
      assert.deepEqual(
        claims.map(claim => `${claim.key} ${claim.title}: ${claimWords(claim)}`),
        [
          'CC6.1 Logical access protection: designed',
          'A1.2 Environment, backup, and recovery means: not in scope',
        ],
      );
    });
  });
});
