import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addKey,
  addKeyInOrder,
  addToList,
  applied,
  removeItem,
  removeKey,
  setList,
  setValue,
  type TextEdit,
  writtenLike,
} from '../../../server/src/core/formats/yamlEdits.ts';
import { entry } from '../../../server/src/core/yaml/lookup.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlSequence } from '../../../server/src/core/yaml/node.ts';
import { readRecords, readYaml } from '../../../server/src/core/yaml/read.ts';
import { compact } from '../yaml/compact.ts';
import { documentText } from '../yaml/recordText.ts';

function rootOf(text: string): YamlMapping {
  const root = readRecords(text)[0]?.root;
  assert.ok(root?.type === 'mapping', text);
  return root;
}

/** The entry `list` of the first record of a text. */
function listOf(text: string): YamlEntry {
  const found = entry(rootOf(text), 'list');
  assert.ok(found, text);
  return found;
}

function nodeOf(text: string): YamlNode {
  const { value } = listOf(text);
  assert.ok(value, text);
  return value;
}

function sequenceOf(text: string): YamlSequence {
  const value = nodeOf(text);
  assert.ok(value.type === 'sequence', text);
  return value;
}

const withItems = (text: string, ...values: string[]) =>
  applied(text, [addToList(text, nodeOf(text), values)]);
const withJust = (text: string, ...values: string[]) =>
  applied(text, setList(text, sequenceOf(text), values));
const withKey = (text: string, key: string, value: string) =>
  applied(text, [addKey(text, rootOf(text), key, value)]);

describe('adding to a list', () => {
  it('in brackets goes behind the last item', () => {
    assert.equal(withItems('list: [a, b]\n', 'c', 'd'), 'list: [a, b, c, d]\n');
    assert.equal(withItems('list: []\n', 'c'), 'list: [c]\n');
    assert.equal(withItems('list: [ ] # none\n', 'c'), 'list: [c ] # none\n');
    assert.equal(withItems('list: [a, b,]\n', 'c'), 'list: [a, b, c,]\n');
    assert.equal(
      withItems('list: [\n  a, # one\n  b # two\n]\n', 'c'),
      'list: [\n  a, # one\n  b, c # two\n]\n',
    );
  });

  it('in a block list takes a line for each value, below the last item and its comment', () => {
    assert.equal(
      withItems('list:\n  - a # one\nnext: 1\n', 'b', 'c'),
      'list:\n  - a # one\n  - b\n  - c\nnext: 1\n',
    );
    assert.equal(withItems('list:\n- a', 'b'), 'list:\n- a\n- b');
    assert.equal(withItems('list:\r\n  - a\r\n', 'b'), 'list:\r\n  - a\r\n  - b\r\n');
    assert.equal(
      withItems('- list:\n    - a\n- list: [z]\n', 'b'),
      '- list:\n    - a\n    - b\n- list: [z]\n',
    );
    assert.equal(
      withItems('list:\n  - |\n    a\n\nnext: 1\n', 'b'),
      'list:\n  - |\n    a\n  - b\n\nnext: 1\n',
    );
  });

  it('makes a list of a lone value', () => {
    assert.equal(withItems('list: a # one\n', 'b'), 'list: [a, b] # one\n');
    assert.equal(withItems('list: "a: b"\n', 'c'), 'list: ["a: b", c]\n');
    assert.equal(withItems('list: a, b\n', 'c'), 'list: [a, b, c]\n');
    assert.equal(withItems('list: a b, c {d}\n', 'e'), 'list: ["a b, c {d}", e]\n');
    assert.equal(withItems('list: "" # none\n', 'a'), 'list: [a] # none\n');
    assert.equal(withItems('list: |\nnext: 1\n', 'a'), 'list: [a]\nnext: 1\n');
  });

  it('makes keys in a mapping, and lines in a block of text', () => {
    assert.equal(
      withItems('list:\n  a: how\n  b: why\nnext: 1\n', 'c'),
      'list:\n  a: how\n  b: why\n  c:\nnext: 1\n',
    );
    assert.equal(withItems('list: {a: how}\n', 'b'), 'list: {a: how, b:}\n');
    assert.equal(withItems('list: |\n  a\n  b\nnext: 1\n', 'c'), 'list: |\n  a\n  b\n  c\nnext: 1\n');
    assert.equal(withItems('list: |+\n  a\n\nnext: 1\n', 'b'), 'list: |+\n  a\n\n  b\nnext: 1\n');
  });
});

describe('setting a list', () => {
  it('in brackets takes commas with the values that go', () => {
    assert.equal(withJust('list: [a, b, c]\n', 'a', 'c'), 'list: [a, c]\n');
    assert.equal(withJust('list: [a, b, c]\n', 'b'), 'list: [b]\n');
    assert.equal(withJust('list: [a, b, c]\n', 'a', 'b', 'd'), 'list: [a, b, d]\n');
    assert.equal(withJust('list: [a, b] # why\n', 'c', 'd'), 'list: [c, d] # why\n');
    assert.equal(withJust('list: [a]\n'), 'list: []\n');
  });

  it('in a block list takes lines, and leaves comments and form', () => {
    const text = 'list:\n  # first\n  - a\n  - b # second\n  - c\nnext: 1\n';
    assert.equal(withJust(text, 'b'), 'list:\n  # first\n  - b # second\nnext: 1\n');
    assert.equal(withJust(text, 'a', 'c', 'd'), 'list:\n  # first\n  - a\n  - c\n  - d\nnext: 1\n');
    assert.equal(withJust(text, 'd', 'e'), 'list:\n  # first\n  - d\n  - e\nnext: 1\n');
    assert.equal(withJust('list:\r\n- a\r\n- b\r\n', 'b', 'c'), 'list:\r\n- b\r\n- c\r\n');
  });
});

describe('adding a key', () => {
  it('in a block stands under the other keys', () => {
    assert.equal(withKey('a: 1 # one\nb: [2]\n', 'c', '3'), 'a: 1 # one\nb: [2]\nc: 3\n');
    assert.equal(withKey('a: 1', 'b', ''), 'a: 1\nb:');
    assert.equal(withKey('a:\r\n  x: 1\r\n', 'b', '2'), 'a:\r\n  x: 1\r\nb: 2\r\n');
    assert.equal(withKey('- a: 1\n  b:\n- a: 2\n', 'c', '3'), '- a: 1\n  b:\n  c: 3\n- a: 2\n');
  });

  it('stands behind a block of text that ends the mapping', () => {
    assert.equal(withKey('- a: |\n    words\n\n- a: 2\n', 'c', '3'), '- a: |\n    words\n  c: 3\n\n- a: 2\n');
    assert.equal(withKey('a: >-\n  words\n  more', 'c', '3'), 'a: >-\n  words\n  more\nc: 3');
  });

  it('stands below the anchor and the tag of the first key, and leaves them to it', () => {
    assert.equal(withKey('&id :\n- ""\n', 'c', '3'), '&id :\n- ""\nc: 3\n');
    assert.equal(withKey('- !!str &a a: 1\n', 'c', '3'), '- !!str &a a: 1\n  c: 3\n');
    const inOrder = (text: string) =>
      applied(text, [addKeyInOrder(text, rootOf(text), 'a', '1', ['a', 'b'])]);
    assert.equal(inOrder('- &b b: 2\n'), '- a: 1\n  &b b: 2\n');
    assert.equal(inOrder('{&b b: 2}\n'), '{a: 1, &b b: 2}\n');
  });

  it('stands in the column of the first key, which a `?` moves and a byte order mark does not', () => {
    assert.equal(withKey('? a\n: 1\n', 'c', '3'), '? a\n: 1\nc: 3\n');
    assert.equal(withKey('\ufeffa: 1\n', 'c', '3'), '\ufeffa: 1\nc: 3\n');
  });

  it('in braces goes behind the last key, whatever is written of that', () => {
    assert.equal(withKey('{a: 1}\n', 'b', '2'), '{a: 1, b: 2}\n');
    assert.equal(withKey('{a: }\n', 'b', ''), '{a:, b: }\n');
    assert.equal(withKey('{a}\n', 'b', '2'), '{a, b: 2}\n');
    assert.equal(withKey('{}\n', 'b', '2'), '{b: 2}\n');
  });
});

describe('taking a key out', () => {
  it('takes its anchor too', () => {
    const without = (text: string) => {
      const root = rootOf(text);
      const list = entry(root, 'list');
      const edit = list && removeKey(text, root, list);
      return edit && applied(text, [edit]);
    };
    assert.equal(without('&l list: 1\nb: 2\n'), 'b: 2\n');
    assert.equal(without('- &l list: 1\n  &b b: 2\n'), '- &b b: 2\n');
    assert.equal(without('{&l list: 1, &b b: 2}\n'), '{&b b: 2}\n');
    assert.equal(without('{list: ?x,b: 1}\n'), '{b: 1}\n');
  });
});

describe('taking an item out', () => {
  const withoutFirst = (text: string) => {
    const list = sequenceOf(text);
    const [item] = list.items;
    return item && applied(text, [removeItem(text, list, item)]);
  };

  it('takes its comma or its line', () => {
    assert.equal(withoutFirst('list: [a, b]\n'), 'list: [b]\n');
    assert.equal(withoutFirst('list: [a,] # none\n'), 'list: [] # none\n');
    assert.equal(withoutFirst('list:\n  - a\n  - b\n'), 'list:\n  - b\n');
  });
});

describe('setting a value', () => {
  const withValue = (text: string, value: string) => applied(text, [setValue(text, listOf(text), value)]);

  it('replaces the old one, or stands behind the colon', () => {
    assert.equal(withValue('list: old # why\n', '[new]'), 'list: [new] # why\n');
    assert.equal(withValue('list: |\n  old\nnext: 1\n', '[new]'), 'list: [new]\nnext: 1\n');
    assert.equal(withValue('list:\n-\nnext: 1\n', 'new'), 'list: new\nnext: 1\n');
    assert.equal(withValue('list:\n  - old\n  - older\nnext: 1\n', '[new]'), 'list: [new]\nnext: 1\n');
    assert.equal(withValue('list: # why\n- old\nnext: 1\n', 'new'), 'list: # why\n  new\nnext: 1\n');
    assert.equal(withValue('list: # why\nnext: 1\n', '[new]'), 'list: [new] # why\nnext: 1\n');
    assert.equal(withValue('list :\n', '[new]'), 'list : [new]\n');
    assert.equal(withValue('{list}\n', '[new]'), '{list: [new]}\n');
  });
});

describe('a value in the place of another', () => {
  it('has its quotes, or those it needs itself', () => {
    assert.equal(writtenLike('AC-01', 'AC-02'), 'AC-02');
    assert.equal(writtenLike("'AC-01'", "it's"), "'it''s'");
    assert.equal(writtenLike('"AC-01"', 'AC-02'), '"AC-02"');
    assert.equal(writtenLike('AC-01', 'a: b'), '"a: b"');
    assert.equal(writtenLike('AC-01', '#1'), '"#1"');
    assert.equal(writtenLike('>-\r\n  AC-01\r\n', 'AC-02'), 'AC-02\r\n');
  });
});

/** Every node below a node, itself first. */
function nodesBelow(node: YamlNode | undefined): YamlNode[] {
  if (node?.type === 'mapping') return [node, ...node.entries.flatMap(({ value }) => nodesBelow(value))];
  if (node?.type === 'sequence') return [node, ...node.items.flatMap(nodesBelow)];
  return node ? [node] : [];
}

/** A tree as `compact` has it, with one node told otherwise. */
function told(node: YamlNode | undefined, other: YamlNode, words: string): string {
  if (node === other) return words;
  if (node?.type === 'mapping') {
    const entries = node.entries.map(({ key, value }) => `${compact(key)}: ${told(value, other, words)}`);
    return `{${entries.join(', ')}}`;
  }
  if (node?.type === 'sequence') return `[${node.items.map(item => told(item, other, words)).join(', ')}]`;
  return compact(node);
}

/** A text that reads without a complaint, and one of the nodes in it. */
const chosen = fc
  .tuple(documentText, fc.nat())
  .map(([text, nth]) => {
    const { root, problems } = readYaml(text);
    const nodes = nodesBelow(root).filter(({ type }) => type === 'mapping' || type === 'sequence');
    return { text, root, node: problems.length === 0 ? nodes[nth % Math.max(1, nodes.length)] : undefined };
  })
  .filter(({ node }) => node !== undefined);

function reads(text: string, edits: readonly TextEdit[], expected: string): void {
  const after = applied(text, edits);
  const { root, problems } = readYaml(after);
  // A list behind "<<" may get an item that is no mapping.
  const faults = problems.filter(({ code }) => code !== 'merge-value');
  assert.deepEqual({ root: compact(root), faults }, { root: expected, faults: [] }, after);
}

describe('an edit of any text that people write', () => {
  it('adds what it says and changes nothing else', () => {
    fc.assert(
      fc.property(chosen, ({ text, root, node }) => {
        if (node?.type === 'mapping') {
          const expected = told(
            root,
            node,
            compact(node).replace(
              /^\{(.*)\}$/s,
              (_, inside: string) => `{${inside}${inside === '' ? '' : ', '}added: 1}`,
            ),
          );
          reads(text, [addKey(text, node, 'added', '1')], expected);
        } else if (node?.type === 'sequence') {
          const inside = node.items.map(compact);
          reads(
            text,
            [addToList(text, node, ['added'])],
            told(root, node, `[${[...inside, 'added'].join(', ')}]`),
          );
        }
      }),
      { numRuns: 1500 },
    );
  });
});
