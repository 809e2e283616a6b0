// What of a document can be folded, and what can be selected around a place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Fold, foldsOf } from '../../../server/src/core/features/folding.ts';
import { selectionsAt } from '../../../server/src/core/features/selection.ts';
import { LineTable } from '../../../server/src/core/text/lineTable.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling } from './marked.ts';

/** The folds over several lines of the document with the cursor, as `first line … last line`, in every spelling the same. */
function foldsIn(example: string, hasMarkdown = false): readonly string[] {
  let found: readonly string[] | undefined;
  inEverySpelling(`${example}$0`, ({ editing: { facts } }, spelling) => {
    const lines = facts.text.split(/\r\n|\n|\r/);
    const table = new LineTable(facts.text);
    const lineOf = (offset: number) => table.positionAt(offset).line;
    const shown = foldsOf(facts, hasMarkdown).flatMap(({ range, isComment }: Fold) => {
      const [first, last] = [lineOf(range.start), lineOf(range.end)];
      const words = (line: number) => lines[line]?.trim().replace(/^.*See /, 'See ');
      return last > first ? [`${words(first)} … ${words(last)}${isComment ? ' (comment)' : ''}`] : [];
    });
    found ??= shown;
    assert.deepEqual(shown, found, spelling);
  });
  return found ?? [];
}

describe('the folds', () => {
  it('of a register are its records and their keys of several lines', () => {
    assert.deepEqual(
      foldsIn(`=== controls/a.yaml
- id: AC-01
  satisfies:
    - CC6.1
    - CC6.2
- id: AC-02
  statement: |
    One.

    Two.

- id: AC-03
`),
      ['- id: AC-01 … - CC6.2', 'satisfies: … - CC6.2', '- id: AC-02 … Two.', 'statement: | … Two.'],
    );
  });

  it('of records with `---` between them are the records, from that line', () => {
    assert.deepEqual(foldsIn('=== controls/a.yaml\n---\nid: AC-01\ntitle: A\n---\nid: AC-02\ntitle: B\n'), [
      '--- … title: A',
      '--- … title: B',
    ]);
  });

  it('of the manifest are its keys and comments', () => {
    assert.deepEqual(foldsIn('=== tickmark.yaml\n# One.\n# Two.\nscope:\n  categories: [security]\n'), [
      '# One. … # Two. (comment)',
      'scope: … categories: [security]',
    ]);
  });

  const policy = `=== policies/a.md
---
id: POL-1
satisfies:
  - CC6.1
---
# Access

See below.

## Accounts

- AC-01
  is one
- AC-02

\`\`\`
code
\`\`\`

## Devices

| A | B |
| - | - |
| 1 | 2 |
`;
  it('of Markdown are front matter, sections, items, code, and tables', () => {
    assert.deepEqual(foldsIn(policy), [
      '--- … ---',
      'satisfies: … - CC6.1',
      '# Access … | 1 | 2 |',
      '## Accounts … ```',
      '- AC-01 … is one',
      '``` … ```',
      '## Devices … | 1 | 2 |',
      '| A | B | … | 1 | 2 |',
    ]);
  });

  it('of Markdown in an editor that folds it are those of front matter', () => {
    assert.deepEqual(foldsIn(policy, true), ['--- … ---', 'satisfies: … - CC6.1']);
  });
});

/** What is selected around the cursor, step by step, in every spelling the same but for line ends. */
function selectionsIn(example: string): readonly string[] {
  let found: readonly string[] | undefined;
  inEverySpelling(example, ({ editing: { facts }, offset }, spelling) => {
    const shown = selectionsAt(facts, offset).map(({ start, end }) =>
      facts.text.slice(start, end).replaceAll('\r\n', '\n'),
    );
    found ??= shown;
    if (spelling !== 'behind tabs and characters outside of the BMP')
      assert.deepEqual(shown, found, spelling);
  });
  return found ?? [];
}

describe('the selections', () => {
  it('in a register are word, id, list, key, record, and document', () => {
    assert.deepEqual(
      selectionsIn('=== controls/a.yaml\n- id: AC-01\n  policies: [POL-1, PO$0L-2]\n- id: AC-02\n'),
      [
        'POL',
        'POL-2',
        'POL-1, POL-2',
        '[POL-1, POL-2]',
        'policies: [POL-1, POL-2]',
        'id: AC-01\n  policies: [POL-1, POL-2]',
        '- id: AC-01\n  policies: [POL-1, POL-2]',
        '- id: AC-01\n  policies: [POL-1, POL-2]\n- id: AC-02\n',
      ],
    );
  });

  it('in front matter are inside of quotes first, and front matter before the document', () => {
    assert.deepEqual(selectionsIn('=== controls/a.md\n---\nid: "AC-$001"\nkey: true\n---\n# A\n'), [
      '01',
      'AC-01',
      '"AC-01"',
      'id: "AC-01"',
      'id: "AC-01"\nkey: true',
      '---\nid: "AC-01"\nkey: true\n---',
      '---\nid: "AC-01"\nkey: true\n---\n# A\n',
    ]);
  });

  it('in prose are paragraph and sections', () => {
    assert.deepEqual(selectionsIn('=== policies/a.md\n# A\n\n## B\n\nSee CC$06.1 too.\n\n## C\n'), [
      'CC6',
      'CC6.1',
      'See CC6.1 too.',
      '## B\n\nSee CC6.1 too.',
      '# A\n\n## B\n\nSee CC6.1 too.\n\n## C',
      '# A\n\n## B\n\nSee CC6.1 too.\n\n## C\n',
    ]);
  });

  it('in a table are cell and row', () => {
    assert.deepEqual(selectionsIn('=== policies/a.md\n| A | B |\n| - | - |\n| a b$0 | c |\n'), [
      'b',
      'a b',
      '| a b | c |',
      '| A | B |\n| - | - |\n| a b | c |',
      '| A | B |\n| - | - |\n| a b | c |\n',
    ]);
  });
});

it('folds and selections lie in any document, and selections hold one another and the place', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), ({ path, text }, at) => {
      const files = [{ path, text, marks: [], cursor: undefined }];
      const { facts } = editingOf({ files, engine: engineOf(files) }, path);
      const ranges = foldsOf(facts, false).map(({ range }) => range);
      for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= text.length);
      const offset = at % (text.length + 1);
      let inner = { start: offset, end: offset };
      const chain = selectionsAt(facts, offset);
      for (const range of chain) {
        assert.ok(range.start <= inner.start && inner.end <= range.end);
        inner = range;
      }
      assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
    }),
    { numRuns: 100 },
  );
});
