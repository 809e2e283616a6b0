// Whatever the text, reading gives an answer, and all its ranges lie within each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { YamlDocument, YamlNode } from '../../../server/src/core/yaml/node.ts';
import { readRecords, readYaml } from '../../../server/src/core/yaml/read.ts';
import { documentText, slippedText } from './recordText.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const fragment = fc.constantFrom(
  ...[
    'a',
    'b: ',
    '- ',
    '\n',
    '\n',
    '\n  ',
    '\n- ',
    ' # c',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    ':',
    '|',
    '>',
    '\t',
    '\r',
    '\r\n',
  ],
  ...[
    '? ',
    '&a ',
    '*a',
    '!t ',
    '!!binary x',
    '%YAML 1.2\n',
    '---',
    '...',
    '\n---\n',
    '\\',
    '\0',
    '\uFEFF',
    '\uD800',
    '😀',
  ],
  ...[
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> x\n',
    '<<: *a\n',
    '&a [*a, *a]',
    '[[[[',
    '{{{{',
    '{{ x }}',
    '\u2028',
  ],
);
const anyText = fc.oneof(
  slippedText,
  fc.array(fragment, { maxLength: 30 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const anyRange = fc.tuple(anyText, fc.nat(), fc.nat()).map(([text, a, b]): [string, number, number] => {
  const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
  return [text, start, end];
});

function inside(part: Range, whole: Range): void {
  assert.ok(
    part.start >= whole.start && part.end >= part.start && part.end <= whole.end,
    `${part.start}-${part.end} lies in ${whole.start}-${whole.end}`,
  );
}

function checkNode(node: YamlNode | undefined, around: Range): void {
  if (node === undefined) return;
  inside(node, around);
  if (node.type === 'mapping') {
    for (const { key, value } of node.entries) {
      inside(key, node);
      checkNode(value, node);
    }
  } else if (node.type === 'sequence') {
    for (const item of node.items) checkNode(item, node);
  }
}

function checkDocument(document: YamlDocument, around: Range): void {
  inside(document, around);
  checkNode(document.root, document);
  let last = document.start;
  for (const problem of document.problems) {
    inside(problem, document);
    assert.ok(problem.start >= last, 'problems come in the order of the text');
    last = problem.start;
    assert.match(problem.code, /^[a-z]+(-[a-z]+)*$/);
    assert.notEqual(problem.message, '');
  }
}

test('a document: nodes within their parents, problems within the document', () => {
  fc.assert(
    fc.property(anyRange, ([text, start, end]) => checkDocument(readYaml(text, start, end), { start, end })),
    { numRuns: 3000, examples: [[['&a }:', 0, 5]]] },
  );
});

test('records: each within its piece, and the pieces side by side', () => {
  fc.assert(
    fc.property(anyRange, ([text, start, end]) => {
      let last = start;
      for (const record of readRecords(text, start, end)) {
        assert.ok(record.start >= last);
        checkDocument(record, { start, end });
        last = record.end;
      }
    }),
    { numRuns: 3000 },
  );
});

test('a text without a fault has no problem', () => {
  fc.assert(
    fc.property(documentText, text => {
      // Any key may come twice, and "<<" before anything.
      const mayCome = ['duplicate-key', 'repeated-merge', 'merge-value'];
      const faults = readYaml(text).problems.filter(({ code }) => !mayCome.includes(code));
      assert.deepEqual(faults, []);
    }),
    { numRuns: 500 },
  );
});
