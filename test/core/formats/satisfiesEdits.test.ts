import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { addCriteria } from '../../../server/src/core/formats/satisfiesEdits.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';

function read(text: string, path = 'policies/a.md') {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc);
}

/** The text once its first record cites CC6.1 and CC6.2; what it is then read to cite is checked. */
function cited(text: string, path?: string): string | undefined {
  const edit = addCriteria(read(text, path), 0, ['CC6.1', 'CC6.2']);
  if (!edit) return undefined;
  const after = applied(text, [edit]);
  const citations = read(after, path).summary.shape.records[0]?.satisfies ?? [];
  const ids = citations.filter(({ catalog }) => catalog === 'TSC').map(({ id }) => id);
  assert.deepEqual(ids.slice(-2), ['CC6.1', 'CC6.2']);
  return after;
}

describe('criteria that were accepted', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['front matter of their own', '# A\n', '---\nsatisfies: {TSC: [CC6.1, CC6.2]}\n---\n\n# A\n'],
    ['front matter that is empty', '---\n---\n# A\n', '---\nsatisfies: {TSC: [CC6.1, CC6.2]}\n---\n# A\n'],
    [
      'the usual place among other keys',
      '---\ntitle: A # mine\nowner: x\n---\n# A\n',
      '---\ntitle: A # mine\nowner: x\nsatisfies: {TSC: [CC6.1, CC6.2]}\n---\n# A\n',
    ],
    [
      'the key that is empty',
      '---\nsatisfies:\ntitle: A\n---\n',
      '---\nsatisfies: {TSC: [CC6.1, CC6.2]}\ntitle: A\n---\n',
    ],
    ['a list in brackets', '---\nsatisfies: [CC1.1]\n---\n', '---\nsatisfies: [CC1.1, CC6.1, CC6.2]\n---\n'],
    [
      'a list of lines',
      '---\nsatisfies:\n  - CC1.1\n---\n',
      '---\nsatisfies:\n  - CC1.1\n  - CC6.1\n  - CC6.2\n---\n',
    ],
    [
      'the list of the catalog',
      '---\nsatisfies:\n  TSC:\n    - CC1.1\n  ICFR: [a]\n---\n',
      '---\nsatisfies:\n  TSC:\n    - CC1.1\n    - CC6.1\n    - CC6.2\n  ICFR: [a]\n---\n',
    ],
    [
      'a catalog beside others',
      '---\nsatisfies:\n  ICFR: [a]\n---\n',
      '---\nsatisfies:\n  ICFR: [a]\n  TSC: [CC6.1, CC6.2]\n---\n',
    ],
    ['line ends as they are', '# A\r\n', '---\r\nsatisfies: {TSC: [CC6.1, CC6.2]}\r\n---\r\n\r\n# A\r\n'],
  ];
  for (const [what, before, after] of cases) it(`get ${what}`, () => assert.equal(cited(before), after));

  it('go into a record in YAML', () => {
    assert.equal(cited('id: A\n', 'controls/a.yaml'), 'id: A\nsatisfies: {TSC: [CC6.1, CC6.2]}\n');
  });

  it('are not written where the keys cannot be read, or where an anchor shares them', () => {
    assert.equal(cited('---\ntitle: [A\n---\n# A\n'), undefined);
    assert.equal(cited('---\nx: &x {TSC: [CC1.1]}\nsatisfies: *x\n---\n'), undefined);
    assert.equal(cited('---\nx: &x {satisfies: [CC1.1]}\n<<: *x\n---\n'), undefined);
    assert.equal(addCriteria(read('# A\n'), 1, ['CC6.1']), undefined);
  });
});
