// The titles behind bare ids: `^^^` is what an id is shown with, quotes included, and the note is the title.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inlayHintsIn } from '../../../server/src/core/features/inlayHints.ts';
import { editingAt, editingOf } from './editingAt.ts';
import { inEverySpelling, type Marked } from './marked.ts';

const all = { criterion: true, record: true };

/** The hints of all files: the path, the offset that a hint is shown behind, and its text. */
function hintsIn({ files, engine }: Marked, shown = all): readonly string[] {
  return files.flatMap(({ path, text }) => {
    if (!engine.program.summary(path)) return [];
    const editing = editingOf({ files, engine }, path);
    const hints = inlayHintsIn(editing, { start: 0, end: text.length }, shown);
    return hints.map(({ offset, text: title }) => `${path} ${offset} ${title}`);
  });
}

function marked({ files }: Marked): readonly string[] {
  return files.flatMap(({ path, marks }) => marks.map(({ end, note }) => `${path} ${end} ${note}`));
}

const controls = `
=== controls/ac.yaml
- id: AC-01
  title: Single sign-on
- id: AC-02
  title: Access requests, with approval of managers and owners
- id: AC-03
`;

describe('titles behind bare ids', () => {
  const cases: readonly (readonly [what: string, example: string])[] = [
    [
      'are those of criteria and points of focus, in YAML, with and without quotes',
      `
      === controls/a.yaml
      id: AC-01$0
      satisfies:
        - "CC6.2"
          ^^^^^^^ User registration and removal
        - CC6.4
          ^^^^^ Physical access
        - CC8.1-POF1
          ^^^^^^^^^^ Whole life cycle managed
      `,
    ],
    [
      'are those of criteria in front matter and in prose',
      `
      === policies/access.md
      ---$0
      id: POL-1
      satisfies: [CC6.2, CC6.4]
                  ^^^^^ User registration and…
                         ^^^^^ Physical access
      ---
      # Access

      See CC6.5 of SOC 2.
          ^^^^^ Disposal of assets
      `,
    ],
    [
      'are not there where the title, or a comment, stands beside the id',
      `
      === controls/a.yaml
      id: AC-01
      satisfies:
        - CC6.4 # who may come in
        - CC6.5
          ^^^^^ Disposal of assets
      === policies/access.md
      # Access$0

      CC6.4 Physical access. See also CC6.4.

      | Criterion | What we do |
      | --- | --- |
      | CC6.5 | We dispose of assets safely. |
      | CC6.2 | It is done. |
        ^^^^^ User registration and removal

      The range CC6.1–CC6.3 has none, CC6.4 has one, and CC6.4 has none again.
                                      ^^^^^ Physical access
      `,
    ],
    [
      'are those of records under keys that refer to them, and not of records without one, or in prose',
      `
      ${controls.trim().replaceAll('\n', '\n      ')}
      === evidence/a.md
      ---$0
      id: EV-01
      controls: [AC-01, 'AC-02', AC-03, AC-99]
                 ^^^^^ Single sign-on
                        ^^^^^^^ Access requests, with…
      ---
      See AC-01.
      `,
    ],
    [
      'are not there where the id says the title',
      `
      === tickmark.yaml
      tickmark: 1
      === policies/access-control.md
      # Access control policy
      === policies/x1.md
      # Laptops
      === controls/a.yaml
      id: AC-01$0
      policies: [access-control, x1]
                                 ^^ Laptops
      `,
    ],
    [
      'share the room of a line, and are not there where a line has many',
      `
      === controls/a.yaml
      id: AC-01$0
      satisfies:
        - CC2.1, CC6.1, CC6.3
          ^^^^^ Quality of…
                 ^^^^^ Logical acces…
                        ^^^^^ Access by role
        - [CC6.1, CC6.2, CC6.4, CC6.5]
        - CC9.9
      `,
    ],
    [
      'are those of catalogs of one’s own',
      `
      === tickmark.yaml
      tickmark: 1
      report: {id: soc1, kind: soc1, type: 1, asOf: 2026-06-30, catalogs: [ICFR]}
      catalogs: [{file: icfr.yaml, name: ICFR}]
      === icfr.yaml
      tickmark-catalog: 1
      catalog: ICFR
      criteria:
        - {id: CO-1, title: Payroll runs}
      === controls/a.yaml
      id: AC-01$0
      satisfies: {ICFR: [CO-1]}
                         ^^^^ Payroll runs
      `,
    ],
  ];
  for (const [what, example] of cases)
    it(what, () =>
      inEverySpelling(example, (text, spelling) =>
        assert.deepEqual([...hintsIn(text)].sort(), [...marked(text)].sort(), spelling),
      ),
    );

  it('can be only those of criteria, or of records, and only those of a range', () => {
    const example = `${controls}=== evidence/a.yaml\n$0controls: AC-01\nsatisfies: CC6.4\n`;
    const { editing } = editingAt(example);
    const { length } = editing.facts.text;
    const titles = (start: number, end: number, shown = all) =>
      inlayHintsIn(editing, { start, end }, shown).map(({ text }) => text);
    assert.deepEqual(titles(0, length), ['Single sign-on', 'Physical access']);
    assert.deepEqual(titles(0, length, { criterion: true, record: false }), ['Physical access']);
    assert.deepEqual(titles(0, length, { criterion: false, record: true }), ['Single sign-on']);
    assert.deepEqual(titles(0, 15), ['Single sign-on']);
    assert.deepEqual(titles(18, length), ['Physical access']);
  });
});
