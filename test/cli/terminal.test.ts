// What goes to a pipe, and what to a terminal.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { folderOf, write } from '../workspace/folder.ts';
import { tickmark as tickmarkAgain } from './inOneProcess.ts';
import { command, node, tickmark } from './tickmark.ts';

const broken = `
  === comply.yml
  name: X
  === policies/a.md
  name: A
  acronym: A
  satisfies: {TSC: [CC9.9]}
  ---
  Text.
  `;

const esc = '\u001b';
const canScript = spawnSync('script', ['--version']).status === 0;

/** Runs the command on a terminal of its own (util-linux's script), and gives all that it wrote there. */
function onTerminal(
  folder: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): string {
  const words = [node, command, ...args].map(word => `'${word}'`).join(' ');
  const options = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  return spawnSync('script', ['-qec', words, '/dev/null'], options).stdout;
}

describe('on a pipe', () => {
  const runs = ['check', 'coverage', 'criteria', 'rules', 'explain CC6.1', 'check --format json'];
  for (const args of runs.map(words => words.split(' '))) {
    it(`${args.join(' ')} has no color, and says nothing beside`, t => {
      const { stdout, stderr } = tickmark(folderOf(t, broken), ...args);
      assert.ok(stdout.length > 0 && !stdout.includes(esc));
      assert.equal(stderr, '');
    });
  }

  it('a reader that stops early is no error, and does not hide what was found', async t => {
    const folder = folderOf(t, broken);
    write(folder, 'policies/many.md', `name: B\nacronym: B\n---\n${'CC9.9 '.repeat(2000)}\n`);
    const child = spawn(node, [command, 'check', '--format', 'json'], { cwd: folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', chunk => (stderr += chunk));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('a document cannot speak to the terminal', t => {
    const folder = folderOf(t, broken);
    write(
      folder,
      'policies/a.md',
      `name: "A${esc}[2J"\nacronym: A\nsatisfies: {TSC: ["${esc}]0;x\u0007CC9.9"]}\n---\n\u009b2J CC9.8\n`,
    );
    for (const args of [['check'], ['coverage'], ['coverage', '--format', 'json']])
      assert.doesNotMatch(tickmark(folder, ...args).stdout, /(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('what was asked cannot speak to the terminal', async t => {
    const folder = folderOf(t, broken);
    const text = `${esc}[2J\u202e\u009bx\ntickmark: all is well`;
    const lines = [
      [text],
      ['check', text],
      ['check', `--${text}`],
      ['check', '--format', text],
      ['check', '--as-of', text],
      ['check', '--report', text],
      ['check', '--since', text],
      ['check', '--baseline', `${text}/x`],
      ['coverage', '--through', text],
      ['criteria', '--scope', text],
      ['criteria', '--report', text],
      ['criteria', text],
      ['explain', text],
    ];
    for (const args of lines) {
      const { stderr, code } = await tickmarkAgain(folder, ...args);
      assert.match(stderr, /^tickmark: (?:(?!\n)[^\p{Cc}\p{Cf}])+\n$/u, args.join(' '));
      assert.equal(code, 2);
    }
  });
});

describe('on a terminal', { skip: canScript ? false : 'script (util-linux) is not there' }, () => {
  it('has color', t => {
    assert.ok(
      onTerminal(folderOf(t, broken), { NO_COLOR: '' }, 'check').includes(`${esc}[31merror${esc}[39m`),
    );
  });

  it('has none for those who want none', t => {
    const shown = onTerminal(folderOf(t, broken), { NO_COLOR: '1' }, 'check');
    assert.match(shown, /: error criteria\/unknown/);
    assert.ok(!shown.includes(esc));
  });
});
