// What carries out what is named or cited where `$0` stands, or shows that it is done: `^^^` are the places where that is shown.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChainLink, linksAbove, linksBelow } from '../../../server/src/core/features/chain.ts';
import { implementationAt } from '../../../server/src/core/features/implementation.ts';
import { idOf } from '../../../server/src/core/pages/subject.ts';
import { nameOf } from '../../../server/src/core/program/record.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';
import { inEverySpelling, marksOf, placesOf } from './marked.ts';

describe('the implementation', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'of a criterion is the controls that cite it, not what mentions it',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
        satisfies: [CC6.1]
      - id: AC-02
        satisfies: [CC6.2]
        statement: It helps CC6.1.
      === controls/keys.md
      ---
      id: AC-03
          ^^^^^
      satisfies: {TSC: [CC6.1-POF2]}
      ---
      === policies/access.md
      ---
      id: POL-1
      satisfies: [CC6.1]
      ---
      See CC6.$01.
      `,
    ],
    [
      'of a range of criteria is the controls of each',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
        satisfies: [CC6.1, CC6.2]
      - id: AC-02
            ^^^^^
        satisfies: [CC6.2]
      - id: AC-03
            ^^^^^
        satisfies: [CC6.3]
      - id: AC-04
        satisfies: [CC6.4]
      === policies/access.md
      # Access

      See CC6.1 thro$0ugh CC6.3.
      `,
    ],
    [
      'of a group is the controls of its criteria',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
        satisfies: [CC6.1]
      - id: AC-02
            ^^^^^
        satisfies: CC6
      - id: AC-03
        satisfies: [CC7.1]
      === policies/access.md
      ---
      satisfies: [CC6$0]
      ---
      # Access
      `,
    ],
    [
      'of a policy is the controls that carry it out',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access.md
      ---
      id: POL-1$0
      ---
      # Access
      === controls/all.yaml
      - id: AC-01
            ^^^^^
        policies: [POL-1]
      - id: AC-02
            ^^^^^
        policies: access
      - id: AC-03
        policies: [POL-2]
      === procedures/access.md
      ---
      id: PR-1
      supersedes: POL-1
      ---
      # How
      `,
    ],
    [
      'of a control is its evidence, from prose too',
      `
      === controls/all.yaml
      - id: AC-01
      - id: AC-02
      === evidence/review.md
      ---
      id: EV-1
          ^^^^
      controls: [AC-01]
      ---
      === evidence/all.yaml
      - id: EV-2
            ^^^^
        controls: ac-01
      - id: EV-3
        controls: AC-02
      === tests/t.yaml
      id: T-1
      control: AC-01
      === policies/a.md
      See AC-$001.
      `,
    ],
    [
      'of a risk is the controls that it names',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
      === risks/all.yaml
      - id: R-1
        controls: [AC-01]
      === policies/a.md
      See R-1$0.
      `,
    ],
    [
      'of a vendor is the controls that do what its report expects',
      `
      === controls/all.yaml
      - id: AC-01
            ^^^^^
      - id: AC-02
      === vendors/all.yaml
      - id: V-1$0
        userControls: [{text: See to it., controls: AC-01}]
      `,
    ],
    [
      'of a procedure that counts as a control is its evidence',
      `
      === procedures/review.md
      ---
      id: PR-1
      satisfies: [CC6.1]
      frequency: quarterly
      ---
      # Review
      === evidence/a.yaml
      id: EV-1
          ^^^^
      controls: [$0PR-1]
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, ({ files, editing, offset }, spelling) => {
        const found = implementationAt(editing, offset);
        assert.ok(found);
        const places = found.links.flatMap(link => {
          assert.equal(link.of, 'record');
          const { path, index, shape } = link.of === 'record' ? link.entry : assert.fail();
          return [{ path, record: index, at: shape.at, text: '' }];
        });
        assert.deepEqual(placesOf(places, files, editing), marksOf(files), spelling);
      }),
    );

  it('is nothing where nothing is named, and of a person', () => {
    const example = (owner: string) =>
      `=== tickmark.yaml\npeople: [{id: ana}]\n=== controls/a.yaml\nid: AC-01\n${owner}\n`;
    for (const line of ['owner: an$0a', 'title: No$0thing'])
      inEverySpelling(example(line), ({ editing, offset }) =>
        assert.equal(implementationAt(editing, offset), undefined),
      );
  });
});

describe('the chain from a criterion to a file', () => {
  const { program } = engineOf(
    readExample(`
=== tickmark.yaml
tickmark: 1
=== policies/access.md
---
id: POL-1
satisfies: [CC6.1]
---
# Access
=== controls/all.yaml
- {id: AC-01, satisfies: [CC6.1, CC6.2], policies: [POL-1]}
- {id: AC-02, satisfies: [CC6.2, CC9.99]}
=== risks/all.yaml
- {id: R-1, controls: [AC-02]}
=== evidence/2026/all.yaml
- {id: EV-1, controls: [AC-01, AC-02], source: files/list.csv}
- {id: EV-2, controls: [AC-02], source: evidence/2026/files/list.csv}
- {id: EV-3, controls: [AC-02], source: https://example.com/list.csv}
- {id: EV-4, source: ../../../list.csv}
`),
  );
  const shown = (link: ChainLink): string =>
    link.of === 'criterion'
      ? idOf(link.page)
      : link.of === 'record'
        ? nameOf(link.entry)
        : link.paths.join(' or ');

  /** Everything that can be reached from some links. */
  function reached(from: readonly ChainLink[], step: (link: ChainLink) => readonly ChainLink[]): string[] {
    return from.flatMap(link => [
      ...step(link).map(next => `${shown(link)} > ${shown(next)}`),
      ...reached(step(link), step),
    ]);
  }

  const records = [...program.paths()].flatMap(path =>
    program.records(path).map((entry): ChainLink => ({ of: 'record', entry })),
  );

  it('leads from policies and risks to the files of evidence', () => {
    const begin = records.filter(link => ['POL-1', 'R-1'].includes(shown(link)));
    assert.deepEqual([...new Set(reached(begin, link => linksBelow(link, program)))].sort(), [
      'AC-01 > EV-1',
      'AC-02 > EV-1',
      'AC-02 > EV-2',
      'AC-02 > EV-3',
      'EV-1 > evidence/2026/files/list.csv or files/list.csv',
      'EV-2 > evidence/2026/evidence/2026/files/list.csv or evidence/2026/files/list.csv',
      'POL-1 > AC-01',
      'R-1 > AC-02',
    ]);
  });

  it('leads back from a file to criteria, policies, and risks', () => {
    const file: ChainLink = { of: 'file', paths: ['evidence/2026/files/list.csv'] };
    const back = reached([file], link => linksAbove(link, program));
    assert.deepEqual([...new Set(back)].sort(), [
      'AC-01 > CC6.1',
      'AC-01 > CC6.2',
      'AC-01 > POL-1',
      'AC-02 > CC6.2',
      'AC-02 > R-1',
      'EV-1 > AC-01',
      'EV-1 > AC-02',
      'EV-2 > AC-02',
      'evidence/2026/files/list.csv > EV-1',
      'evidence/2026/files/list.csv > EV-2',
    ]);
  });

  it('leads up wherever it leads down, and down wherever it leads up', () => {
    for (const link of records) {
      for (const next of linksBelow(link, program))
        assert.ok(
          linksAbove(next, program).map(shown).includes(shown(link)),
          `${shown(next)} > ${shown(link)}`,
        );
      for (const next of linksAbove(link, program))
        assert.ok(
          linksBelow(next, program).map(shown).includes(shown(link)),
          `${shown(next)} > ${shown(link)}`,
        );
    }
  });
});
