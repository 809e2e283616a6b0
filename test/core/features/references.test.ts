// What refers to, cites, or speaks of what is named or cited where `$0` stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pairOf, pairsIn } from '../../../server/src/core/features/at/phrasePairs.ts';
import { holdsPhrase, phrasesIn } from '../../../server/src/core/features/at/phrasesSaid.ts';
import { saidIn } from '../../../server/src/core/features/at/said.ts';
import { referencesAt } from '../../../server/src/core/features/references.ts';
import { namedBy } from '../../../server/src/core/program/named.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';
import { factsOf } from './editingAt.ts';
import { inEverySpelling, type Marked, marksOf, placesOf, shown } from './marked.ts';

/** What refers to, cites, or speaks of what is at the cursor, in all files, and not the places that state it. */
function references({ files, engine, editing, offset }: Marked): readonly string[] {
  const found = referencesAt(editing, offset);
  const said = files.flatMap(file => {
    const facts = editing.program.summary(file.path) && factsOf({ files, engine }, file.path);
    if (!facts || !found) return [];
    const called = phrasesIn(facts, found.called);
    // What is gone to is told by the beginning of a name alone.
    if (called.length > 0)
      assert.ok(found.called.phrases.some(words => pairsIn(file.text).has(pairOf(words) ?? 0)));
    return [...saidIn(facts, found.ids), ...called].map(range => shown(file, range));
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
      'to a person are by the full name in prose, and never by a part of it or of a longer one',
      `
      === tickmark.yaml
      people:
        - {id: ana, name: Ana Lee}
        - {id: ben, name: Ben}
        - {id: zoe, name: Zoë Müller-Ray}
      === policies/access.md
      ---
      title: Access of Ana Lee
      owner: a$0na
             ^^^
      ---
      # Ana Lee decides

      Ana Lee approves it, as does **Ana Lee**'s deputy, or CTO Ana Lee.
      ^^^^^^^
                                     ^^^^^^^
                                                                ^^^^^^^
      Ask Ana Lee. By Ana Lee (AC-01).
          ^^^^^^^
                      ^^^^^^^

      Ana Lee-Smith, Ana Leeds, Mary Ana Lee, Ana Lee Jones, ANA LEE, ana lee, Ana, Lee, Ana. Lee.

      \`Ana Lee\`, [x](<Ana Lee>), <!-- Ana Lee -->
      === controls/a.yaml
      - {id: AC-01, statement: Ana Lee reviews., title: Reviews of Ana Lee}
                               ^^^^^^^
      `,
    ],
    [
      'to a person whose name others have, or who has one of one word, are by the id alone',
      `
      === tickmark.yaml
      people: [{id: ana, name: Ana Lee}, {id: lee, role: ana lee}, {id: ben, name: Ben}]
      === policies/a.md
      ---
      owner: a$0na
             ^^^
      ---
      Ana Lee and Ben approve.
      `,
    ],
    [
      'to a policy are by its title, as written or with capital letters',
      `
      === policies/access.md
      ---
      id: POL-$001
      title: Access control policy
      ---
      # Access Control Policy

      This Access Control Policy says it.
           ^^^^^^^^^^^^^^^^^^^^^
      === policies/b.md
      ---
      title: Backups
      policies: [POL-01]
                 ^^^^^^
      ---
      # Access Control Policy

      Access Control Policy, see the Access control policy, our access control policy, Access control Policy.
      ^^^^^^^^^^^^^^^^^^^^^
                                     ^^^^^^^^^^^^^^^^^^^^^

      The Remote Access Control Policy, and the Access Control Policy Exceptions, are others.

      Access control policies are read. The Access Control Policy-Board meets.
      `,
    ],
    [
      'to a policy with a title of two words are not where a sentence begins with these words',
      `
      === policies/access.md
      ---
      id: POL-$001
      title: Access control
      ---
      === policies/b.md
      # Backups

      Access control is hard. We follow the Access Control, and "Access control".
                                            ^^^^^^^^^^^^^^
                                                                 ^^^^^^^^^^^^^^

      - Access Control
      | Access Control | x |
      `,
    ],
    [
      'to one of two policies of one title are by its id alone, and so are those to evidence',
      `
      === policies/a.md
      ---
      id: POL-$001
      title: Access control policy
      ---
      === policies/b.md
      ---
      id: POL-02
      title: Access Control Policy
      ---
      See the Access Control Policy, POL-01.
                                     ^^^^^^
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

describe('a full name', () => {
  const people = '=== tickmark.yaml\npeople: [{id: ana, name: Ana Lee}]\n';
  const inText = (text: string) => {
    const files = readExample(`${people}=== policies/a.md\n`).map(file =>
      file.path === 'policies/a.md' ? { ...file, text } : file,
    );
    const engine = engineOf(files);
    const facts = factsOf({ files, engine }, 'policies/a.md');
    const named = namedBy({ of: 'person', text: 'ana' }, engine.program);
    return facts && phrasesIn(facts, named).map(({ start, end }) => text.slice(start, end));
  };

  it('may go over the end of a line, and not over a blank one', () => {
    for (const end of ['\n', '\r\n', ' \r\n  ']) {
      const text = `# Policy\n\nIt is Ana${end}Lee who decides.\n`;
      assert.deepEqual(inText(text), [`Ana${end}Lee`]);
      assert.ok(pairsIn(text).has(pairOf('Ana Lee') ?? 0));
    }
    assert.deepEqual(inText('# Policy\n\nIt is Ana\n\nLee who decides.\n'), []);
  });

  it('is found wherever its beginning is counted, in any text', () => {
    const part = fc.constantFrom(
      'Ana',
      'Lee',
      'Zoë',
      ' ',
      '\n',
      '\t',
      '.',
      '-',
      '_',
      '’',
      'x',
      '😀',
      '1',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(part), parts => {
        const text = parts.join('');
        if (holdsPhrase(text, ['Ana Lee'])) assert.ok(pairsIn(text).has(pairOf('Ana Lee') ?? 0), text);
        if (holdsPhrase(text, ['Zoë Ana'])) assert.ok(pairsIn(text).has(pairOf('Zoë Ana') ?? 0), text);
      }),
    );
  });
});
