// What a rename of what is named where `$0` stands makes of the documents of a program.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editsIn } from '../../../server/src/core/features/rename/edits.ts';
import { isRefusal, renamingAt } from '../../../server/src/core/features/rename/renaming.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { inEverySpelling, soonInEverySpelling } from './marked.ts';
import { textsAfter } from './renaming.ts';

describe('a rename', () => {
  const cases: readonly (readonly [what: string, to: string, before: string, after: string])[] = [
    [
      'of a control changes its id, references to it, and prose',
      'AC-07',
      `
      === controls/all.yaml
      # AC-01 in a comment stays.
      - id: AC-$001
        title: Accounts
        policies: [access]
      - id: 'AC-02'
        supersedes: ["AC-01", ac-01, AC-010]
        statement: It follows AC-01. AC-010 is another one.
      === evidence/a.md
      ---
      id: EV-1
      controls: AC-02, AC-01
      source: AC-01/list.csv
      ---
      See [AC-01](AC-01.md), \`AC-01\`, AC-01/AC-02, and https://example.com/AC-01.

      | Control | State |
      | --- | --- |
      | AC-01 | done |
      `,
      `
      === controls/all.yaml
      # AC-01 in a comment stays.
      - id: AC-07
        title: Accounts
        policies: [access]
      - id: 'AC-02'
        supersedes: ["AC-07", AC-07, AC-010]
        statement: It follows AC-07. AC-010 is another one.
      === evidence/a.md
      ---
      id: EV-1
      controls: AC-02, AC-07
      source: AC-01/list.csv
      ---
      See [AC-07](AC-01.md), \`AC-01\`, AC-07/AC-02, and https://example.com/AC-01.

      | Control | State |
      | --- | --- |
      | AC-07 | done |
      `,
    ],
    [
      'of a policy leaves references by the name of its file',
      'POL-9',
      `
      === policies/access.md
      ---
      id: POL-1
      ---
      # Access
      === controls/a.yaml
      id: AC-01
      policies: [POL-$01, access, ../policies/access.md]
      `,
      `
      === policies/access.md
      ---
      id: POL-9
      ---
      # Access
      === controls/a.yaml
      id: AC-01
      policies: [POL-9, access, ../policies/access.md]
      `,
    ],
    [
      'writes quotes where the new id is read as a number without',
      '1.10',
      `
      === controls/a.yaml
      id: AC-$001
      === evidence/a.yaml
      id: EV-1
      controls: [AC-01, "AC-01"]
      === evidence/b.yaml
      id: EV-2
      controls: AC-01, AC-02
      `,
      `
      === controls/a.yaml
      id: "1.10"
      === evidence/a.yaml
      id: EV-1
      controls: ["1.10", "1.10"]
      === evidence/b.yaml
      id: EV-2
      controls: 1.10, AC-02
      `,
    ],
    [
      'changes blocks of text, escapes, and what aliases stand for',
      'AC-07',
      `
      === controls/a.yaml
      id: >-
        AC-$001
      === evidence/a.yaml
      id: EV-1
      x-control: &control AC-01
      controls: [*control, "AC\\u002d01"]
      `,
      `
      === controls/a.yaml
      id: >-
        AC-07
      === evidence/a.yaml
      id: EV-1
      x-control: &control AC-07
      controls: [*control, "AC-07"]
      `,
    ],
    [
      'follows into the links to headings that have the id',
      'AC-07',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access

      - [AC-01 Accounts](#ac-01-accounts)

      ## AC-01 Accounts

      See [above](#access).
      === policies/laptops.md
      # Laptops

      As in [the policy](access.md#ac-01-accounts) and [another](access.md#access).
      === controls/a.yaml
      id: AC-$001
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access

      - [AC-07 Accounts](#ac-07-accounts)

      ## AC-07 Accounts

      See [above](#access).
      === policies/laptops.md
      # Laptops

      As in [the policy](access.md#ac-07-accounts) and [another](access.md#access).
      === controls/a.yaml
      id: AC-07
      `,
    ],
    [
      'of a row in a table of controls',
      'AC-07',
      `
      === policies/access.md
      # Access

      | ID | Control | SOC 2 | Owner |
      | --- | --- | --- | --- |
      | AC-$001 | Accounts are reviewed with AC-02. | CC6.2 | ben |
      | AC-02 | Accounts end with AC-01. | CC6.2 | ben |
      `,
      `
      === policies/access.md
      # Access

      | ID | Control | SOC 2 | Owner |
      | --- | --- | --- | --- |
      | AC-07 | Accounts are reviewed with AC-02. | CC6.2 | ben |
      | AC-02 | Accounts end with AC-07. | CC6.2 | ben |
      `,
    ],
    [
      'of a person changes the id in the manifest and in records, and not the name',
      'ana-santos',
      `
      === tickmark.yaml
      tickmark: 1
      people: [{id: ana-lopes, name: Ana Lopes, role: Head of IT}, ben]
      systems: [{id: prod-db, owner: ana-lopes}]
      === controls/a.yaml
      id: AC-01
      owner: ana-$0lopes
      performedBy: [ben, Ana Lopes]
      statement: The report goes to ana-lopes.
      === policies/a.md
      ---
      id: POL-1
      approvedBy: 'ana-lopes'
      ---
      # Access
      `,
      `
      === tickmark.yaml
      tickmark: 1
      people: [{id: ana-santos, name: Ana Lopes, role: Head of IT}, ben]
      systems: [{id: prod-db, owner: ana-santos}]
      === controls/a.yaml
      id: AC-01
      owner: ana-santos
      performedBy: [ben, Ana Lopes]
      statement: The report goes to ana-santos.
      === policies/a.md
      ---
      id: POL-1
      approvedBy: 'ana-santos'
      ---
      # Access
      `,
    ],
    [
      'of the name of a file renames the file, and what refers to it',
      'access-control',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      ---
      id: POL-1
      ---
      # Access
      === policies/laptops.md
      # Laptops

      See [access](access.md).
      === controls/a.yaml
      id: AC-01
      policies: [POL-1, access, ../policies/acc$0ess.md]
      `,
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access-control.md
      ---
      id: POL-1
      ---
      # Access
      === policies/laptops.md
      # Laptops

      See [access](access-control.md).
      === controls/a.yaml
      id: AC-01
      policies: [POL-1, access-control, ../policies/access-control.md]
      `,
    ],
    [
      'of a system changes reports, controls, and evidence',
      'warehouse',
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, systems: [db]}
      systems: [{id: d$0b, name: Production}]
      === controls/a.yaml
      id: AC-01
      systems: [db, web]
      === evidence/a.yaml
      id: EV-1
      systems: Production
      `,
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, systems: [warehouse]}
      systems: [{id: warehouse, name: Production}]
      === controls/a.yaml
      id: AC-01
      systems: [warehouse, web]
      === evidence/a.yaml
      id: EV-1
      systems: Production
      `,
    ],
  ];
  for (const [what, to, before, after] of cases)
    it(what, () =>
      soonInEverySpelling(before, async (marked, spelling, change) => {
        const texts = await textsAfter(marked, to);
        assert.ok(!isRefusal(texts), isRefusal(texts) ? texts.refusal : '');
        const wanted = readExample(after).map(({ path, text }) => [path, change(text)]);
        assert.deepEqual([...texts], wanted, spelling);
      }),
    );
});

describe('what a rename has a person look at', () => {
  it('is running text, and the anchors of headings, and no key that refers to a record', () => {
    const example = `
      === vendors/cloud.yaml
      id: V-1
      notes: See AC-$001.
      userControls:
        - id: V-1-1
          controls: [AC-01, AC-02]
      === controls/a.yaml
      id: AC-01
      `;
    inEverySpelling(example, ({ editing, offset }) => {
      const renaming = renamingAt(editing, offset);
      assert.ok(renaming && 'named' in renaming);
      const edits = editsIn(editing.facts, renaming, 'AC-07', editing.program);
      assert.deepEqual(
        edits.map(({ isSaid }) => isSaid),
        [true, false],
      );
    });
  });
});
