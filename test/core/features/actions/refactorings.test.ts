// Refactorings: the document with the cursor before and after, and the document that is made.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Refactoring } from '../../../../server/src/core/features/actions/refactorings/refactoring.ts';
import { refactoringsAt } from '../../../../server/src/core/features/actions/refactorings/refactorings.ts';
import { applied } from '../../../../server/src/core/formats/yamlEdits.ts';
import { engineOf } from '../../../fixture.ts';
import { anyDocument } from '../anyDocument.ts';
import { editingOf } from '../editingAt.ts';
import { inEverySpelling, type Marked } from '../marked.ts';

const manifest = '=== tickmark.yaml\ntickmark: 1\nscope: {categories: [security]}\n';

/** What a refactoring at the cursor, or of the marked words, writes, by its title; in every spelling the same. */
function refactored(example: string): ReadonlyMap<string, string> {
  let found: ReadonlyMap<string, string> | undefined;
  inEverySpelling(manifest + example, (marked, spelling) => {
    const shown = new Map(at(marked).map(one => [one.title, plain(written(marked, one))]));
    found ??= shown;
    if (spelling !== 'behind tabs and characters outside of the BMP')
      assert.deepEqual(shown, found, spelling);
    else assert.deepEqual([...shown.keys()], [...found.keys()], spelling);
  });
  return found ?? new Map();
}

function at({ editing, offset, files }: Marked): readonly Refactoring[] {
  const [mark] = files.find(({ path }) => path === editing.path)?.marks ?? [];
  return refactoringsAt(editing, mark ?? { start: offset, end: offset });
}

/** The document after the edits, and the document made. */
function written({ editing }: Marked, { edits, creates = [], cites }: Refactoring): string {
  const own = edits.filter(({ path }) => path === editing.path);
  return [
    applied(editing.facts.text, own),
    ...creates.map(({ path, text }) => `=== ${path}\n${text}`),
    ...(cites ? [`=== ${cites.path} cites ${cites.ids.join(' ')}\n`] : []),
  ].join('');
}

const plain = (text: string) => text.replaceAll('\r\n', '\n');

/** The only refactoring there. */
function only(example: string): string {
  const found = [...refactored(example)];
  assert.equal(found.length, 1);
  return found[0]?.join('\n') ?? '';
}

const policy = `=== controls/AC-01.md
---
id: AC-01
title: Sign-on
satisfies: {TSC: [CC6.1]}
---
=== policies/access.md
---
id: POL-1
---
# Access

## Access $0reviews

Managers review all access
each quarter (CC6.2).

- They keep a list.

## Other
`;

describe('extracting a control', () => {
  it('makes a control of a section of a policy, with the link back', () => {
    assert.equal(
      only(policy),
      `Extract control AC-02 from this section
---
id: POL-1
---
# Access

## Access reviews

See [AC-02: Access reviews](../controls/AC-02.md).

## Other
=== controls/AC-02.md
---
id: AC-02
title: Access reviews
owner: 
statement: >-
  Managers review all access
  each quarter (CC6.2).
nature: 
execution: 
frequency: 
status: planned
satisfies:
  TSC: [CC6.2]
policies: [POL-1]
systems: []
expects: []
---

- They keep a list.
`,
    );
  });

  it('links to a folder with signs in its name that mean something in a link', () => {
    const made = only(policy.replace('controls/AC-01', 'controls/#1 (new/AC-01'));
    assert.match(made, /\(\.\.\/controls\/%231%20%28new\/AC-02\.md\)/);
  });

  it('states nothing that a person must stand behind', () => {
    const made = only(policy).split('=== ')[1] ?? '';
    assert.doesNotMatch(made, /approved|performed|implementedOn|reviewed:/);
  });

  for (const [what, change] of [
    ['with a relative link', (text: string) => text.replace('They', '[They](list.md)')],
    ['with sections of its own', (text: string) => text.replace('- They', '### More\n\n- They')],
    ['without a text', (text: string) => text.replace(/Managers[\s\S]*list\.\n/, '')],
    ['of a control', (text: string) => text.replace('policies/access', 'controls/access')],
    ['but for its heading', (text: string) => text.replace('$0', '').replace('They', 'Th$0ey')],
  ] as const)
    it(`makes none of a section ${what}`, () => assert.equal(refactored(change(policy)).size, 0));
});

describe('splitting a control', () => {
  it('takes the sentences from the cursor on into a file of its own', () => {
    const example = `=== controls/AC-01.yaml
id: AC-01
statement: Managers review access. The team $0closes accounts. It keeps a list.
policies: [POL-1]
`;
    const [[title, text] = []] = refactored(example);
    assert.equal(title, 'Split off control AC-02 with the rest of the statement');
    assert.match(
      text ?? '',
      /^id: AC-01\nstatement: Managers review access\.\npolicies: \[POL-1\]\n=== controls\/AC-02\.yaml\nid: AC-02\n/,
    );
    assert.match(text ?? '', /\nstatement: >-\n {2}The team closes accounts\. It keeps a list\.\n/);
    assert.match(text ?? '', /\n {2}TSC: \[\]\npolicies: \[POL-1\]\n/);
  });

  it('takes what is selected into the next item of a register', () => {
    const example = `=== controls/all.yaml
- id: AC-01
  statement: >-
    Managers review access. The team closes
    accounts. $0It keeps a list.
              ^^^^^^^^^^^^^^^^
  key: true
- id: AC-02
`;
    const [[title, text] = []] = refactored(example);
    assert.equal(title, 'Split off control AC-03 with the selected part of the statement');
    assert.match(
      text ?? '',
      /^- id: AC-01\n {2}statement: >-\n {4}Managers review access\. The team closes\n {4}accounts\.\n {2}key: true\n- id: AC-03\n/,
    );
    assert.match(text ?? '', /\n {2}statement: >-\n {4}It keeps a list\.\n[\s\S]*\n- id: AC-02\n$/);
  });

  for (const statement of ['$0Managers review access.', '"It is \\"so\\". And $0more."', '{a: $0b}'])
    it(`leaves ${statement}`, () =>
      assert.equal(refactored(`=== controls/AC-01.yaml\nid: AC-01\nstatement: ${statement}\n`).size, 0));
});

describe('moving a criterion', () => {
  it('goes to a control of the same document, or to one that cites its group', () => {
    const example = `=== controls/all.yaml
- id: AC-01
  satisfies: [CC6.1, CC6.$02]
- id: AC-02
  satisfies: {TSC: [CC6.3]}
- id: AC-03
  satisfies: [CC6.2]
=== controls/other.yaml
id: AC-09
satisfies: [CC6.6]
=== controls/unlike.yaml
id: AC-10
satisfies: [CC7.1]
`;
    const found = refactored(example);
    assert.deepEqual([...found.keys()], ['Move CC6.2 to AC-02', 'Move CC6.2 to AC-09']);
    const [here, there] = [...found.values()];
    assert.match(
      here ?? '',
      /^- id: AC-01\n {2}satisfies: \[CC6\.1\]\n- id: AC-02\n {2}satisfies: \{TSC: \[CC6\.3, CC6\.2\]\}\n/,
    );
    assert.match(
      there ?? '',
      /^- id: AC-01\n {2}satisfies: \[CC6\.1\]\n- id: AC-02\n {2}satisfies: \{TSC: \[CC6\.3\]\}\n[\s\S]*=== controls\/other\.yaml cites CC6\.2\n$/,
    );
  });
});

describe('a table of criteria', () => {
  const front = (satisfies: string) =>
    `=== policies/access.md\n---\nid: POL-1\n${satisfies}---\n# Access\n\nText.\n`;

  it('goes to front matter, and back', () => {
    const [[title, table] = []] = refactored(front('$0satisfies:\n  TSC: [CC6.1, CC6.2]\n'));
    assert.equal(title, 'Move satisfies to a table of criteria');
    assert.match(
      table ?? '',
      /^---\nid: POL-1\n---\n# Access\n\nText\.\n\n\| Criterion \| Title \|\n\| --- \| --- \|\n\| CC6\.1 \| .*\|\n\| CC6\.2 \| .*\|\n$/,
    );
    const [[back, matter] = []] = refactored(
      `=== policies/access.md\n${table?.replace('| CC6.1', '| $0CC6.1')}`,
    );
    assert.equal(back, 'Move this table of criteria to front matter');
    assert.equal(matter, `---\nid: POL-1\nsatisfies: {TSC: [CC6.1, CC6.2]}\n---\n# Access\n\nText.\n`);
  });

  it('stays where it says more', () => {
    const table = '| Criterion | How |\n| - | - |\n| CC6.1 | $0by reviews |\n';
    const [[title, text] = []] = refactored(`${front('')}${table}`);
    assert.equal(title, 'Cite the criteria of this table in front matter');
    assert.match(text ?? '', /satisfies: \{TSC: \[CC6\.1\]\}[\s\S]*by reviews/);
  });
});

it('refactorings lie in any document, and their edits apart from each other', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.nat(), ({ path, text }, one, other) => {
      const files = [{ path, text, marks: [], cursor: undefined }];
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      for (const { edits } of refactoringsAt(editingOf({ files, engine: engineOf(files) }, path), {
        start,
        end,
      })) {
        let from = 0;
        for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
          assert.ok(from <= edit.start && edit.start <= edit.end && edit.end <= text.length);
          from = edit.end;
        }
      }
    }),
    { numRuns: 100 },
  );
});
