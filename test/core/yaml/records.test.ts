// A file of many records, each read on its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecords } from '../../../server/src/core/yaml/read.ts';
import { compact, problemsOf } from './compact.ts';

const records = (text: string): string[] => readRecords(text).map(({ root }) => compact(root));
const readers = (text: string): string[] => readRecords(text).map(({ reader }) => reader);
const pieces = (text: string): string[] => readRecords(text).map(({ start, end }) => text.slice(start, end));

const files: Record<string, [text: string, records: string[]]> = {
  'one record': ['a: b\n', ['{a: b}']],
  documents: ['a: b\n---\nc: d\n--- # e\nf: g\n', ['{a: b}', '{c: d}', '{f: g}']],
  'documents that are closed': ['---\na: b\n...\n---\nc: d\n...\n', ['{a: b}', '{c: d}']],
  'a document behind the end of another': ['a: b\n...\nc: d\n', ['{a: b}', '{c: d}']],
  'a list': ['- a: b\n- c: d\n-   e: f\n', ['{a: b}', '{c: d}', '{e: f}']],
  'a list with comments': ['# 1\n- a: b\n  # 2\n\n# 3\n- c: d\n', ['{a: b}', '{c: d}']],
  'a list behind `---`, and a record': ['---\n- a: b\n- c: d\n---\ne: f\n', ['{a: b}', '{c: d}', '{e: f}']],
  'a list that is indented, which is one record': ['  - a: b\n  - c: d\n', ['[{a: b}, {c: d}]']],
  'a list in a mapping, which is one record': ['a:\n- b\n- c\n', ['{a: [b, c]}']],
  'lists in a list': ['- - a\n  - b\n- - c\n', ['[a, b]', '[c]']],
  'an item in which nothing is written': ['- a: b\n-\n- c: d\n', ['{a: b}', '_', '{c: d}']],
  'dashes that begin no item': [
    '- |\n  x\n  - y\n- "z\n  - w"\n-x\n',
    ['literal "x\\n- y\\n"', 'double "z - w"'],
  ],
  'documents in which nothing is written': ['---\n---\n# c\n---\na: b\n---\n', ['{a: b}']],
  'directives in front of a document': [
    '%YAML 1.2\n---\na: b\n...\n# c\n%YAML 1.2\n---\nc: d\n',
    ['{a: b}', '{c: d}'],
  ],
  nothing: ['', []],
  'comments alone': ['# a\n# b', []],
};
for (const [name, [text, expected]] of Object.entries(files)) {
  test(`reads ${name}`, () => {
    assert.deepEqual(records(text), expected);
    assert.deepEqual(records(text.replaceAll('\n', '\r\n')), expected);
  });
}

test('the pieces of a file are the records with what stands before them', () => {
  const text = '# 1\n- a: b\n  c: d\n# 2\n- e: f\n';
  assert.deepEqual(pieces(text), ['# 1\n- a: b\n  c: d\n# 2\n', '- e: f\n']);
});

test('a broken record costs neither its neighbors nor their speed', () => {
  for (const broken of [
    '- id: [',
    '- id: "x',
    '- id: x\n   y: z',
    '-',
    '- {',
    '- id: |2\n x',
    '- &x',
    '- \tx',
    '- id: a: b',
  ]) {
    const text = `- id: one\n${broken}\n- id: three\n`;
    const [first, , third] = readRecords(text);
    assert.deepEqual(
      [first, third].map(record => compact(record?.root)),
      ['{id: one}', '{id: three}'],
      broken,
    );
    assert.deepEqual([first?.reader, third?.reader], ['own', 'own']);
    assert.deepEqual([first?.problems, third?.problems], [[], []]);
  }
});

test('so with documents', () => {
  for (const broken of ['id: [', 'id: "x', "id: 'x", 'id: x\n   y: z', '{', 'id: a: b']) {
    const text = `id: one\n---\n${broken}\n---\nid: three\n`;
    assert.deepEqual([records(text)[0], records(text)[2]], ['{id: one}', '{id: three}']);
    assert.deepEqual(readers(text), ['own', 'library', 'own']);
  }
});

test('an alias finds its anchor in an earlier item, and shares what it names', () => {
  const [first, second] = readRecords('- &x\n  a: b\n- <<: *x\n  c: d\n');
  assert.equal(compact(second?.root), '{<<: *x, c: d}');
  assert.ok(second?.root?.type === 'mapping');
  const merged = second.root.entries[0]?.value;
  assert.ok(merged?.type === 'alias');
  assert.equal(merged.target, first?.root);
});

test('an alias finds nothing in another document, nor behind it', () => {
  for (const text of ['&x a\n---\n*x\n', '- *x\n- &x a\n']) {
    const found = readRecords(text).flatMap(record => problemsOf(text, record));
    assert.deepEqual(found, ['unknown-alias at "*x"']);
  }
});

test('each problem stands with its record', () => {
  const text = '- a: 1\n  a: 2\n- b: 1\r  c: 2\n- d: 1\n';
  assert.deepEqual(
    readRecords(text).map(record => problemsOf(text, record)),
    [['duplicate-key at "a"'], ['lone-carriage-return at "\\r"'], []],
  );
});

test('both sides of a conflict are read', () => {
  const text =
    '- id: one\n<<<<<<< HEAD\n- id: two\n  owner: a\n=======\n- id: two\n  owner: b\n>>>>>>> other\n- id: three\n';
  assert.deepEqual(records(text), ['{id: one}', '{id: two, owner: a}', '{id: two, owner: b}', '{id: three}']);
  assert.deepEqual(
    readRecords(text).flatMap(record => problemsOf(text, record)),
    ['<<<<<<<', '=======', '>>>>>>>'].map(marker => `conflict-marker at "${marker}"`),
  );
});

test('what is wrong behind the last record stands with it', () => {
  for (const end of ['=======\n>>>>>>> x\n', '...\n=======\n>>>>>>> x\n']) {
    const text = `a: b\n${end}`;
    const found = readRecords(text).map(record => problemsOf(text, record));
    assert.deepEqual(found, [['conflict-marker at "======="', 'conflict-marker at ">>>>>>>"']]);
  }
});

test('a range of a text is read as if it stood alone', () => {
  const text = 'x: [\n- a: b\n- c: d\n---\n';
  const found = readRecords(text, 5, 19);
  assert.deepEqual(
    found.map(({ root }) => compact(root)),
    ['{a: b}', '{c: d}'],
  );
  assert.deepEqual(
    found.map(({ start, end }) => [start, end]),
    [
      [5, 12],
      [12, 19],
    ],
  );
});

test('a range may end within a word', () => {
  const found = readRecords('- a\n-b', 0, 5);
  assert.deepEqual(
    found.map(({ root }) => compact(root)),
    ['a', '_'],
  );
});
