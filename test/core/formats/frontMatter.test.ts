// Front matter as site generators take it: what is read, and what is said where it is not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { foreignFrontMatter } from '../../../server/src/core/formats/foreignFrontMatter.ts';
import { oddFrontMatter } from '../../../server/src/core/formats/oddFrontMatter.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { fixtureOf } from '../features/editingAt.ts';
import { records } from './recordLines.ts';

const policy = (...lines: readonly string[]): string[] => records('policies/a.md', lines.join('\n'));

const keys = ['id: POL-01', 'satisfies: [CC6.2]'];
const read = ['policy POL-01 counts satisfies CC6.2'];

/** What is odd about a policy's front matter: the line in which it begins, what it is, and its words. */
function odd(...lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const role = roleOf('policies/a.md', 'native', false);
  assert.ok(role);
  const { envelope, markdown } = readDocument(text, role, tsc);
  assert.ok(envelope && markdown);
  const found = oddFrontMatter(text, envelope, markdown);
  return found ? [text.slice(found.start, found.end), found.is, found.words] : [];
}

describe('front matter', () => {
  it('may have blank lines and comments above it', () => {
    assert.deepEqual(
      policy('<!-- SPDX-License-Identifier: CC0-1.0 -->', '', '---', ...keys, '---', 'Text.'),
      read,
    );
    assert.deepEqual(policy('', ' ', '---', ...keys, '---', 'Text.'), read);
    assert.deepEqual(policy('<!--', 'one', '-->', '<!-- two -->', '---', ...keys, '---', 'Text.'), read);
    assert.deepEqual(
      policy('<!-- one -->\r\n\r\n---\r\nid: POL-01\r\nsatisfies: [CC6.2]\r\n---\r\nText.'),
      read,
    );
  });

  it('may end with dots, and have blanks behind its fences', () => {
    assert.deepEqual(policy('---', ...keys, '...', '', 'Text.'), read);
    assert.deepEqual(policy('---\t ', ...keys, '---   ', 'Text.'), read);
    assert.deepEqual(policy('---\r\nid: POL-01\r\nsatisfies: [CC6.2]\r\n...\r\nText.'), read);
    // What comes first ends it.
    assert.deepEqual(policy('---', ...keys, '---', 'One.', '...', 'CC6.1'), [
      'policy POL-01 counts satisfies CC6.2 mentions CC6.1',
    ]);
  });

  it('is read with words behind its first fence, which is said', () => {
    assert.deepEqual(policy('--- # header', ...keys, '---', 'Text.'), read);
    assert.deepEqual(policy('---yaml', ...keys, '---', 'Text.'), read);
    assert.deepEqual(odd('--- # header', ...keys, '---', 'Text.'), ['--- # header', 'words', '# header']);
    assert.deepEqual(odd('---yaml\r', 'id: A\r', '---\r', 'Text.'), ['---yaml', 'words', 'yaml']);
    assert.deepEqual(odd('---', ...keys, '---', 'Text.'), []);
  });

  it('is said to be unread where it is in another language', () => {
    assert.deepEqual(odd('+++', 'id = "POL-01"', '[satisfies]', 'TSC = ["CC6.2"]', '+++', 'Text.'), [
      '+++',
      'language',
      'TOML',
    ]);
    assert.deepEqual(odd('+++\r', 'title = "C++"\r', '+++\r', 'Text.'), ['+++', 'language', 'TOML']);
    assert.deepEqual(odd('', '{', '  "id": "POL-01"', '}', '', 'Text.'), ['{', 'language', 'JSON']);
    assert.deepEqual(odd('{"id": "POL-01"}', '', 'Text.'), ['{"id": "POL-01"}', 'language', 'JSON']);
    assert.deepEqual(odd('---toml', 'id = "POL-01"', '---', 'Text.'), ['---toml', 'language', 'TOML']);
  });

  it('is said to be unread where it does not begin the document', () => {
    assert.deepEqual(odd('# Access', '', '---', ...keys, '---', '', 'Text.'), ['---', 'late', '']);
    assert.deepEqual(odd('  ---', ...keys.map(key => `  ${key}`), '  ---', 'Text.'), ['---', 'late', '']);
    assert.deepEqual(odd('-----', ...keys, '-----', 'Text.'), ['-----', 'late', '']);
  });

  it('is nothing else that looks a little like it', () => {
    const pages = [
      ['---', '', '# Travel', '', 'Book early: do.', '', '---'],
      ['<!-- one -->', '', '---', '', 'Note: this page is old.', '', '---', 'Text.'],
      ['# Travel', '', '---', '', 'Owner: see above.', '', '---', 'Text.'],
      ['# How to write a policy', '', '```yaml', '---', ...keys, '---', '```'],
      ['# Travel', '', 'One', '---', 'Two', '---'],
      ['+++', 'One more thing.', 'Text.'],
      ['{{< note >}}', 'Text.'],
      ['{% include "x" %}', 'Text.'],
      ['<!-- never closed', '---', ...keys, '---'],
      ['--- and so on ---', 'Text.'],
    ];
    for (const lines of pages) {
      assert.deepEqual(odd(...lines), [], lines[0]);
      assert.match(policy(...lines)[0] ?? '', /^policy \(a\) counts/, lines[0]);
    }
  });

  it('leaves the comments above it their say', () => {
    const text = '<!-- tickmark-ignore-file documents/missing-owner: nobody yet -->\n---\nid: A\n---\nText.';
    const role = roleOf('policies/a.md', 'native', false);
    assert.ok(role);
    const { silencings } = readDocument(text, role, tsc);
    assert.deepEqual(
      silencings.map(({ word, reason }) => [word, reason]),
      [['tickmark-ignore-file', 'nobody yet']],
    );
  });
});

describe('front matter in TOML or JSON outside the folders of policies', () => {
  /** Which languages are said to be unread, of pages beside a policy. */
  const unread = (...lines: readonly string[]): readonly string[] => {
    const text = lines.join('\n');
    const found = foreignFrontMatter(text);
    const files = ['=== tickmark.yaml', 'tickmark: 1', '=== policies/a.md', 'A.', '=== passwords.md', text];
    const { engine } = fixtureOf(files.join('\n'));
    const said = [...engine.allFindings()].filter(({ rule }) => rule === 'documents/syntax');
    return found ? said.map(({ path }) => `${found.language} of ${path}`) : [];
  };
  const toml = ['TOML of passwords.md'];

  it('is said to be unread where it cites criteria, or says that the page is a record', () => {
    assert.deepEqual(unread('+++', 'satisfies = ["CC6.1"]', '+++', 'Text.'), toml);
    assert.deepEqual(unread('+++', 'tsc = ["CC6.1", "CC6.2"]', '+++', 'Text.'), toml);
    assert.deepEqual(unread('+++', 'title = "Passwords"', 'policy = true', '+++', 'Text.'), toml);
    assert.deepEqual(unread('+++', "kind = 'policy'", '+++', 'Text.'), toml);
    assert.deepEqual(unread('+++', 'title = "Password policy"', '+++', 'Text.'), toml);
    assert.deepEqual(unread('+++\r\nsatisfies = ["CC6.1"]\r\n+++\r\nText.'), toml);
    assert.deepEqual(unread('{"title": "Passwords", "policy": true}', '', 'Text.'), ['JSON of passwords.md']);
    assert.deepEqual(unread('---toml', 'satisfies = ["CC6.1"]', '---', 'Text.'), toml);
  });

  it('is nothing to speak of on an ordinary page', () => {
    assert.deepEqual(unread('+++', 'title = "Release 1.2"', 'draft = false', '+++', 'Text.'), []);
    assert.deepEqual(unread('+++', 'title = "Password policy"', 'policy = false', '+++', 'Text.'), []);
    assert.deepEqual(unread('+++', 'kind = "document"', 'type = "test"', '+++', 'Text.'), []);
    assert.deepEqual(unread('+++', 'version = "A1.2"', '+++', 'Text.'), []);
    assert.deepEqual(unread('{"kind": "Deployment", "image": "app"}', '', 'Text.'), []);
  });
});
