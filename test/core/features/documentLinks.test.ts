// The links of the document that has `$0`: `^^^` are their words.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documentLinks } from '../../../server/src/core/features/documentLinks.ts';
import { nameOf } from '../../../server/src/core/program/record.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling, marksOf, shown } from './marked.ts';

describe('the links of a document', () => {
  const cases: readonly (readonly [what: string, example: string, targets: readonly string[]])[] = [
    [
      'are ids in front matter, prose, and tables, but not what Markdown links already',
      `
      === controls/all.yaml
      - id: AC-01
      - id: AC-02
      === policies/access.md
      ---
      id: POL-1
      supersedes: ["POL-0", 'AC-01']
                             ^^^^^
      ---
      # Access (POL-1)$0

      See AC-01, AC-02, AC-09, and \`AC-01\`.
          ^^^^^
                 ^^^^^
      See [AC-01](../controls/all.yaml), [x][AC-02], and files/AC-01.csv.

      | Control |
      | --- |
      | AC-02 |
        ^^^^^

      [AC-02]: https://example.com
      `,
      ['AC-01', 'AC-01', 'AC-02', 'AC-02'],
    ],
    [
      'are ids and files in records of YAML',
      `
      === controls/all.yaml
      - id: AC-01
        statement: It helps AC-02, and AC-01 too.$0
                            ^^^^^
      - id: AC-02
        supersedes: ac-01
                    ^^^^^
      `,
      ['AC-02', 'AC-01'],
    ],
    [
      'are no types of evidence that are spelled like an id',
      `
      === procedures/access-review.md
      ---
      id: access-review
      ---
      === controls/a.yaml
      - id: AC-04
        statement: It follows access-review.$0
                              ^^^^^^^^^^^^^
        expects: [access-review]
      `,
      ['access-review'],
    ],
    [
      'are policies that are known by their files',
      `
      === policies/access.md
      # Access
      === controls/a.yaml
      id: AC-01$0
      policies: [access]
                 ^^^^^^
      `,
      ['Access'],
    ],
    [
      'are the files of evidence',
      `
      === controls/a.yaml
      id: AC-01
      === evidence/2026/review.md
      ---
      id: EV-1$0
      controls: [AC-01]
                 ^^^^^
      source: "files/list 𝒜.csv"
               ^^^^^^^^^^^^^^^^^
      ---
      === evidence/2026/other.yaml
      id: EV-2
      source: https://example.com/list.csv
      `,
      ['AC-01', 'evidence/2026/files/list 𝒜.csv or files/list 𝒜.csv'],
    ],
    [
      'are the catalogs and mappings of the manifest',
      `
      === tickmark.yaml
      tickmark: 1$0
      catalogs: [catalogs/iso.yaml, {file: 'b.yaml', name: B}, ../out.yaml]
                 ^^^^^^^^^^^^^^^^^
                                            ^^^^^^
      mappings: [maps/m.yaml]
                 ^^^^^^^^^^^
      `,
      ['catalogs/iso.yaml', 'b.yaml', 'maps/m.yaml'],
    ],
    [
      'are not people or systems',
      '=== tickmark.yaml\npeople: [{id: ana-1}]\n=== controls/a.yaml\nid: AC-01\nowner: ana-1$0\n',
      [],
    ],
  ];
  for (const [what, example, targets] of cases)
    it(what, () =>
      inEverySpelling(example, ({ files, editing }, spelling) => {
        const file = files.find(({ path }) => path === editing.path);
        assert.ok(file);
        const found = documentLinks(editing);
        assert.deepEqual(found.map(({ range }) => shown(file, range)).sort(), marksOf([file]), spelling);
        assert.deepEqual(
          found.map(({ target }) =>
            target.of === 'file' ? target.paths.join(' or ') : nameOf(target.entry),
          ),
          targets,
          spelling,
        );
      }),
    );

  it('lie in any document, in its order, and apart from each other', () => {
    fc.assert(
      fc.property(anyDocument, ({ path, text }) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        let end = 0;
        for (const { range } of documentLinks(editingOf({ files, engine: engineOf(files) }, path))) {
          assert.ok(end <= range.start && range.start < range.end);
          end = range.end;
        }
        assert.ok(end <= text.length);
      }),
      { numRuns: 50 },
    );
  });
});
