// What our own reader gives up: each text is an error to the library, or read by it in a way of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOwn } from '../../../server/src/core/yaml/own.ts';

const refused: Record<string, string[]> = {
  'what is no key among keys': [
    'a: b\nc\nd: e\n',
    'a: b\n- c\n',
    'a: b\n"c"\n',
    'a: b\n[c]\n',
    'a: b\n|\n',
    '"a\n b": c\n',
    'x:\n  "a\n    b": c\n',
  ],
  'a key that is too long': [`${'k'.repeat(1025)}: v\n`, `"${'k'.repeat(1025)}": v\n`],
  'a second colon on a line': ['a: b: c\n', 'a: "b": c\n', 'a: [b]: c\n', 'a: b\n c: d\n', '[a]: b\n'],
  'columns that fit nothing': [
    'a: 1\n  b: 2\n',
    '  a: 1\n b: 2\n',
    'a:\n    b: 1\n  c: 2\n',
    '- "a"\n - "b"\n',
    '- a: 1\n   b: 2\n',
    '- a\nb: c\n',
    'a:\n  - b\n c: d\n',
  ],
  'text behind a value': [
    'a: "b" c\n',
    'a: [b] c\n',
    "a: 'b'c\n",
    'a: "b"#c\n',
    'a: | b\n',
    '--- a: b\n',
    '... a\n',
  ],
  'a comment that breaks a text': [
    'a: b # c\n  d\n',
    'a: b\n# c\n  d\n',
    'a:\n\n# c\n  b\n',
    'a:\n#c\n  [b]\n',
  ],
  'quotes that do not end, or end badly': [
    "a: 'b",
    'a: "b',
    "a: 'b\nc: d\n",
    'a: "b\nc"\n',
    'a: "b\n\n c\n',
    'a: "\\q"\n',
    'a: "\\x4"\n',
    'a: "\\uD8zz"\n',
    'a: "\\U00110000"\n',
    '"a\n--- b"\n',
  ],
  'brackets that do not end, or end badly': [
    'a: [b',
    'a: [b}\n',
    'a: {b: c\nd: e\n',
    'a: [b,\nc]\n',
    'a: [[b\n]]\n',
    '  - a: [\n  b]\n',
    'a:\n  b: [\n ]\n',
    '[a,\n--- b]\n',
  ],
  'commas that part nothing': [
    'a: [,]\n',
    'a: [b,, c]\n',
    'a: {, b}\n',
    'a: ["b" "c"]\n',
    'a: {b: c d: e}\n',
    ', a\n',
  ],
  'colons in brackets that are not sure': [
    'a: {b:[c]}\n',
    'a: [:b]\n',
    'a: {b: :c}\n',
    'a: [b: c]\n',
    'a: {"b":\n"c":}\n',
    'a: {: b}\n',
    'a: [b\n  c]\n',
    'a: {[b]: c}\n',
  ],
  'comments in brackets without a space': ['a: [b,#c\n  d]\n', 'a: [#b\n  c]\n', 'a: ["b"#c\n  ]\n'],
  'blocks that are not sure': [
    '|\n a\n',
    'a: |\n',
    'a: |\nb: c\n',
    'a:\n  |\n  b\n',
    'a: |--\n  b\n',
    'a: |0\n  b\n',
    'a: |12\n  b\n',
    'a: |#b\n  c\n',
    'a: |\n    \n  b\n',
    'a: |\n  b\n     \n',
    'a: |+\n  b\n ',
    'a: |3\n  b\n',
  ],
  'tabs outside of quotes and blocks': [
    'a:\tb\n',
    'a: b\tc\n',
    '\ta: b\n',
    'a:\n\t- b\n',
    'a: b\n\t\n',
    '- \tb\n',
    'a: b\n \tc\n',
    'a: [b,\tc]\n',
    'a: b\t# c\n',
  ],
  'the rest of YAML': [
    'a: &b c\n',
    'a: *b\n',
    'a: !b c\n',
    '? a\n',
    '?\n',
    '%YAML 1.2\n---\na: b\n',
    'a: @b\n',
    'a: `b`\n',
    'a: %b\n',
    ': a\n',
    'a: - b\n',
    'a: ? b\n',
    'a: ]\n',
    '\uFEFFa: b\n',
  ],
  'more than one document': ['a: b\n---\nc: d\n', 'a: b\n...\nc: d\n', '---\n---\n', 'a: b\n...\n...\n'],
  'deep nesting': [
    '['.repeat(101) + ']'.repeat(101),
    '- '.repeat(101),
    Array.from({ length: 101 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  ],
};
for (const [name, texts] of Object.entries(refused)) {
  test(`refuses ${name}`, () => {
    for (const text of texts) assert.equal(readOwn(text, 0, text.length), undefined, JSON.stringify(text));
  });
}

test('takes nesting that is not too deep', () => {
  for (const text of ['['.repeat(100) + ']'.repeat(100), '- '.repeat(100)]) {
    assert.notEqual(readOwn(text, 0, text.length), undefined);
  }
});

test('takes a key that is just not too long', () => {
  const text = `${'k'.repeat(1024)}: v`;
  assert.notEqual(readOwn(text, 0, text.length), undefined);
});

test('looks at nothing behind its end', () => {
  for (const [text, end] of [
    ['a: bc', 4],
    ['a: "b" c', 6],
    ['a: |\n  b\n  c', 9],
    ['a: |\n  b\n', 8],
    ['- a\n- b', 4],
    ['a: b\n....', 8],
  ] as const) {
    const cut = readOwn(text, 0, end);
    assert.deepEqual(cut, readOwn(text.slice(0, end), 0, end));
    assert.notEqual(cut, undefined);
  }
});
