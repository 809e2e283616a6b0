// How a page is shown on a terminal, here without colour: standard output is no terminal in a test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { readable } from '../../server/src/cli/readable.ts';
import { command, node } from './tickmark.ts';

describe('Markdown as it is read', () => {
  const cases: readonly (readonly [what: string, markdown: string, shown: string])[] = [
    ['a heading', '# CC6.1 Access\n\n## Why', 'CC6.1 Access\n\nWhy'],
    ['a list', '- one\n  - two\n- three', '  • one\n    • two\n  • three'],
    ['a long paragraph', 'the quick brown fox jumps over it', 'the quick brown fox\njumps over it'],
    ['a long item', '- the quick brown fox jumps', '  • the quick brown\n    fox jumps'],
    ['a word longer than the line', `a ${'x'.repeat(30)} b`, `a\n${'x'.repeat(30)}\nb`],
    ['emphasis and code', '**Fine:** `a b` is 2 * 3', 'Fine: a b is 2 * 3'],
    ['a block of code', '```\n# no heading\n- no item\n```\nend', '    # no heading\n    - no item\nend'],
    ['a block in longer fences', '````\n```\n````\nend', '    ```\nend'],
    ['what a terminal would obey', 'a\u001b[2Jb', 'a\ufffd[2Jb'],
    ['nothing', '', ''],
  ];
  for (const [what, markdown, shown] of cases) {
    it(`has ${what}`, () => assert.equal(readable(markdown, 20), shown));
  }

  it('is never broader than a hundred characters', () => {
    const lines = readable('word '.repeat(100), 500).split('\n');
    assert.ok(lines.length > 1 && lines.every(line => line.length <= 100));
  });
});

const canScript = spawnSync('script', ['--version']).status === 0;

describe('a page on a terminal', { skip: canScript ? false : 'script (util-linux) is not there' }, () => {
  it('is not Markdown', () => {
    const words = [node, command, 'explain', 'CC6.1'].map(word => `'${word}'`).join(' ');
    const { stdout } = spawnSync('script', ['-qec', words, '/dev/null'], {
      cwd: tmpdir(),
      env: { ...process.env, NO_COLOR: '' },
      encoding: 'utf8',
    });
    assert.ok(stdout.startsWith('\u001b[1mCC6.1 Logical access protection\u001b[22m'));
    assert.match(stdout, /^ {2}• /m);
    assert.doesNotMatch(stdout, /^#/m);
  });
});
