// What is wrong with a text, where, and how much of it is read all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecords, readYaml } from '../../../server/src/core/yaml/read.ts';
import { compact, problemsOf } from './compact.ts';

/** Half-typed and mistyped records: the tree that is left, and each problem with its place. */
const broken: Record<string, [text: string, tree: string, ...problems: string[]]> = {
  'a key without its colon': [
    'id: a\nown\ntitle: b\n',
    '{id: a, own: _, title: b}',
    'missing-colon at "own"',
  ],
  'such a key at the end': ['id: a\nowner', '{id: a, owner: _}', 'missing-colon at "owner"'],
  'such a key at the start': ['own\nid: a\n', '{own: _, id: a}', 'missing-colon at "own"'],
  'such a key further in': [
    'a:\n  - b: c\n    ow\n    d: e\nf: g\n',
    '{a: [{b: c, ow: _, d: e}], f: g}',
    'missing-colon at "ow"',
  ],
  'such a key in an item': [
    '- id: a\n  own\n  title: b\n',
    '[{id: a, own: _, title: b}]',
    'missing-colon at "own"',
  ],
  'an open bracket': ['a:\n  b: [c, d\ne: f\n', '{a: {b: [c, d]}, e: f}', 'missing-bracket at "d"'],
  'an open brace': ['a: {b: c\nd: e\n', '{a: {b: c}, d: e}', 'missing-bracket at "c"'],
  'an open quote': ['a: "b\nc: d\ne: f\n', '{a: double "b", c: d, e: f}', 'missing-quote at "\\"b"'],
  'an open quote before another': [
    "a: 'b\nc: 'd'\n",
    '{a: single "b", c: single "d"}',
    'missing-quote at "\'b"',
  ],
  'a second colon': ['a: b: c\nd: e\n', '{a: {b: c}, d: e}', 'second-colon at "b"'],
  'text behind quotes': ['a: "b" c\nd: e\n', '{a: double "b", d: e}', 'text-after-value at "c"'],
  'a missing comma': [
    'a: ["b" "c"]\nd: e\n',
    '{a: [{double "b": double "c"}], d: e}',
    'missing-comma at "\\""',
  ],
  'two commas': ['a: [b,, c]\nd: e\n', '{a: [b, c], d: e}', 'stray-comma at ","'],
  'a tab': ['a: b\n\tc: d\ne: f\n', '{a: b, c: d, e: f}', 'tab-indentation at "\\t"'],
  'a column that fits nothing': [
    'a:\n  - b\n  c: d\ne: f\n',
    '{a: [b], c: d, e: f}',
    'bad-indentation at " "',
  ],
  'a reserved character': ['a: @b\nc: d\n', '{a: @b, c: d}', 'reserved-character at "@"'],
  'a star that names nothing': ['a: *b\nc: d\n', '{a: *b, c: d}', 'unknown-alias at "*b"'],
  'a star alone': [
    'a: * * 1\nc: d\n',
    '{a: *, c: d}',
    'reserved-character at "*"',
    'text-after-value at "*"',
    'text-after-value at "1"',
  ],
  'an alias in what it names': ['a: &b [c, *b]\n', '{a: [c, *b]}', 'unknown-alias at "*b"'],
  'a bad escape': ['a: "\\q"\nc: d\n', '{a: double "\\\\q", c: d}', 'bad-escape at "\\\\"'],
  'braces of a template': ['a: {{ b }}\nc: d\n', '{a: {{ b }: _}, c: d}', 'complex-key at "{ b }"'],
  'a list as a key': ['[a, b]: c\nd: e\n', '{[a, b]: c, d: e}', 'complex-key at "[a, b]"'],
  'a comment without a space': ['a: "b"#c\nd: e\n', '{a: double "b", d: e}', 'missing-space at "#c"'],
  'a key twice, and thrice': [
    'a: 1\n"a": 2\na: 3\n',
    '{a: 1, double "a": 2, a: 3}',
    'duplicate-key at "\\"a\\""',
    'duplicate-key at "a"',
  ],
  'a key twice further in': ['a:\n  - {b: 1, b: 2}\n', '{a: [{b: 1, b: 2}]}', 'duplicate-key at "b"'],
  'another document': ['a: b\n---\nc: d\n', '{a: b}', 'more-documents at "---"'],
  'a carriage return alone': [
    'a: b\rc: "d\r  e"\n',
    '{a: b, c: double "d e"}',
    'lone-carriage-return at "\\r"',
  ],
  'a conflict': [
    'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nc: 3\n>>>>>>> x\n',
    '{a: 1, b: 2, c: 3}',
    'conflict-marker at "<<<<<<<"',
    'conflict-marker at "======="',
    'conflict-marker at ">>>>>>>"',
  ],
  'a conflict without its first half': [
    '||||||| base\na: 1\n=======\nb: 2\n>>>>>>> x',
    '{a: 1, b: 2}',
    'conflict-marker at "|||||||"',
    'conflict-marker at "======="',
    'conflict-marker at ">>>>>>>"',
  ],
};
for (const [name, [text, tree, ...problems]] of Object.entries(broken)) {
  test(`reports ${name}`, () => {
    const document = readYaml(text);
    assert.deepEqual(problemsOf(text, document), problems);
    assert.equal(compact(document.root), tree);
  });
}

test('says what was found and what was expected', () => {
  for (const [text] of Object.values(broken)) {
    for (const problem of readYaml(text).problems) {
      assert.match(problem.message, /^Found .+; expected .+\.$/);
      assert.deepEqual(Object.keys(problem).sort(), ['code', 'end', 'message', 'start']);
    }
  }
});

test('counts the carriage returns that stand alone', () => {
  const { problems } = readYaml('a: b\rc: d\re: f\r\n');
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.message ?? '', /2 carriage returns/);
});

test('equals signs are no conflict where there is no other sign of one', () => {
  assert.deepEqual(
    readYaml('a: |\n  x\n=======\n').problems.map(({ code }) => code),
    ['missing-colon'],
  );
});

test('a record that only the library understands is read up to a million characters', () => {
  const record = (length: number): string => `a: &x b\nc: "${'d'.repeat(length - 14)}"\n`;
  assert.deepEqual(readYaml(record(1_000_000)).problems, []);
  const { root, problems } = readYaml(record(1_000_001));
  assert.equal(root, undefined);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['too-large'],
  );
});

test('nesting without end is cut off', () => {
  for (const text of ['['.repeat(50_000), '- '.repeat(20_000), '{a: '.repeat(20_000), '? '.repeat(20_000)]) {
    const codes = readYaml(text).problems.map(({ code }) => code);
    assert.ok(codes.includes('too-deep'), `${text.slice(0, 6)}: ${codes[0]}`);
  }
});

test('a whole character is underlined', () => {
  const [deep] = readYaml(`${': '.repeat(101)}𝒜`).problems;
  assert.deepEqual([deep?.code, deep?.start, deep?.end], ['too-deep', 202, 204]);
  const [problem] = readYaml(': 𝒜:').problems;
  assert.deepEqual([problem?.start, problem?.end], [2, 4]);
  const { root } = readYaml('s: [{]👧}:');
  assert.deepEqual(root?.type === 'mapping' && root.entries[0]?.value?.end, 6);
});

test('aliases stand for a million characters together, in all records of a list', () => {
  const long = (aliases: string): string => `- a: &x "${'b'.repeat(99_998)}"\n  c: [${aliases}]\n- d: *x\n`;
  const codes = (text: string) =>
    readRecords(text).flatMap(({ problems }) => problems.map(({ code }) => code));
  assert.deepEqual(codes(long('*x, '.repeat(9))), []);
  assert.deepEqual(codes(long('*x, '.repeat(10))), ['too-much-aliased']);
});

test('a text in quotes that does not end yet keeps its last sign', () => {
  for (const [text, said] of [
    ['a: "b', 'b'],
    ["a: 'bc", 'bc'],
    ['a: "𝒜', '𝒜'],
    ['a: "b\n', 'b'],
    ['a: "', ''],
    ['a: "b"', 'b'],
    ['a: &x ""', ''],
  ] as const) {
    const { root } = readYaml(text);
    const value = root?.type === 'mapping' ? root.entries[0]?.value : undefined;
    assert.equal(value?.type === 'scalar' ? value.value : undefined, said, text);
  }
});

test('no node ends within a line end', () => {
  const text = '{report {c\r, STATd [1.10 as appropriate ﬁn,laptop ppings: [*a]}\r\n';
  const { root } = readYaml(text);
  JSON.stringify(root, (key, value) => {
    if (key === 'end') assert.notEqual(text.slice(value - 1, value + 1), '\r\n');
    return value;
  });
});
