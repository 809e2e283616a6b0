// What refers to files and folders that move, and what moves itself, still leads where it led.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Move } from '../../../server/src/core/features/moves/paths.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { fixtureOf } from './editingAt.ts';
import { textsMoved } from './moving.ts';

type Case = readonly [what: string, moves: readonly Move[], before: string, after: string];

const cases: readonly Case[] = [
  [
    'a renamed policy: links, and references by its name and its path',
    [{ from: 'policies/access.md', to: 'policies/access-control.md' }],
    `
    === tickmark.yaml
    tickmark: 1
    === policies/access.md
    # Access

    See [above](#access), [itself](access.md#access), and [laptops](laptops.md).
    === policies/laptops.md
    # Laptops

    See [access](access.md), [here](./access.md#access "Access"), [there](<access.md>), [all](../policies/access.md), [a
    note](accessed.md), \`[code](access.md)\`, and [elsewhere](https://example.com/access.md). Also [by reference][1].

    [1]: access.md 'Access'
    === controls/a.yaml
    - id: AC-01
      policies: [access, "Access", ../policies/access.md, policies/access.md#access]
    - id: AC-02
      policies: laptops, access # access
    `,
    `
    === tickmark.yaml
    tickmark: 1
    === policies/access-control.md
    # Access

    See [above](#access), [itself](access-control.md#access), and [laptops](laptops.md).
    === policies/laptops.md
    # Laptops

    See [access](access-control.md), [here](./access-control.md#access "Access"), [there](<access-control.md>), [all](../policies/access-control.md), [a
    note](accessed.md), \`[code](access.md)\`, and [elsewhere](https://example.com/access.md). Also [by reference][1].

    [1]: access-control.md 'Access'
    === controls/a.yaml
    - id: AC-01
      policies: [access-control, "access-control", ../policies/access-control.md, policies/access-control.md#access]
    - id: AC-02
      policies: laptops, access-control # access
    `,
  ],
  [
    'a policy with an id that moves to another folder',
    [{ from: 'policies/access.md', to: 'policies/people/access.md' }],
    `
    === tickmark.yaml
    tickmark: 1
    === policies/access.md
    ---
    id: POL-1
    ---
    # Access

    See [laptops](laptops.md), [the list](../evidence/list.csv), and [nothing](none.md).
    === policies/laptops.md
    # Laptops

    See [access](access.md).
    === controls/a.yaml
    id: AC-01
    policies: [POL-1, access, ../policies/access.md]
    `,
    `
    === tickmark.yaml
    tickmark: 1
    === policies/people/access.md
    ---
    id: POL-1
    ---
    # Access

    See [laptops](../laptops.md), [the list](../../evidence/list.csv), and [nothing](../none.md).
    === policies/laptops.md
    # Laptops

    See [access](people/access.md).
    === controls/a.yaml
    id: AC-01
    policies: [POL-1, access, ../policies/people/access.md]
    `,
  ],
  [
    'a folder: what is in it, and what the manifest says of it',
    [{ from: 'handbook/it', to: 'handbook/technology' }],
    `
    === tickmark.yaml
    tickmark: 1
    include: [handbook/it/**, "handbook/it/rules.md", handbook/items/*.md, '**/it/*.md']
    rules:
      folders:
        handbook/it: {preset: strict}
        handbook: {preset: start}
    === handbook/it/rules.md
    # Rules

    CC6.1 of SOC 2 is met by [more](more.md) and [others](../people.md).
    === handbook/it/more.md
    # More

    See [rules](rules.md) for CC6.2 of SOC 2.
    === handbook/people.md
    # People

    See [rules](it/rules.md#rules) for CC6.2 of SOC 2.
    === policies/a.md
    # A policy

    See [rules](../handbook/it/rules.md).
    `,
    `
    === tickmark.yaml
    tickmark: 1
    include: [handbook/technology/**, "handbook/technology/rules.md", handbook/items/*.md, '**/it/*.md']
    rules:
      folders:
        handbook/technology: {preset: strict}
        handbook: {preset: start}
    === handbook/technology/rules.md
    # Rules

    CC6.1 of SOC 2 is met by [more](more.md) and [others](../people.md).
    === handbook/technology/more.md
    # More

    See [rules](rules.md) for CC6.2 of SOC 2.
    === handbook/people.md
    # People

    See [rules](technology/rules.md#rules) for CC6.2 of SOC 2.
    === policies/a.md
    # A policy

    See [rules](../handbook/technology/rules.md).
    `,
  ],
  [
    'the source of evidence, and evidence that moves',
    [
      { from: 'evidence/files/list.csv', to: 'evidence/files/2026/people (all).csv' },
      { from: 'evidence/a.yaml', to: 'evidence/q1/a.yaml' },
    ],
    `
    === tickmark.yaml
    tickmark: 1
    === evidence/a.yaml
    - id: EV-1
      source: files/list.csv
    - id: EV-2
      source: evidence/files/list.csv
    - id: EV-3
      source: files/other.csv
    - id: EV-4
      source: evidence/files/other.csv
    === evidence/b.md
    ---
    id: EV-5
    source: "files/list.csv"
    ---
    See [the list](files/list.csv).
    === evidence/files/list.csv
    a
    === evidence/files/other.csv
    b
    `,
    `
    === tickmark.yaml
    tickmark: 1
    === evidence/q1/a.yaml
    - id: EV-1
      source: "../files/2026/people (all).csv"
    - id: EV-2
      source: "evidence/files/2026/people (all).csv"
    - id: EV-3
      source: ../files/other.csv
    - id: EV-4
      source: evidence/files/other.csv
    === evidence/b.md
    ---
    id: EV-5
    source: "files/2026/people (all).csv"
    ---
    See [the list](files/2026/people%20%28all%29.csv).
    === evidence/files/2026/people (all).csv
    a
    === evidence/files/other.csv
    b
    `,
  ],
  [
    'a page of a site: links from its root, and from the folder of its documents',
    [{ from: 'docs/policies/access.md', to: 'docs/rules/access.md' }],
    `
    === tickmark.yaml
    tickmark: 1
    include: [docs/**]
    === docusaurus.config.js
    export default {};
    === docs/policies/access.md
    # Access

    CC6.1 of SOC 2: see [laptops](./laptops.md).
    === docs/policies/laptops.md
    # Laptops

    CC6.2 of SOC 2: see [a](/policies/access.md), [b](@site/docs/policies/access.md), [c](access.md).
    `,
    `
    === tickmark.yaml
    tickmark: 1
    include: [docs/**]
    === docusaurus.config.js
    export default {};
    === docs/rules/access.md
    # Access

    CC6.1 of SOC 2: see [laptops](../policies/laptops.md).
    === docs/policies/laptops.md
    # Laptops

    CC6.2 of SOC 2: see [a](/rules/access.md), [b](@site/docs/rules/access.md), [c](../rules/access.md).
    `,
  ],
  [
    'a folder of a policy that is its index',
    [{ from: 'policies/access', to: 'policies/people' }],
    `
    === tickmark.yaml
    tickmark: 1
    === policies/access/index.md
    # Access
    === controls/a.yaml
    id: AC-01
    policies: [access]
    `,
    `
    === tickmark.yaml
    tickmark: 1
    === policies/people/index.md
    # Access
    === controls/a.yaml
    id: AC-01
    policies: [people]
    `,
  ],
];

describe('a move is followed', () => {
  for (const [what, moves, before, after] of cases) {
    for (const crlf of [false, true]) {
      it(`by ${what}${crlf ? ', with CRLF' : ''}`, () => {
        const texts = textsMoved(fixtureOf(before, crlf), moves);
        const wanted = new Map(
          readExample(after).map(({ path, text }) => [path, crlf ? text.replaceAll('\n', '\r\n') : text]),
        );
        assert.deepEqual(texts, wanted);
      });
    }
  }
});
