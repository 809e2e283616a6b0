import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, it } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { command, node, tickmark, tickmarkWith } from './tickmark.ts';

const programme = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  === controls/sso.md
  ---
  id: AC-01
  satisfies: [CC6.1, CC9.9]
  ---
  `;

const hashOf = (text: string) => hash('sha256', text, 'hex');

describe('the cache of the command', () => {
  it('changes nothing of what is found, cold, warm, by time and by content', t => {
    const [folder, cache] = [folderOf(t, programme), emptyFolder(t)];
    const runs = [['--no-cache'], [], [], ['--cache-strategy', 'content'], ['--no-cache']].map(
      options => tickmark(folder, 'check', '--cache', cache, ...options).stdout,
    );
    assert.match(runs[0] ?? '', /CC9\.9/);
    for (const run of runs) assert.equal(run, runs[0]);
    assert.deepEqual(readdirSync(cache).map(extname).sort(), ['.answer', '.facts']);
  });

  it('lies in the folder of this user for such things, unless it is not wanted', t => {
    const [folder, home] = [folderOf(t, programme), emptyFolder(t)];
    const options = { cwd: folder, env: { XDG_CACHE_HOME: home } };
    tickmarkWith(options, 'check', '--no-cache');
    assert.deepEqual(readdirSync(home), []);
    tickmarkWith(options, 'check');
    assert.deepEqual(readdirSync(join(home, 'tickmark')).filter(name => name.endsWith('.facts')).length, 1);
  });

  it('follows every change, however small and quick', t => {
    const [folder, cache] = [folderOf(t, programme), emptyFolder(t)];
    for (const id of ['CC9.8', 'CC9.7', 'CC9.2', 'CC9.9']) {
      write(folder, 'controls/sso.md', `---\nid: AC-01\nsatisfies: [CC6.1, ${id}]\n---\n`);
      const { stdout } = tickmark(folder, 'check', '--cache', cache);
      assert.equal(stdout.includes(`criteria/unknown`), id !== 'CC9.2');
      assert.equal(stdout.includes(id), id !== 'CC9.2');
    }
  });

  it('answers anew where another file counts, another day, another scope or another question', t => {
    const [folder, cache] = [folderOf(t, programme), emptyFolder(t)];
    write(folder, 'tickmark.yaml', 'report: {id: icfr, kind: soc1}\ncatalogues: [objectives.yaml]\n');
    const asked = (...args: string[]) => tickmark(folder, 'check', '--cache', cache, ...args);
    const nothing = () => undefined;
    const put = (path: string, text: string) => () => write(folder, path, text);
    const changes: readonly (readonly [change: () => void, args: readonly string[]])[] = [
      [nothing, []],
      [nothing, ['--format', 'json']],
      [nothing, ['--fail-on', 'error']],
      [nothing, ['--today', '2031-01-01']],
      [nothing, ['controls']],
      [put('objectives.yaml', 'name: ICFR\ncriteria: [{id: CO-1, title: One}]\n'), []],
      [put('policies/travel.md', '---\nid: [Company]\n---\nTBD\n'), []],
      [put('.gitignore', 'policies\n'), []],
      [
        put(
          'evidence/q1.yaml',
          `{id: EV-1, source: files/a.csv}\n---\n{id: EV-2, source: b.csv, sha256: ${hashOf('b')}}\n`,
        ),
        [],
      ],
      [put('evidence/files/c.csv', 'c'), []],
      [put('evidence/files/a.csv', 'a'), []],
      [() => rmSync(join(folder, 'evidence/files/a.csv')), []],
      [put('evidence/b.csv', 'a'), []],
      [put('evidence/b.csv', 'b'), []],
      [put('evidence/b.csv', 'c'), ['--cache-strategy', 'content']],
    ];
    for (const [change, args] of changes) {
      change();
      const alone = tickmark(folder, 'check', '--no-cache', ...args);
      for (const run of [asked(...args), asked(...args)]) assert.deepEqual(run, alone);
    }
  });

  it('may be shared by two runs at a time', async t => {
    const [folder, cache] = [emptyFolder(t), emptyFolder(t)];
    for (const { path, text } of generate({ documents: 100, seed: 3 })) write(folder, path, text);
    const run = () =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(node, [command, 'check', '--cache', cache, '--format', 'json'], { cwd: folder });
        let output = '';
        child.stdout.on('data', part => (output += part));
        child.on('error', reject);
        child.on('close', () => resolve(output));
      });
    const outputs = await Promise.all([run(), run(), run()]);
    const alone = tickmark(folder, 'check', '--no-cache', '--format', 'json').stdout;
    for (const output of [...outputs, await run()]) assert.equal(output, alone);
    assert.deepEqual(readdirSync(cache).map(extname).sort(), ['.answer', '.facts']);
  });

  it('says which strategies there are', t => {
    const { code, stderr } = tickmark(folderOf(t, programme), 'check', '--cache-strategy', 'mtime');
    assert.equal(code, 2);
    assert.match(stderr, /--cache-strategy mtime: use metadata or content/);
  });
});
