import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { criterionIn, remapping, retyping, typing } from '../../bench/harness/edits.ts';

const page = `---
id: POL-1
satisfies: [CC6.1, CC6.2]
---

# Access

The owner of the system checks the list of accounts.
`;

const list = `- id: A-1
  statement: The owner of the system checks it all year.
  satisfies: [CC1.1]
- id: A-2
  statement: The owner of the system checks it too, once.
  satisfies: [CC1.2]
`;

describe('the edits that are measured', () => {
  test('type prose, letter by letter', () => {
    assert.equal(edited(page, 9, typing(page)), page.replace('accounts.', 'accounts. and whoe'));
    assert.equal(edited(list, 4, typing(list)), list.replace('once.', 'once. and'));
  });

  test('change a criterion and change it back', () => {
    assert.equal(edited(page, 1, remapping(page)), page.replace('CC6.1', 'CC7.2'));
    assert.equal(edited(list, 1, remapping(list)), list.replace('CC1.2', 'CC7.2'));
    assert.equal(edited(page, 4, remapping(page)), page);
  });

  test('take a word away and type it anew, with the caret behind what is there', () => {
    const retype = retyping(page, criterionIn(page));
    assert.equal(
      edited(page, 4, i => retype(i).change),
      page.replace('CC6.1', 'CC6'),
    );
    assert.deepEqual(retype(3).caret, { line: 2, character: 'satisfies: [CC6'.length });
    assert.equal(
      edited(page, 6, i => retype(i).change),
      page,
    );
  });
});

/** A text after the first so many edits. */
function edited(text: string, times: number, edits: (i: number) => TextDocumentContentChangeEvent): string {
  const changes = Array.from({ length: times }, (_, i) => edits(i));
  return TextDocument.update(TextDocument.create('', '', 0, text), changes, 1).getText();
}
