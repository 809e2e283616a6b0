import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathCompletions, pathTypedAt } from '../../../../server/src/core/features/completion/paths.ts';
import { editingAt } from '../editingAt.ts';
import { control } from './offered.ts';

/** The folders in which a path may go on, and what of it is replaced. */
function typedAt(example: string) {
  const { editing, offset } = editingAt(example);
  const typed = pathTypedAt(editing, offset);
  return typed && [typed.folders, editing.facts.text.slice(typed.start, typed.end)];
}
const evidence = (line: string) => `=== evidence/2026/e.yaml\nid: E-1\ncontrols: [AC-01]\n${line}\n`;

describe('a path that is typed', () => {
  it('goes on beside the record, and from the root of the program', () => {
    assert.deepEqual(typedAt(evidence('source: $0')), [['evidence/2026', ''], '']);
    assert.deepEqual(typedAt(evidence('source: rep$0')), [['evidence/2026', ''], 'rep']);
    assert.deepEqual(typedAt(evidence('source: reports/ac$0cess.csv')), [
      ['evidence/2026/reports', 'reports'],
      'access.csv',
    ]);
    assert.deepEqual(typedAt(evidence('source: ../x$0')), [['evidence'], 'x']);
    assert.deepEqual(typedAt('=== evidence/e.md\n---\nid: E\nsource: a/$0\n---\n'), [
      ['evidence/a', 'a'],
      '',
    ]);
  });

  it('goes on from the root in the manifest', () => {
    assert.deepEqual(typedAt('=== tickmark.yaml\ncatalogs: [own/$0]\n'), [['own'], '']);
    assert.deepEqual(typedAt('=== tickmark.yaml\ncatalogs:\n  - file: $0\n'), [[''], '']);
    assert.deepEqual(typedAt('=== tickmark.yaml\nmappings:\n  - ma$0\n'), [[''], 'ma']);
  });

  it('is none out of the program, in an address, and where no file is named', () => {
    assert.deepEqual(typedAt(evidence('source: ../../../$0')), [[], '']);
    for (const example of [
      evidence('source: https://ex$0'),
      evidence('source: /etc/$0'),
      evidence('source: ~/$0'),
      evidence('query: a/$0'),
      control('title: a/$0'),
      '=== policies/p.md\nSee a/$0\n',
    ])
      assert.equal(typedAt(example), undefined, example);
  });

  it('may go on with files before folders, those beside the record first, and each name once', () => {
    const items = pathCompletions({ folders: ['a', ''], start: 3, end: 5 }, [
      ['logs/', 'x.csv'],
      ['b.pdf', 'logs/'],
    ]);
    const sorted = items.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    assert.deepEqual(
      sorted.map(({ label, kind, start, end }) => [label, kind, start, end]),
      [
        ['x.csv', 'file', 3, 5],
        ['logs/', 'folder', 3, 5],
        ['b.pdf', 'file', 3, 5],
      ],
    );
  });
});
