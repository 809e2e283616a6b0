import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import type { Silencing } from '../../../server/src/core/formats/silencings.ts';

function silencingsOf(path: string, text: string): readonly Silencing[] {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  return readDocument(text, role, tsc).silencings;
}

/** What each comment silences: `rules: reason @ the words silenced`. */
function read(path: string, ...lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return silencingsOf(path, text).map(
    ({ rules, reason, from, to }) =>
      `${rules.map(({ start, end }) => text.slice(start, end)).join(' ')}: ${reason} @ ${text.slice(from, to)}`,
  );
}

const policy = (...lines: readonly string[]) => read('policies/a.md', ...lines);
const controls = (...lines: readonly string[]) => read('controls/a.yaml', ...lines);

describe('a comment that silences', () => {
  it('is for its own line, beside other words', () => {
    assert.deepEqual(policy('One.', 'Two. <!-- tickmark-ignore a/b: Because. -->', 'Three.'), [
      'a/b: Because. @ Two. <!-- tickmark-ignore a/b: Because. -->',
    ]);
    assert.deepEqual(
      policy('| a | b |', '| - | - |', '| x | y <!-- tickmark-ignore a/b: c --> |')[0]?.slice(0, 14),
      'a/b: c @ | x |',
    );
    assert.deepEqual(controls('- id: A # tickmark-ignore a/b: c', '- id: B'), [
      'a/b: c @ - id: A # tickmark-ignore a/b: c',
    ]);
  });

  it('is for the next line that says something, alone on its own', () => {
    assert.deepEqual(policy('<!-- tickmark-ignore a/b: c -->', '', ' ', 'One.', 'Two.'), ['a/b: c @ One.']);
    assert.deepEqual(policy('> <!-- tickmark-ignore a/b: c -->', '> One.'), ['a/b: c @ > One.']);
    assert.deepEqual(policy('<!-- tickmark-ignore a/b:', 'long -->', 'One.'), ['a/b: long @ One.']);
    assert.deepEqual(controls('- id: A', '  # tickmark-ignore a/b: c', '  owner: B'), [
      'a/b: c @   owner: B',
    ]);
    assert.deepEqual(policy('---', 'id: a', '# tickmark-ignore a/b: c', 'owner: B', '---'), [
      'a/b: c @ owner: B',
    ]);
    assert.deepEqual(controls('# tickmark-ignore a/b: c', '- id: A'), ['a/b: c @ - id: A']);
    assert.deepEqual(policy('One.', '', '<!-- tickmark-ignore a/b: c -->'), ['a/b: c @ ']);
  });

  it('is for the same line as the comments below it', () => {
    assert.deepEqual(
      policy('<!-- tickmark-ignore a/b: c -->', '<!-- tickmark-ignore d/e: f -->', '', 'One.'),
      ['a/b: c @ One.', 'd/e: f @ One.'],
    );
  });

  it('is for the whole file where it says so', () => {
    const text = '# tickmark-ignore-file a/b, c/d: e';
    assert.deepEqual(controls('id: A', text), [`a/b c/d: e @ id: A\n${text}`]);
  });

  it('may lack a rule, a reason, or be of another word', () => {
    assert.deepEqual(policy('One. <!-- tickmark-ignore -->'), [':  @ One. <!-- tickmark-ignore -->']);
    assert.deepEqual(policy('One. <!-- tickmark-ignore a/b: -->')[0]?.slice(0, 6), 'a/b:  ');
    assert.deepEqual(
      silencingsOf('policies/a.md', '<!--tickmark-ignore-line a/b: c-->').map(({ word }) => word),
      ['tickmark-ignore-line'],
    );
  });

  it('has line ends of any kind', () => {
    assert.deepEqual(read('policies/a.md', '<!-- tickmark-ignore a/b: c -->\r\n\r\nOne.\r\nTwo.'), [
      'a/b: c @ One.',
    ]);
    assert.deepEqual(read('controls/a.yaml', '# tickmark-ignore a/b: c\r\nid: A\r\n'), ['a/b: c @ id: A']);
  });

  it('is none in code, in a value, in an open comment, or in mere words', () => {
    assert.deepEqual(policy('`<!-- tickmark-ignore a/b: c -->`'), []);
    assert.deepEqual(policy('```', '<!-- tickmark-ignore a/b: c -->', '```'), []);
    assert.deepEqual(policy('# tickmark-ignore a/b: c'), []);
    assert.deepEqual(policy('<!-- tickmark-ignore a/b: c'), []);
    assert.deepEqual(policy('<!-- Write tickmark-ignore a/b: c -->'), []);
    assert.deepEqual(controls('id: "A # tickmark-ignore a/b: c"'), []);
    assert.deepEqual(controls('statement: |', '  # tickmark-ignore a/b: c'), []);
    assert.deepEqual(controls('id: A# tickmark-ignore a/b: c'), []);
  });

  it('lies in its document, whatever that is', () => {
    const part = fc.constantFrom(
      '<!-- tickmark-ignore',
      '# tickmark-ignore',
      '-file',
      ' a/b',
      ',',
      ': why',
      ' -->',
      '\n',
      '\r\n',
      '\r',
      '> ',
      '---\n',
      'x',
      '"',
      '|\n',
      'k: ',
      '- ',
      '`',
    );
    fc.assert(
      fc.property(fc.constantFrom('policies/a.md', 'controls/a.yaml'), fc.array(part), (path, parts) => {
        const text = parts.join('');
        let before = 0;
        for (const { start, end, from, to, rules } of silencingsOf(path, text)) {
          assert.ok(before <= start && start < end && end <= text.length);
          assert.ok(0 <= from && from <= to && to <= text.length);
          assert.ok(rules.every(rule => start < rule.start && rule.end <= end));
          before = end;
        }
      }),
    );
  });

  it('holds no other, but a value that only looks like one hides none', () => {
    assert.equal(silencingsOf('policies/a.md', `${'<!-- tickmark-ignore '.repeat(9)}-->`).length, 1);
    assert.equal(silencingsOf('controls/a.yaml', '# tickmark-ignore '.repeat(9)).length, 1);
    const beside = 'a: "# tickmark-ignore x/y: z" # tickmark-ignore a/b: c\n';
    assert.deepEqual(
      silencingsOf('controls/a.yaml', beside).map(({ rules }) => rules.map(({ name }) => name)),
      [['a/b']],
    );
  });

  it('is read in time that grows with the text, however many there are', () => {
    const many = '<!-- tickmark-ignore a/b: c -->\n'.repeat(20_000);
    assert.equal(silencingsOf('policies/a.md', many).length, 20_000);
  });
});
