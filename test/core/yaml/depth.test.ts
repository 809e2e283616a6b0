// The YAML library recurses with each level of nesting, and what exhausts the stack there may end the process. So what is
// nested too deep never comes so far: its levels are counted while it is cut into words, and it is reported.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCatalog } from '../../../server/src/core/catalog/readers/readCatalog.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { Anchors } from '../../../server/src/core/yaml/anchors.ts';
import { readLibrary } from '../../../server/src/core/yaml/library.ts';
import type { YamlNode } from '../../../server/src/core/yaml/node.ts';
import { readYaml } from '../../../server/src/core/yaml/read.ts';

const deepest = 100;

/** What opens a level on the line where it stands; some of it is wrong, and all of it is nesting to the library. */
const openers = [
  '[',
  '{',
  '[ [',
  '{a: ',
  '{? ',
  '[a: ',
  '- ',
  '? ',
  ': ',
  'a: ',
  '"a": ',
  '[]: ',
  '- a: ',
  '? - ',
];
/** What may stand between two levels and opens none. */
const between = [
  '',
  ' ',
  '\t',
  '&a ',
  '!t ',
  '&a !t ',
  '!<x> ',
  ', ',
  '#c\n',
  ' # c\n',
  '\n',
  '\r\n',
  '"]" ',
  "'}'",
];

const nestedOnALine = fc
  .array(fc.tuple(fc.constantFrom(...openers), fc.constantFrom(...between)), { minLength: 1, maxLength: 4 })
  .chain(parts =>
    fc.integer({ min: 1, max: 400 }).map(times =>
      parts
        .map(([open, after]) => open + after)
        .join('')
        .repeat(times),
    ),
  );
const nestedByIndent = fc
  .tuple(
    fc.constantFrom('a:\n', '-\n', '?\n', '- a:\n', 'a: &x\n', 'a: # c\n', 'a: !t\n', '? - &a\n'),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([line, step]) =>
    fc
      .integer({ min: 1, max: 250 })
      .map(levels => Array.from({ length: levels }, (_, level) => ' '.repeat(level * step) + line).join('')),
  );
const nested = fc
  .tuple(fc.constantFrom('', 'a: b\n', '# c\n'), fc.oneof(nestedOnALine, nestedByIndent))
  .chain(([before, inner]) =>
    fc
      .constantFrom('', 'a', '\n- a', '\na: b', '\n? a', ']'.repeat(300), '}'.repeat(300))
      .map(after => before + inner + after),
  );

test('whatever is nested, the tree has no more than a hundred levels, or the depth is reported', () => {
  fc.assert(
    fc.property(nested, text => {
      const { root, problems } = readLibrary(text, 0, text.length, new Anchors());
      assert.ok(depth(root) <= deepest);
      assert.ok(problems.every(({ code, start, end }) => code !== 'unreadable' && start <= end));
    }),
    { numRuns: 500 },
  );
});

/** Texts of so many levels, each of one construct. */
const constructs: Record<string, (levels: number) => string> = {
  'lists in brackets': levels => '['.repeat(levels),
  'lists in brackets that end': levels => `&a ${'['.repeat(levels)}${']'.repeat(levels)}`,
  'mappings in braces': levels => '{a: '.repeat(levels),
  'keys in braces': levels => '{? '.repeat(levels),
  'pairs in brackets': levels => '[a: '.repeat(levels),
  'lists on a line': levels => '- '.repeat(levels),
  'lists on a line, and what goes back to the first': levels => `${'- '.repeat(levels)}&a\n- b`,
  'keys on a line': levels => '? '.repeat(levels),
  'values on a line': levels => ': '.repeat(levels),
  'mappings on a line': levels => 'a: '.repeat(levels),
  'lists by indentation': levels => stairs('-\n', levels),
  'mappings by indentation': levels => `${stairs('a:\n', levels)}${' '.repeat(levels)}&a b`,
  'mappings by indentation, and what goes back to the first': levels =>
    `${stairs('a: # b\n', levels)}a: &a b`,
  'levels with tags': levels => '[!t '.repeat(levels),
  'levels with anchors': levels => '[&a '.repeat(levels),
  'levels with comments': levels => '[ # c\n'.repeat(levels),
  'levels with quoted brackets': levels => "[ ']', ".repeat(levels),
};
for (const [name, text] of Object.entries(constructs)) {
  test(`no node is made of ${name} without end, and the place is reported`, () => {
    for (const levels of [deepest + 10, 20_000]) {
      const source = name.includes('indentation') ? text(Math.min(levels, 1000)) : text(levels);
      const { root, problems } = readLibrary(source, 0, source.length, new Anchors());
      assert.equal(root, undefined);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['too-deep'],
      );
    }
  });
  test(`${name} are read up to a depth that nobody has`, () => {
    const source = text(Math.floor(deepest / 2));
    const { root, problems } = readLibrary(source, 0, source.length, new Anchors());
    assert.notEqual(root, undefined);
    assert.ok(problems.every(({ code }) => code !== 'too-deep'));
  });
}

const deep = '['.repeat(20_000);
for (const [where, path, text] of [
  ['front matter', 'policies/a.md', `---\nid: A\nsatisfies: ${deep}\n---\n`],
  ['a record', 'controls/a.yaml', `id: A\nsatisfies: ${deep}`],
  ['one of several records', 'controls/a.yaml', `- id: A\n- id: B\n  satisfies: ${deep}\n- id: C\n`],
  ['a broken record', 'controls/a.yaml', `id: A\nown\nsatisfies: ${deep}\ntitle: b\n`],
  ['a manifest', 'tickmark.yaml', `organization: A\nscope: ${deep}`],
] as const) {
  test(`${where} that is nested too deep is reported, whoever reads it`, () => {
    const role = roleOf(path, 'native', false);
    assert.ok(role);
    const codes = readDocument(text, role, tsc).yaml.flatMap(({ problems }) =>
      problems.map(({ code }) => code),
    );
    assert.ok(codes.includes('too-deep'), String(codes));
  });
}

test('a catalog that is nested too deep is reported', () => {
  const codes = readCatalog(`{"catalog": {"groups": ${deep}`).problems.map(({ code }) => code);
  assert.ok(codes.includes('too-deep'));
});

test('any number of problems is read', () => {
  const { problems } = readYaml(`a: b\nc: ${']'.repeat(150_000)}\n`);
  assert.ok(problems.length >= 150_000);
});

test('a key of any number of lines is read', () => {
  const { problems } = readYaml(`${'a\n'.repeat(150_000)}b: c`);
  assert.ok(problems.every(({ code }) => code === 'missing-colon' || code === 'duplicate-key'));
});

function stairs(line: string, levels: number): string {
  return Array.from({ length: levels }, (_, level) => ' '.repeat(level) + line).join('');
}

/** How many collections are open around the innermost node, without recursion. */
function depth(root: YamlNode | undefined): number {
  let deepestSeen = 0;
  const left: [YamlNode | undefined, number][] = [[root, 1]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [node, level] = next;
    if (node?.type !== 'mapping' && node?.type !== 'sequence') continue;
    deepestSeen = Math.max(deepestSeen, level);
    const inner = node.type === 'mapping' ? node.entries.map(({ value }) => value) : node.items;
    for (const one of inner) left.push([one, level + 1]);
  }
  return deepestSeen;
}
