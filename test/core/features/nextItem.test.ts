// What a new line in a list becomes: `$0` is where the new line was put in, before what the editor indents.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nextItemAt } from '../../../server/src/core/features/nextItem.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling } from './marked.ts';

/** The lines of the document with the cursor after the new line, in every spelling the same. */
function typed(example: string): readonly string[] {
  let found: readonly string[] | undefined;
  inEverySpelling(example, ({ editing, offset }, spelling) => {
    const { text } = editing.facts;
    const edit = nextItemAt(editing, offset);
    const lines = (edit ? applied(text, [edit]) : text)
      .split(/\r\n|\n/)
      .map(line => line.replace(/^.*See /, 'See '));
    found ??= lines;
    assert.deepEqual(lines, found, spelling);
  });
  return found ?? [];
}

const control = (lines: string) => `=== controls/a.yaml\nid: AC-01\n${lines}\n`;

describe('a new line', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['below a criterion', 'satisfies:\n  - CC6.1\n$0', 'satisfies:\n  - CC6.1\n  - '],
    ['that the editor has indented', 'satisfies:\n  - CC6.1\n  $0', 'satisfies:\n  - CC6.1\n  - '],
    [
      'below a criterion of a catalog',
      'satisfies:\n  TSC:\n    - CC6.1\n$0',
      'satisfies:\n  TSC:\n    - CC6.1\n    - ',
    ],
    ['below an item in the column of its key', 'policies:\n- POL-1\n$0', 'policies:\n- POL-1\n- '],
    ['below a person', 'performedBy:\n  - ana\n$0\nkey: true', 'performedBy:\n  - ana\n  - \nkey: true'],
    ['below a system', 'systems:\n  - prod\n$0', 'systems:\n  - prod\n  - '],
    ['behind a key', 'satisfies:\n$0', 'satisfies:\n  - '],
    ['behind a key with items', 'satisfies:\n$0\n- CC6.1', 'satisfies:\n- \n- CC6.1'],
    ['below an empty item', 'satisfies:\n  - CC6.1\n  - \n  $0', 'satisfies:\n  - CC6.1\n'],
    ['below a text', 'statement: a\n$0', 'statement: a\n'],
    ['below a tag', 'tags:\n  - a\n$0', 'tags:\n  - a\n'],
    ['with something in it', 'satisfies:\n  - CC6.1\n$0  - CC6.2', 'satisfies:\n  - CC6.1\n  - CC6.2'],
    ['behind a key with a value', 'satisfies: [CC6.1]\n$0', 'satisfies: [CC6.1]\n'],
  ];
  for (const [what, before, after] of cases)
    it(`${what}, in YAML`, () => {
      assert.deepEqual(typed(control(before)), `id: AC-01\n${after}\n`.split('\n'));
    });

  it('in front matter, and in a register', () => {
    assert.deepEqual(typed('=== controls/a.md\n---\nid: A\nsatisfies:\n  - CC6.1\n$0\n---\n'), [
      '---',
      'id: A',
      'satisfies:',
      '  - CC6.1',
      '  - ',
      '---',
      '',
    ]);
    const register = '=== controls/a.yaml\n- id: A\n- satisfies:\n    - CC6.1\n    - \n$0\n';
    assert.deepEqual(typed(register), ['- id: A', '- satisfies:', '    - CC6.1', '  ', '']);
  });

  const prose: readonly (readonly [what: string, before: string, after: string])[] = [
    ['below a criterion', '- CC6.1 See it\n$0', '- CC6.1 See it\n- '],
    ['below the id of a control', '1. AC-01\n$0', '1. AC-01\n2. '],
    ['below a task', '* [x] CC6.1\n$0', '* [x] CC6.1\n* [ ] '],
    ['below an empty item', '- CC6.1\n- \n$0', '- CC6.1\n'],
    ['below other words', '- See CC6.1\n$0', 'See CC6.1\n'],
    ['in code', '```\n- CC6.1\n$0\n```', '```\n- CC6.1\n\n```'],
  ];
  for (const [what, before, after] of prose)
    it(`${what}, in prose`, () => {
      const lines = typed(`=== controls/b.yaml\nid: AC-01\n=== policies/a.md\n# A\n\n${before}\n`);
      const shown = (text: string) => text.split('\n').map(line => line.replace(/^.*See /, 'See '));
      assert.deepEqual(lines, shown(`# A\n\n${after}\n`));
    });

  it('lies in any document, and what is written there stays', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), ({ path, text }, at) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        const edit = nextItemAt(editingOf({ files, engine: engineOf(files) }, path), at % (text.length + 1));
        if (edit) assert.match(text.slice(edit.start, edit.end), /^[\s\-*+\d.)]*(?:\[[ xX]\]\s*)?$/);
      }),
      { numRuns: 100 },
    );
  });
});
