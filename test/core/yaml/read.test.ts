// What a document says: text in, tree out. That it agrees with the library is the business of differential.test.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../../server/src/core/yaml/read.ts';
import { compact, problemsOf } from './compact.ts';

const lines = (...list: string[]): string => list.join('\n');

/** What our own reader makes of texts it must take. */
const taken: Record<string, [text: string, tree: string]> = {
  nothing: ['', '_'],
  'comments alone': ['# one\n\n  # two\n', '_'],
  'a word': ['draft', 'draft'],
  'a record': ['id: AC-1\nowner: ops\n', '{id: AC-1, owner: ops}'],
  'scalars as they are written': ['a: 1.10\nb: no\nc: 010\nd: ~\n', '{a: 1.10, b: no, c: 010, d: ~}'],
  'nothing behind a colon': ['a:\nb: # why\nc:', '{a: _, b: _, c: _}'],
  'colons and hashes inside words': [
    'a: https://x.example/#y\nb: C#\nc: 10:30\n',
    '{a: https://x.example/#y, b: C#, c: 10:30}',
  ],
  'indicators inside words': [
    'a: b:[c]\nd: :e\nf: -[g]\nh: [-i, ?j]\n',
    '{a: b:[c], d: :e, f: -[g], h: [-i, ?j]}',
  ],
  'a text alone, over several lines': ['one\ntwo\n...\n', 'one two'],
  'dots and dashes that end no document': ['a: b\n  ...\n  ---\n', '{a: b ... ---}'],
  'characters that are not seen': [
    'a: \'b\0c\'\nd: "e\0"\n',
    '{a: single "b\\u0000c", d: double "e\\u0000"}',
  ],
  'a document that is opened and closed': ['# c\n--- # open\na: b\n... # close\n# end', '{a: b}'],
  'mappings in mappings': ['a:\n  b:\n      c: d\n  e: f\n', '{a: {b: {c: d}, e: f}}'],
  'a mapping that is all indented': ['  a: b\n  c: d\n', '{a: b, c: d}'],
  'a list under its key': ['a:\n  - b\n  - c\n', '{a: [b, c]}'],
  'a list in the column of its key': ['a:\n- b\n- c: d\ne: f\n', '{a: [b, {c: d}], e: f}'],
  'lists in lists, and empty items': ['- - a\n  - b\n-\n- - - c\n', '[[a, b], _, [[c]]]'],
  'a mapping on its dash, and under it': ['-   a: b\n    c: d\n-\n  e: f\n', '[{a: b, c: d}, {e: f}]'],
  'text over several lines': ['a: one\n  two\n\n  - three\nb: c\n', '{a: one two\n- three, b: c}'],
  'text below its key': ['a: # why\n  one\n  two\n', '{a: one two}'],
  'single quotes': [`a: 'it''s: # "so"'\nb: ''\n`, `{a: single "it's: # \\"so\\"", b: single ""}`],
  'double quotes and escapes': [
    String.raw`a: "\"\\\n\x41\u00e9\U0001F600\_"`,
    '{a: double "\\"\\\\\\nAé😀\u00a0"}',
  ],
  'quotes over several lines': [
    lines('a: "one', '', '', '  two \\', '  three\\ ', '  four"'),
    '{a: double "one\\n\\ntwo three  four"}',
  ],
  'quoted keys': [`"a: b": c\n'd' : e\n`, '{double "a: b": c, single "d": e}'],
  'a literal block': [
    'a: |\n  one\n   two\n\n  three\n\nb: c\n',
    '{a: literal "one\\n two\\n\\nthree\\n", b: c}',
  ],
  'a folded block': [
    'a: >\n\n  one\n  two\n\n  three\n   four\n\n  five\n  six\n',
    '{a: folded "\\none two\\nthree\\n four\\n\\nfive six\\n"}',
  ],
  'the ends of blocks': [
    'a: |-\n  x\n\nb: |+\n  x\n\n\nc: >-\n  x',
    '{a: literal "x", b: literal "x\\n\\n\\n", c: folded "x"}',
  ],
  'stated indentation': ['a: |2 # two\n    x\n  y\n', '{a: literal "  x\\ny\\n"}'],
  'blocks in a list': ['- |\n x\n- >-\n  y\n  z\n', '[literal "x\\n", folded "y z"]'],
  'lists and mappings in brackets': [
    'a: [b, "c", [d], {e: f}, ]\ng: {h: [], i: {}, j}\n',
    '{a: [b, double "c", [d], {e: f}], g: {h: [], i: {}, j: _}}',
  ],
  'brackets over several lines': [
    lines('a: [', '  b, # why', '', '  c', ']', 'd: {e: f,', '  g: h }'),
    '{a: [b, c], d: {e: f, g: h}}',
  ],
  JSON: [
    '{"a":"b","c":[1,{"d":null}],"e":{}}',
    '{double "a": double "b", double "c": [1, {double "d": null}], double "e": {}}',
  ],
  'nothing behind colons in braces': ['a: {b: , c:, d: }\n', '{a: {b: _, c: _, d: _}}'],
  'the least indentation': ['a: [\n b\n ]\nc: "d\n e"\nf: g\n h\n', '{a: [b], c: double "d e", f: g h}'],
  'comments anywhere': [
    lines('# 1', 'a: b # 2', '    # 3', 'c:', '# 4', '  # 5', '  - d', '# 6', '  - e'),
    '{a: b, c: [d, e]}',
  ],
  'odd spacing': ['a   :    b   \n\n   \nc:\n\n\n      d: e  # f\n', '{a: b, c: {d: e}}'],
  'a key twice': ['a: 1\na: 2\n', '{a: 1, a: 2}'],
  'letters of all kinds': ['größe: 日本 😀\n"😀": e\u0301\n', '{größe: 日本 😀, double "😀": e\u0301}'],
  'separators that end no line': ['a: b\u2028c\u0085d\n', '{a: b\u2028c\u0085d}'],
};
for (const [name, [text, tree]] of Object.entries(taken)) {
  test(`reads ${name}`, () => {
    const document = readYaml(text);
    assert.equal(compact(document.root), tree);
    assert.equal(document.reader, 'own');
  });
  test(`reads ${name} with CRLF`, () => {
    const document = readYaml(text.replaceAll('\n', '\r\n'));
    assert.equal(compact(document.root), tree);
    assert.equal(document.reader, 'own');
  });
}

/** Valid, but left to the library. */
const left: Record<string, [text: string, tree: string]> = {
  'an anchor and its aliases': ['a: &x {b: c}\nd: *x\ne:\n  <<: *x\n', '{a: {b: c}, d: *x, e: {<<: *x}}'],
  'an anchor on nothing': ['a: &x\nb: *x\n', '{a: _, b: *x}'],
  'tags, which mean nothing': [
    'a: !!int 5\nb: !mine {c: d}\ne: !!binary eA==\n',
    '{a: 5, b: {c: d}, e: eA==}',
  ],
  directives: ['%YAML 1.2\n---\na: b\n', '{a: b}'],
  'explicit keys': ['? a\n: b\n? c\n  d\n: e\n', '{a: b, c d: e}'],
  'a pair in a list in brackets': ['a: [b: c]\n', '{a: [{b: c}]}'],
  'text over several lines in brackets': ['a: [b\n  c]\n', '{a: [b c]}'],
  'text beside the opening of a document': ['--- a\n', 'a'],
  'a block without content': ['a: |\nb: c\n', '{a: literal "", b: c}'],
  'a tab on a blank line below a key': ['a:\n\t\nb:\n  \t', '{a: _, b: _}'],
  'tabs between words': ['a:\tb\tc\n', '{a: b\tc}'],
  'a block on a line of its own': ['a:\n  |\n  b\n', '{a: literal "b\\n"}'],
};
for (const [name, [text, tree]] of Object.entries(left)) {
  test(`leaves ${name} to the library`, () => {
    const document = readYaml(text);
    assert.equal(compact(document.root), tree);
    assert.equal(document.reader, 'library');
    assert.deepEqual(document.problems, []);
  });
}

test('an alias shares the node it names', () => {
  const { root } = readYaml('a: &x [1]\nb: *x\n');
  assert.ok(root?.type === 'mapping');
  const [a, b] = root.entries;
  assert.ok(b?.value?.type === 'alias');
  assert.equal(b.value.target, a?.value);
});

test('aliases of aliases cost no more than their text', () => {
  const levels = Array.from(
    { length: 60 },
    (_, index) => `k${index}: &k${index} [${`*k${index - 1},`.repeat(9)}]`,
  );
  levels[0] = 'k0: &k0 lol';
  const { root, problems } = readYaml(levels.join('\n'));
  assert.ok(root?.type === 'mapping');
  assert.equal(root.entries.length, 60);
  assert.deepEqual(problems, []);
});

const places: Record<string, string[]> = {
  'id: AC-1 # why\n': ['id', 'AC-1'],
  "\"a b\" :  'c''d'  \n": ['"a b"', "'c''d'"],
  'a: |\n  x\n  y\n\nb: c\n': ['a', '|\n  x\n  y\n', 'b', 'c'],
  'a: one\n  two  \nb: "x\n  y"': ['a', 'one\n  two', 'b', '"x\n  y"'],
  'a:\n  - b\n  - c: d # e\n\n# f\ng:\n': ['a', '- b\n  - c: d', 'b', 'c: d', 'c', 'd', 'g'],
  'a: [b, {c: d}] # e\n': ['a', '[b, {c: d}]', 'b', '{c: d}', 'c', 'd'],
  '-\n- a:\n-\n\n': ['a:', 'a'],
  '😀: 😀 # 😀\n': ['😀', '😀'],
};
for (const [text, expected] of Object.entries(places)) {
  test(`knows where each word of ${JSON.stringify(text)} stands`, () => {
    for (const around of ['', '# before\n---\n']) {
      const whole = `${around}${text}`;
      assert.deepEqual(placesOf(whole, around.length), expected);
      assert.deepEqual(placesOf(`${whole}\n# after`, around.length), expected);
    }
  });
}

/** The source of every node below the root, read from `start` on. */
function placesOf(text: string, start: number): string[] {
  const found: string[] = [];
  const visit = (node: ReturnType<typeof readYaml>['root']): void => {
    if (node === undefined) return;
    if (node !== root) found.push(text.slice(node.start, node.end));
    if (node.type === 'sequence') node.items.forEach(visit);
    if (node.type === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    }
  };
  const { root } = readYaml(text, start);
  visit(root);
  return found;
}

test('reads only the range it is given', () => {
  const text = 'x: 0\n---\na: b\n---\ny: 1\n';
  const document = readYaml(text, 9, 14);
  assert.equal(compact(document.root), '{a: b}');
  assert.deepEqual([document.start, document.end], [9, 14]);
  assert.deepEqual(problemsOf(text, document), []);
});

test('a range may end within a CRLF', () => {
  const text = 'a: b\r\n---\r\n';
  assert.equal(compact(readYaml(text, 0, 5).root), '{a: b}');
  assert.deepEqual(readYaml(text, 0, 5).problems, []);
});
