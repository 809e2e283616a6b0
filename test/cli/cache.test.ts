import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { generate } from '../../bench/generate.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import { emptyFolder, folderOf, write } from '../workspace/folder.ts';
import { tickmarkWith as tickmarkHere } from './inOneProcess.ts';
import { command, node, tickmarkWith } from './tickmark.ts';

const program = `
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

/** A user: the command is run with a folder for caches of their own. */
function someone(t: TestContext) {
  const caches = emptyFolder(t);
  // At home in the folder that holds both: what lies elsewhere beside the documents may have come with them.
  const env = { XDG_CACHE_HOME: caches, HOME: dirname(caches), USERPROFILE: dirname(caches) };
  const tickmark = (folder: string, ...args: readonly string[]) =>
    tickmarkWith({ cwd: folder, env }, ...args);
  const tickmarkAgain = (folder: string, ...args: readonly string[]) => tickmarkHere(env, folder, ...args);
  return { caches, env, tickmark, tickmarkAgain };
}

/** The endings of what is kept in a folder that was named. */
function kept(named: string): string[] {
  const own = readdirSync(join(named, 'tickmark-cache'));
  return own
    .map(name => extname(name))
    .filter(ending => ending === '.facts' || ending === '.answer')
    .sort();
}

describe('the cache of the command', () => {
  it('changes nothing of what is found, cold, warm, by time and by content', t => {
    const [folder, cache] = [folderOf(t, program), emptyFolder(t)];
    const { tickmark } = someone(t);
    const runs = [['--no-cache'], [], [], ['--cache-strategy', 'content'], ['--no-cache']].map(
      options => tickmark(folder, 'check', '--cache', cache, ...options).stdout,
    );
    assert.match(runs[0] ?? '', /CC9\.9/);
    for (const run of runs) assert.equal(run, runs[0]);
    assert.deepEqual(kept(cache), ['.answer', '.facts']);
  });

  it('lies in the folder of this user for such things, unless it is not wanted', t => {
    const folder = folderOf(t, program);
    const { caches, tickmark } = someone(t);
    tickmark(folder, 'check', '--no-cache');
    assert.deepEqual(readdirSync(caches), []);
    tickmark(folder, 'check');
    assert.deepEqual(kept(caches), ['.answer', '.facts']);
  });

  it('follows every change, however small and quick', t => {
    const [folder, cache] = [folderOf(t, program), emptyFolder(t)];
    const { tickmark } = someone(t);
    for (const id of ['CC9.8', 'CC9.7', 'CC9.2', 'CC9.9']) {
      write(
        folder,
        'controls/sso.md',
        `---\nid: AC-01\nstatus: implemented\nsatisfies: [CC6.1, ${id}]\n---\n`,
      );
      const { stdout } = tickmark(folder, 'check', '--cache', cache);
      assert.equal(stdout.includes(`criteria/unknown`), id !== 'CC9.2');
      assert.equal(stdout.includes(id), id !== 'CC9.2');
    }
  });

  it('answers anew where another file counts, another day, another scope or another question', async t => {
    const [folder, cache] = [folderOf(t, program), emptyFolder(t)];
    const { tickmarkAgain: tickmark } = someone(t);
    write(folder, 'tickmark.yaml', 'report: {id: icfr, kind: soc1}\ncatalogs: [objectives.yaml]\n');
    const asked = (...args: string[]) => tickmark(folder, 'check', '--cache', cache, ...args);
    const nothing = () => undefined;
    const put = (path: string, text: string) => () => write(folder, path, text);
    const changes: readonly (readonly [change: () => void, args: readonly string[]])[] = [
      [nothing, []],
      [nothing, ['--format', 'json']],
      [nothing, ['--fail-on', 'error']],
      [nothing, ['--as-of', '2031-01-01']],
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
      const alone = await tickmark(folder, 'check', '--no-cache', ...args);
      for (let time = 0; time < 2; time++) assert.deepEqual(await asked(...args), alone);
    }
  });

  it('may be shared by two runs at a time', async t => {
    const [folder, cache] = [emptyFolder(t), emptyFolder(t)];
    const { env, tickmark } = someone(t);
    for (const { path, text } of generate({ documents: 100, seed: 3 })) write(folder, path, text);
    const run = () =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(node, [command, 'check', '--cache', cache, '--format', 'json'], {
          cwd: folder,
          env: { ...process.env, ...env },
        });
        let output = '';
        child.stdout.on('data', part => (output += part));
        child.on('error', reject);
        child.on('close', () => resolve(output));
      });
    const outputs = await Promise.all([run(), run(), run()]);
    const alone = tickmark(folder, 'check', '--no-cache', '--format', 'json').stdout;
    for (const output of [...outputs, await run()]) assert.equal(output, alone);
    assert.deepEqual(kept(cache), ['.answer', '.facts']);
  });

  it('leaves everything else in a folder that is named as it is, and says where it cannot have its own', t => {
    const folder = folderOf(t, program);
    const { tickmark } = someone(t);
    for (const path of ['code-of-conduct.md', 'my.facts', 'code-1.0.0/notes.md']) {
      write(folder, `kept/${path}`, path);
      utimesSync(join(folder, 'kept', path), new Date('2020-01-01'), new Date('2020-01-01'));
    }
    tickmark(folder, 'check', '--cache', 'kept');
    assert.deepEqual(readdirSync(join(folder, 'kept')).sort(), [
      'code-1.0.0',
      'code-of-conduct.md',
      'my.facts',
      'tickmark-cache',
    ]);
    write(folder, 'other/tickmark-cache/notes.md', 'mine');
    const { code, stdout, stderr } = tickmark(folder, 'check', '--cache', 'other');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /^tickmark: --cache other: Tickmark did not create other.tickmark-cache, so it does not use it\./,
    );
  });

  it('believes nothing that another user sealed, as a repository may bring it along', t => {
    const folder = folderOf(t, program);
    const [author, reader] = [someone(t), someone(t)];
    const answers = () => {
      const own = join(folder, '.cache', 'tickmark-cache');
      const names = readdirSync(own).filter(name => name.endsWith('.answer'));
      return names.map(name => readFileSync(join(own, name), 'latin1'));
    };
    const run = (who: typeof author) => who.tickmark(folder, 'check', '--cache', '.cache').stdout;
    const alone = author.tickmark(folder, 'check', '--no-cache').stdout;
    assert.equal(run(author), alone);
    const prepared = answers();
    assert.equal(prepared.length, 1);
    // The author is answered from it again, the reader is not: an answer of the reader's own takes its place.
    assert.equal(run(author), alone);
    assert.deepEqual(answers(), prepared);
    assert.equal(run(reader), alone);
    assert.notDeepEqual(answers(), prepared);
  });

  it('takes no key from the checkout, so a whole folder for caches in it is not believed either', t => {
    const folder = folderOf(t, program);
    const caches = join(folder, '.cache');
    const run = (...args: string[]) =>
      tickmarkWith({ cwd: folder, env: { XDG_CACHE_HOME: caches } }, 'check', ...args);
    const elsewhere = someone(t);
    elsewhere.tickmark(folder, 'check');
    mkdirSync(caches);
    cpSync(join(elsewhere.caches, 'tickmark-cache'), join(caches, 'tickmark-cache'), { recursive: true });
    const before = readdirSync(join(caches, 'tickmark-cache')).sort();
    write(folder, 'controls/sso.md', '---\nid: AC-01\nsatisfies: [CC9.8]\n---\n');
    assert.deepEqual(run(), run('--no-cache'));
    // Nothing is kept there either.
    assert.deepEqual(readdirSync(join(caches, 'tickmark-cache')).sort(), before);
  });

  it('takes no key from a folder around either, be it another repository or none', t => {
    const outer = emptyFolder(t);
    for (const [at, isRepository] of [
      ['repository/module', true],
      ['archive/inner', false],
    ] as const) {
      const folder = join(outer, at);
      write(outer, `${at.split('/')[0]}/README.md`, '');
      for (const { path, text } of readExample(program)) write(folder, path, text);
      if (isRepository) for (const root of [folder, join(folder, '..')]) mkdirSync(join(root, '.git'));
      const env = { XDG_CACHE_HOME: join(folder, '..', '.cache') };
      tickmarkWith({ cwd: folder, env }, 'check');
      assert.ok(!existsSync(env.XDG_CACHE_HOME), 'nothing is made there');
    }
  });

  it('says which strategies there are', t => {
    const { code, stderr } = someone(t).tickmark(folderOf(t, program), 'check', '--cache-strategy', 'mtime');
    assert.equal(code, 2);
    assert.match(stderr, /--cache-strategy mtime: use metadata or content/);
  });
});
