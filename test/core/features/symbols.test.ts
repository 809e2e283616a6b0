// The outline of a document, and what is found by its name. `^^^` are the words that a symbol of the outline leads to.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DocumentSymbol, documentSymbols } from '../../../server/src/core/features/documentSymbols.ts';
import { queryOf, rankOf, workspaceSymbols } from '../../../server/src/core/features/workspaceSymbols.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { folded } from '../../../server/src/core/text/folded.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling, marksOf, shown } from './marked.ts';

/** An outline, with what is below another symbol indented. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...outline(children, `${indent}  `),
  ]);
}

function flat(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap(symbol => [symbol, ...flat(symbol.children)]);
}

describe('the outline', () => {
  const cases: readonly (readonly [what: string, example: string, lines: readonly string[]])[] = [
    [
      'of a policy has the sections that cite below it',
      `
      === policies/access.md
      ---
      id: POL-1
          ^^^^^
      satisfies: [CC6.1]
      ---
      # Access

      $0See CC6.2.

      ## Reviews
      ^^^^^^^^^^

      See CC6.3 and CC6.2.

      ### Of accounts

      Each quarter.

      ### Of keys (CC6.7)
      ^^^^^^^^^^^^^^^^^^^

      ## Leavers

      See HR.
      `,
      ['POL-1 Access | policy · CC6.1, CC6.2', '  Reviews (CC6.3, CC6.2)', '    Of keys (CC6.7)'],
    ],
    [
      'of a register has its records',
      `
      === controls/all.yaml
      - id: "AC-01"$0
             ^^^^^
        title: Sign-on
        satisfies: [CC6.1, CC6.2, CC6.3, CC6.6, CC6.7, CC6.8]
      - id: AC-02
            ^^^^^
      `,
      ['AC-01 Sign-on | control · CC6.1, CC6.2, CC6.3, CC6.6, and 2 more', 'AC-02 | control'],
    ],
    [
      'of a mapping of records has them by their keys',
      `
      === controls/all.yaml
      AC-01:$0
      ^^^^^
        title: Sign-on
        satisfies: [CC6.1]
      AC-02:
      ^^^^^
        title: Leavers
        satisfies: [CC6.2]
      `,
      ['AC-01 Sign-on | control · CC6.1', 'AC-02 Leavers | control · CC6.2'],
    ],
    [
      'of a page with a table of controls has them in their section',
      `
      === controls/all.md
      # Controls$0
        ^^^^^^^^

      ## Access for CC6
      ^^^^^^^^^^^^^^^^^

      | ID | Control | SOC 2 |
      | --- | --- | --- |
      | AC-02 | Accounts are reviewed each quarter. | CC6.2 |
        ^^^^^
      `,
      ['Controls | document', '  Access for CC6', '    AC-02 | control · CC6.2'],
    ],
    [
      'of the manifest has its reports, people, and systems',
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}$0
                   ^^^^
      people: [{id: ana, name: Ana Lopes}, {id: ben, role: Head of IT}]
                    ^^^
                                                ^^^
      systems: [{id: db, name: Production}]
                     ^^
      `,
      ['soc2 | report', 'ana Ana Lopes | person', 'ben Head of IT | person', 'db Production | system'],
    ],
    [
      'of a page without records is empty',
      '=== notes/a.md\n# A\n\nSee$0 CC6.1.\n=== policies/b.md\n# B\n',
      [],
    ],
  ];
  for (const [what, example, lines] of cases)
    it(what, () =>
      inEverySpelling(example, ({ files, editing }, spelling) => {
        const file = files.find(({ path }) => path === editing.path);
        assert.ok(file);
        const found = documentSymbols(editing);
        assert.deepEqual(outline(found), lines, spelling);
        assert.deepEqual(
          flat(found)
            .map(({ selection }) => shown(file, selection))
            .sort(),
          marksOf([file]),
          spelling,
        );
      }),
    );

  it('of any document lies in it, each symbol in the one above it', () => {
    fc.assert(
      fc.property(anyDocument, ({ path, text }) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        const inside = (symbols: readonly DocumentSymbol[], start: number, end: number): void => {
          for (const { range, selection, children } of symbols) {
            assert.ok(start <= range.start && range.start <= selection.start);
            assert.ok(selection.start <= selection.end && selection.end <= range.end && range.end <= end);
            inside(children, range.start, range.end);
          }
        };
        inside(documentSymbols(editingOf({ files, engine: engineOf(files) }, path)), 0, text.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is found by its name', () => {
  const { program } = engineOf(
    readExample(`
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
people: [{id: ana-lopes, name: Ana López}]
systems: [{id: prod-db, name: Production}]
=== controls/all.yaml
- {id: AC-01, title: Access is reviewed}
- {id: AC-010, title: Leavers}
- {id: XAC-01, title: Badges}
=== policies/access.md
# Access policy
=== evidence/review.md
---
id: EV-1
controls: [AC-01]
---
# Review of access
`),
  );
  const found = (typed: string, most = 100) =>
    workspaceSymbols(program, typed, most, true).map(({ name }) => name);

  const cases: readonly (readonly [what: string, typed: string, names: readonly string[]])[] = [
    [
      'is the very id first, then ids that begin so, and other words',
      'ac-01',
      ['AC-01 Access is reviewed', 'AC-010 Leavers', 'XAC-01 Badges'],
    ],
    ['is a title, in any case', 'LEAVERS', ['AC-010 Leavers']],
    ['is a title with accents, by its letters', 'lopez', ['ana-lopes Ana López']],
    ['is a system', 'prod', ['prod-db Production']],
    ['is a policy by its title', 'access pol', ['Access policy']],
    ['has its words in any order', 'review access', ['AC-01 Access is reviewed', 'EV-1 Review of access']],
    ['has the letters in their order', 'ac10', ['AC-010 Leavers']],
    ['is a criterion', 'cc6.1', ['CC6.1 Logical access protection']],
    ['is nothing where a letter is missing', 'ac-09', []],
  ];
  for (const [what, typed, names] of cases)
    it(what, () => {
      const first = found(typed);
      assert.deepEqual(first.slice(0, names.length), names);
      if (names.length === 0) assert.deepEqual(first, []);
    });

  it('is no criterion where that is of no use, and a criterion only behind what fits as well', () => {
    assert.deepEqual(workspaceSymbols(program, 'cc6.1', 100, false), []);
    assert.equal(found('acc')[0], 'Access policy');
    assert.ok(found('acc').some(name => name.startsWith('CC6.')));
  });

  it('is everything for nothing typed, and no more than asked for', () => {
    assert.ok(found('').includes('AC-010 Leavers'));
    assert.equal(found('', 3).length, 3);
    assert.deepEqual(found('a', 2), found('a').slice(0, 2));
  });

  it('is every name that letters were left out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.infiniteStream(fc.boolean()), (name, keep) => {
        const letters = [...folded(name)].filter(() => keep.next().value);
        assert.notEqual(rankOf(folded(name), queryOf(letters.join(''))), undefined);
      }),
    );
  });
});
