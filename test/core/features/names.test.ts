// Where the record, person, or system is stated that is named where `$0` stands, and where the document names it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { definitionAt } from '../../../server/src/core/features/definition.ts';
import { highlightsAt } from '../../../server/src/core/features/highlight.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling, type Marked, marksOf, placesOf, shown } from './marked.ts';

/** The places where that is stated which is named at the cursor. */
function definitions({ files, editing, offset }: Marked): readonly string[] {
  return placesOf(definitionAt(editing, offset)?.places ?? [], files, editing);
}

const manifest = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
people: [{id: ana-lopes, name: Ana Lopes, role: Head of IT}, {id: ben, role: Head of IT}]
systems: [{id: prod-db, name: Production, owner: ana-lopes}]
`;

describe('the definition', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'of a person whose full name prose says',
      `
      === tickmark.yaml
      people: [{id: ana, name: Ana Lopes}, {id: ben, name: Ben Lopes}]
                    ^^^
      === policies/access.md
      # Access

      See Ana L$0opes about it.
      `,
    ],
    [
      'of a policy whose title prose says, and not of one with a shorter title',
      `
      === policies/access.md
      ---
      title: Access control policy for vendors
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ---
      === policies/short.md
      ---
      title: Access control policy
      ---
      === policies/b.md
      # Backups

      See the Access Control Policy for Vendors$0.
      `,
    ],
    [
      'of a policy whose title has hyphens and other signs',
      `
      === policies/sso.md
      ---
      title: Single sign-on for employees, contractors & auditors
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ---
      === policies/b.md
      # Backups

      Read more in Single sign-$0on for employees, contractors & auditors.
      `,
    ],
    [
      'of a control that front matter refers to',
      `
      === controls/sso.md
      ---
      id: AC-02
          ^^^^^
      ---
      === evidence/review.md
      ---
      id: EV-1
      controls: [AC-01, AC-$002]
      ---
      `,
    ],
    [
      'of a control in a register of YAML, at the end of a quoted reference',
      `
      === controls/all.yaml
      - id: AC-01
      - id: "AC-02"
            ^^^^^^^
        title: Sign-on
      === evidence/review.yaml
      id: EV-1
      controls: "AC-02$0"
      `,
    ],
    [
      'of a control in a table of controls',
      `
      === controls/all.md
      # Controls

      | ID | Control | SOC 2 |
      | --- | --- | --- |
      | AC-02 | Accounts are reviewed each quarter. | CC6.2 |
        ^^^^^
      === policies/access.md
      See $0AC-02.
      `,
    ],
    [
      'of a policy that is known by its file',
      `
      === policies/access.md
      # Access policy
        ^^^^^^^^^^^^^
      === controls/a.yaml
      id: AC-01
      policies: acc$0ess
      `,
    ],
    [
      'of a policy, among records whose files have the same name',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access policy
        ^^^^^^^^^^^^^
      === procedures/access.md
      # How access is given
      === controls/a.yaml
      id: AC-01
      policies: [$0access]
      `,
    ],
    [
      'of a record with an id, rather than of a file with that name',
      `
      === controls/all.yaml
      - id: access
            ^^^^^^
      === policies/access.md
      # Access policy
      === evidence/a.yaml
      id: EV-1
      controls: [$0access]
      `,
    ],
    [
      'of a vendor in prose, before a full stop',
      `
      === vendors/hosting.yaml
      id: V-1
          ^^^
      name: Northwind Hosting
      === policies/vendors.md
      See V-1$0.
      `,
    ],
    [
      'of a risk and of evidence in a value that is text',
      `
      === risks/all.yaml
      - id: R-7
            ^^^
      === controls/a.yaml
      id: AC-01
      statement: The risk R-$07 is treated.
      `,
    ],
    [
      'of each record that has the id',
      `
      === controls/a.yaml
      id: AC-01
          ^^^^^
      === controls/b.yaml
      id: ac-01
          ^^^^^
      === evidence/a.yaml
      id: EV-1
      controls: AC-$001
      `,
    ],
    [
      'of a policy without an id, from its title',
      `
      === policies/access.md
      # Access $0policy
        ^^^^^^^^^^^^^
      `,
    ],
    [
      'of itself',
      `
      === controls/a.yaml
      id: AC$0-01
          ^^^^^
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, (marked, spelling) =>
        assert.deepEqual(definitions(marked), marksOf(marked.files), spelling),
      ),
    );

  it('of people is in the manifest: by id, by name, or by a role that several have', () => {
    const people = (owner: string) => {
      const found: (readonly string[])[] = [];
      inEverySpelling(`${manifest}=== controls/a.yaml\nid: AC-01\n${owner}\n`, marked =>
        found.push(definitions(marked).map(place => place.replace(/ +\d+/, ''))),
      );
      return found[0];
    };
    const [ana, ben] = ['tickmark.yaml: ana-lopes', 'tickmark.yaml: ben'];
    assert.deepEqual(people('owner: b$0en'), [ben]);
    assert.deepEqual(people('owner: Ana $0Lopes'), [ana]);
    assert.deepEqual(people('performedBy: [ben, head of $0it]'), [ana, ben]);
    assert.deepEqual(people('statement: The review of ana-l$0opes is filed.'), [ana]);
    assert.deepEqual(people('systems: [Prod$0uction]'), ['tickmark.yaml: prod-db']);
    assert.deepEqual(people('statement: It runs on prod-db$0, or another.'), ['tickmark.yaml: prod-db']);
  });

  const nowhere: readonly (readonly [what: string, document: string])[] = [
    ['of an id in code', 'controls/b.md\nSee `AC-$001`.\n'],
    ['of an id in the target of a link', 'policies/b.md\nSee [it](../x/AC-$001).\n'],
    ['of an id in a path', 'policies/b.md\nSee files/AC-$001 and AC-01/list.csv.\n'],
    ['of an id in an address', 'policies/b.md\nSee https://example.com/AC-$001.\n'],
    ['of an id that is only a part of a word', 'policies/b.md\nSee AC-01$0-x.\n'],
    ['of an id in another case, in prose', 'policies/b.md\nSee ac-$001.\n'],
    ['of a word that is an id too', 'policies/b.md\nSee the plan$0.\n'],
    ['of a reference to what does not exist', 'evidence/b.yaml\nid: EV-1\ncontrols: AC-$009\n'],
    ['in a comment', 'evidence/b.yaml\nid: EV-1 # AC-$001\n'],
    ['of a key', 'evidence/b.yaml\nid: EV-1\nAC-$001: x\n'],
    ['in the path of a source', 'evidence/b.yaml\nid: EV-1\nsource: AC-$001\n'],
  ];
  for (const [what, document] of nowhere)
    it(`${what} is nowhere`, () =>
      inEverySpelling(`=== controls/a.yaml\n- id: AC-01\n- id: plan\n=== ${document}`, marked =>
        assert.deepEqual(definitions(marked), []),
      ));
});

describe('the highlights', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'of a person are the names under keys, and the full name in prose',
      `
      === tickmark.yaml
      people: [{id: ana, name: Ana Lopes}]
      === policies/access.md
      ---
      owner: ana
             ^^^
      approvedBy: Ana Lopes
                  ^^^^^^^^^
      ---
      # Access

      See Ana Lop$0es, not Ana.
          ^^^^^^^^^
      `,
    ],
    [
      'of a control are its id, what refers to it, and what speaks of it',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
        title: Accounts
        statement: AC-01 is reviewed with AC-010. AC-01.
                   ^^^^^
                                                  ^^^^^
      - id: AC-02
        supersedes: AC-$001
                    ^^^^^
      - id: ac-03
        tags: [AC-01]
               ^^^^^
      `,
    ],
    [
      'of a control in front matter and prose',
      `
      === controls/a.yaml
      id: AC-01
      === policies/access.md
      ---
      id: POL-1
      supersedes: ['AC-01', AC-02]
                    ^^^^^
      ---
      # Access (AC-01)
                ^^^^^

      See AC-$001, [AC-01](AC-01.md), \`AC-01\`, and AC-01/AC-02.
          ^^^^^
                  ^^^^^
                                                 ^^^^^
      | Control |
      | --- |
      | AC-01 |
        ^^^^^
      `,
    ],
    [
      'of a criterion are its citations',
      `
      === policies/access.md
      ---
      id: POL-1
      satisfies: [CC6.1, CC6.2]
                  ^^^^^
      ---
      See CC6.$01 and CC6.2.
          ^^^^^
      `,
    ],
    [
      'of a person are the id and the names',
      `
      === tickmark.yaml
      people: [{id: ana-lopes, name: Ana Lopes}]
                    ^^^^^^^^^
      systems: [{id: db, owner: Ana $0Lopes}]
                                ^^^^^^^^^
      `,
    ],
    [
      'of what is known nowhere are what names it too',
      `
      === evidence/a.yaml
      - id: EV-1
        controls: AC-09
                  ^^^^^
      - id: EV-2
        controls: [AC-01, ac-$009]
                          ^^^^^
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, ({ files, editing, offset }, spelling) => {
        const file = files.find(({ path }) => path === editing.path);
        assert.ok(file);
        const found = highlightsAt(editing, offset).map(({ range }) => shown(file, range));
        assert.deepEqual(found, marksOf([file]), spelling);
      }),
    );

  it('tell the place that states the id from those that refer to it', () => {
    inEverySpelling(
      '=== controls/a.yaml\n- id: AC-$001\n- id: AC-2\n  supersedes: AC-01\n',
      ({ editing, offset }) =>
        assert.deepEqual(
          highlightsAt(editing, offset).map(({ isStatement }) => isStatement),
          [true, false],
        ),
    );
  });

  it('lie in any document, and hold the place they are asked for', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), ({ path, text }, at) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        const editing = editingOf({ files, engine: engineOf(files) }, path);
        const offset = at % (text.length + 1);
        const found = highlightsAt(editing, offset);
        for (const { range } of found)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        definitionAt(editing, offset);
      }),
      { numRuns: 50 },
    );
  });
});
