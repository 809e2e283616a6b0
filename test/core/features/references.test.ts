// What refers to, cites, or speaks of what is named or cited where `$0` stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saidIn } from '../../../server/src/core/features/at/said.ts';
import { referencesAt } from '../../../server/src/core/features/references.ts';
import { factsOf } from './editingAt.ts';
import { inEverySpelling, type Marked, marksOf, placesOf, shown } from './marked.ts';

/** What refers to, cites, or speaks of what is at the cursor, in all files, and not the places that state it. */
function references({ files, engine, editing, offset }: Marked): readonly string[] {
  const found = referencesAt(editing, offset);
  const said = files.flatMap(file => {
    const facts = editing.program.summary(file.path) && factsOf({ files, engine }, file.path);
    return facts ? saidIn(facts, found?.ids ?? []).map(range => shown(file, range)) : [];
  });
  return [...placesOf(found?.places ?? [], files, editing), ...said].sort();
}

describe('the references', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'to a control are in front matter, YAML, and prose',
      `
      === tickmark.yaml
      tickmark: 1
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
      scope:
        categories: [security]
        exclude: [{criterion: CC6.4, reason: See AC-01.}]
                                                 ^^^^^
      === controls/all.yaml
      - id: AC-$001
        policies: [access]
      - id: AC-02
        supersedes: ac-01
                    ^^^^^
        statement: It is done with AC-01, not AC-011.
                                   ^^^^^
      === evidence/a.md
      ---
      id: EV-1
      controls: [AC-02, AC-01]
                        ^^^^^
      ---
      The review of AC-01.
                    ^^^^^
      `,
    ],
    [
      'to a policy are by its id and by the name of its file',
      `
      === policies/access.md
      ---
      id: POL-$001
      ---
      # Access
      === controls/a.yaml
      - id: AC-01
        policies: [POL-01]
                   ^^^^^^
      - id: AC-02
        policies: [access, ../policies/access.md]
                   ^^^^^^
                           ^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    [
      'to a policy without an id are those to its file, from its title',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      ---
      owner: ben
      ---
      # Acc$0ess policy

      See access.
      === procedures/access.md
      # Access
      === controls/a.yaml
      - id: AC-01
        policies: [access, Access policy]
                   ^^^^^^
      - id: AC-02
        policies: ../policies/access.md
                  ^^^^^^^^^^^^^^^^^^^^^
      `,
    ],
    [
      'to a control in a table are not its own cells',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      # Access

      | ID | Control | SOC 2 | Owner |
      | --- | --- | --- | --- |
      | AC-$001 | Accounts are reviewed with AC-02. | CC6.2 | ben |
      | AC-02 | Accounts end with AC-01. | CC6.2 | ben |
                                  ^^^^^
      `,
    ],
    [
      'to a person are those to the id, the name, and the role',
      `
      === tickmark.yaml
      tickmark: 1
      people: [{id: ana-lopes, name: Ana Lopes, role: Head of IT}, {id: ben}]
      systems: [{id: db, owner: ana-$0lopes}]
                                ^^^^^^^^^
      === controls/a.yaml
      - id: AC-01
        owner: Ana Lopes
               ^^^^^^^^^
        performedBy: [ben, head of it]
                           ^^^^^^^^^^
        statement: The report goes to ana-lopes.
                                      ^^^^^^^^^
      === policies/a.md
      ---
      id: POL-1
      approvedBy: ana-lopes
                  ^^^^^^^^^
      ---
      # Access
      `,
    ],
    [
      'to a system are those of controls, evidence, and reports',
      `
      === tickmark.yaml
      report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30, systems: [db]}
                                                                          ^^
      systems: [{id: d$0b, name: Production}]
      === controls/a.yaml
      id: AC-01
      systems: [DB, web]
                ^^
      === evidence/a.yaml
      id: EV-1
      systems: Production
               ^^^^^^^^^^
      `,
    ],
    [
      'to a control are inside of mappings too, whatever its id looks like',
      `
      === controls/all.yaml
      - id: mfa$0
      === vendors/host.md
      ---
      id: V-1
      userControls:
        - text: Users log in with mfa.
          controls: "MFA"
                    ^^^^^
        - {controls: [AC-09, mfa, none], text: 𝒜}
                             ^^^
      ---
      See mfa.
      `,
    ],
    [
      'to a group are the citations of it',
      `
      === controls/a.yaml
      id: AC-01
      satisfies: [CC6, CC6.1]
                  ^^^
      === policies/a.md
      ---
      satisfies: [CC$06]
                  ^^^
      ---
      # Access
      `,
    ],
    [
      'to a criterion are its citations',
      `
      === controls/a.yaml
      id: AC-01
      satisfies: [CC6.$01, CC6.2]
                  ^^^^^
      === policies/a.md
      # Access

      See CC6.1 of SOC 2.
          ^^^^^
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, (marked, spelling) =>
        assert.deepEqual(references(marked), marksOf(marked.files), spelling),
      ),
    );
});
