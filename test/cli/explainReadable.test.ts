// How a page is shown on a terminal, here without color: standard output is no terminal in a test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { readable } from '../../server/src/cli/readable.ts';
import { type Block, heading, paragraph } from '../../server/src/core/pages/page.ts';
import { command, node } from './tickmark.ts';

const page = (...blocks: readonly Block[]) => ({ title: 'T', blocks });

describe('a page as it is read', () => {
  const cases: readonly (readonly [what: string, block: Block, shown: string])[] = [
    ['a heading', heading('Why'), 'Why'],
    ['a list', { kind: 'list', items: [['one'], ['two']] }, '  • one\n  • two'],
    [
      'a long paragraph',
      paragraph('the quick brown fox jumps over it'),
      'the quick brown fox\njumps over it',
    ],
    [
      'a long item',
      { kind: 'list', items: [['the quick brown fox jumps']] },
      '  • the quick brown\n    fox jumps',
    ],
    [
      'items in items',
      { kind: 'list', items: [['one'], ['the quick brown fox'], ['two']], levels: [0, 1, 0] },
      '  • one\n    • the quick\n      brown fox\n  • two',
    ],
    ['a word longer than the line', paragraph(`a ${'x'.repeat(30)} b`), `a\n${'x'.repeat(30)}\nb`],
    ['code in its sentence', paragraph('Fine: ', { text: 'a b', style: 'code' }, '.'), 'Fine: `a b`.'],
    ['links as their words', paragraph({ text: 'CC6.2', target: { page: 'CC6.2' } }, ', too'), 'CC6.2, too'],
    ['a block of code', { kind: 'code', text: '# no heading\n- no item' }, '    # no heading\n    - no item'],
    [
      'a table, its last column broken',
      {
        kind: 'table',
        caption: ['Who:'],
        head: ['A', 'B'],
        rows: [
          [['one'], ['the quick brown fox']],
          [['x'], ['y']],
        ],
      },
      'Who:\n  A    B\n  one  the quick\n       brown fox\n  x    y',
    ],
    ['what a terminal would obey', paragraph('a\u001b[2Jb'), 'a\ufffd[2Jb'],
  ];
  for (const [what, block, shown] of cases) {
    it(`has ${what}`, () => assert.equal(readable(page(block), 20), `T\n\n${shown}\n`));
  }

  const long = page(paragraph('word '.repeat(100)));

  it('is never broader than a hundred characters', () => {
    const lines = readable(long, 500).split('\n');
    assert.ok(lines.length > 3 && lines.every(line => line.length <= 100));
  });

  it('has tables of as many columns aligned', () => {
    const blocks: Block[] = [
      { kind: 'table', rows: [[['a'], ['b']]] },
      { kind: 'table', rows: [[['long'], ['c']]] },
      { kind: 'table', rows: [[['d'], ['e'], ['f']]] },
    ];
    assert.equal(readable(page(...blocks), 20), 'T\n\n  a     b\n\n  long  c\n\n  d  e  f\n');
  });

  it('has its lines whole where they are not to be broken', () => {
    assert.equal(readable(long, Number.POSITIVE_INFINITY).split('\n').length, 4);
  });
});

const canScript = spawnSync('script', ['--version']).status === 0;

describe('a page on a terminal', { skip: canScript ? false : 'script (util-linux) is not there' }, () => {
  function onTerminal(environment: Readonly<Record<string, string>>): string {
    const words = [node, command, 'explain', 'CC6.1'].map(word => `'${word}'`).join(' ');
    const { stdout } = spawnSync('script', ['-qec', `stty cols 60; ${words}`, '/dev/null'], {
      cwd: tmpdir(),
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });
    return stdout;
  }

  it('is not Markdown, and as broad as the terminal', () => {
    const stdout = onTerminal({ NO_COLOR: '' });
    assert.ok(stdout.startsWith('\u001b[1mCC6.1 Logical access protection\u001b[22m'));
    assert.match(stdout, /^ {2}• /m);
    assert.doesNotMatch(stdout, /^#/m);
    const widths = stdout.split(/\r?\n/).map(line => stripVTControlCharacters(line).length);
    assert.ok(Math.max(...widths) <= 60 && Math.max(...widths) > 50, String(Math.max(...widths)));
  });

  it('has no color where none is wanted', () => {
    const stdout = onTerminal({ NO_COLOR: '1' });
    assert.ok(stdout.startsWith('CC6.1 Logical access protection'));
    assert.ok(!stdout.includes('\u001b'));
  });
});
