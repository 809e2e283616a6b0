// What is told above records: `^^^` is what a record is shown by, and the note is what is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimsOf, claimWords, type Lens, lensesOf } from '../../../server/src/core/features/lenses.ts';
import { inEverySpelling, type Marked, shown } from './marked.ts';

const all = { coverage: true, references: true };

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

  it('stands only what is wanted', () => {
    const example = `=== controls/a.yaml\n- id: AC-01$0\n  satisfies: [CC6.1]\n- id: AC-02\n  supersedes: AC-01\n`;
    inEverySpelling(example, text => {
      const told = (coverage: boolean, references: boolean) =>
        lensesIn(text, { coverage, references }).map(line => line.replace(/^.*AC-01: /, ''));
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
