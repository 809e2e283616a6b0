import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { tickmark, tickmarkJson, tickmarkWith } from './tickmark.ts';

const control = (id: string, ...cited: readonly string[]) =>
  `---\nid: ${id}\nsatisfies: [${cited.join(', ')}]\n---\n`;

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** A repository with two programmes that has been committed. */
function repository(t: Parameters<typeof emptyFolder>[0]): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  write(
    folder,
    'docs/tickmark.yaml',
    'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\nscope: {exclude: [CC1-CC5, CC6.3-CC9.2]}\nrules: {preset: start, coverage/missing: warning, scope/exclusion-common: off}\n',
  );
  write(folder, 'docs/controls/a.md', control('A', 'CC6.1', 'CC6.2', 'CC9.9'));
  write(folder, 'docs/controls/ä b.md', control('B', 'CC9.8'));
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'First');
  return folder;
}

function found(folder: string, ...args: readonly string[]): string[] {
  return tickmarkJson(folder, 'check', ...args).findings.map(
    ({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`,
  );
}

describe('check --since', () => {
  it('knows which files that evidence names were there, and what was in them', t => {
    const folder = repository(t);
    const sha256 = hash('sha256', 'a\n', 'hex');
    write(
      folder,
      'docs/evidence/e.yaml',
      `{id: E-1, controls: [A], performed: 2026-03-01, source: files/a.csv, sha256: ${sha256}}\n`,
    );
    write(folder, 'docs/evidence/files/a.csv', 'b\n');
    write(folder, 'docs/evidence/files/b.csv', 'b\n');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'Second');
    const news = (since: string) => found(folder, '--since', since).filter(line => line.includes('e.yaml'));
    assert.deepEqual(news('HEAD'), []);
    assert.deepEqual(news('HEAD~1'), ['docs/evidence/e.yaml evidence/hash-differs']);
    rmSync(join(folder, 'docs/evidence/files/a.csv'));
    assert.deepEqual(news('HEAD'), ['docs/evidence/e.yaml evidence/missing-source']);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'Third');
    assert.deepEqual(news('HEAD'), []);
    write(folder, 'docs/evidence/files/a.csv', 'c\n');
    assert.deepEqual(news('HEAD'), ['docs/evidence/e.yaml evidence/hash-differs']);
  });

  it('reports only what has come since, of the whole programme too', t => {
    const folder = repository(t);
    assert.equal(found(folder).length, 2);
    assert.deepEqual(found(folder, '--since', 'HEAD'), []);
    write(
      folder,
      'docs/controls/a.md',
      `# moved\n${control('A', 'CC6.1', 'CC9.9', 'CC9.7')}`.replace('# moved\n', ''),
    );
    write(folder, 'docs/controls/new.md', control('N', 'CC9.6'));
    assert.deepEqual(found(folder, '--since', 'HEAD'), [
      'docs/controls/a.md criteria/unknown',
      'docs/controls/new.md criteria/unknown',
      'docs/tickmark.yaml coverage/missing',
    ]);
    const { code, stdout } = tickmark(folder, 'check', '--since', 'main');
    assert.equal(code, 1);
    assert.match(stdout, /: 2 errors, 1 warning; 2 known\n$/);
  });

  it('compares the same from a folder below, and of a part', t => {
    const folder = repository(t);
    write(folder, 'docs/controls/a.md', control('A', 'CC6.1', 'CC6.2', 'CC9.9', 'CC9.7'));
    assert.deepEqual(found(join(folder, 'docs/controls'), 'a.md', '--since', 'HEAD'), [
      'a.md criteria/unknown',
    ]);
    assert.deepEqual(found(join(folder, 'docs'), 'controls/ä b.md', '--since', 'HEAD'), []);
  });

  it('knows what was found in a document where that has been moved, and finds what the move brings', t => {
    const folder = repository(t);
    mkdirSync(join(folder, 'docs/controls/access'));
    renameSync(join(folder, 'docs/controls/ä b.md'), join(folder, 'docs/controls/access/b.md'));
    assert.deepEqual(found(folder, '--since', 'HEAD'), []);
    rmSync(join(folder, 'docs/controls/a.md'));
    write(
      folder,
      'docs/controls/access/a.md',
      control('A', 'CC6.1', 'CC6.2', 'CC9.9').replace('---\n', '---\nowner: jo\n'),
    );
    assert.deepEqual(found(folder, '--since', 'HEAD'), []);
    write(
      folder,
      'docs/controls/access/a.md',
      control('A', 'CC6.1', 'CC6.2', 'CC9.9', 'CC9.7').replace('---\n', '---\nowner: jo\n'),
    );
    assert.deepEqual(found(folder, '--since', 'HEAD').length, 2);
  });

  it('finds everything new in a programme that was none', t => {
    const folder = repository(t);
    write(folder, 'other/tickmark.yaml', 'rules: {preset: start}\n');
    write(folder, 'other/controls/a.md', control('A', 'CC9.9'));
    assert.deepEqual(found(folder, '--since', 'HEAD'), ['other/controls/a.md criteria/unknown']);
  });

  it('could not run where there is no such revision, no repository or no git', t => {
    const folder = repository(t);
    const why = (where: string, revision: string) => {
      const { code, stdout, stderr } = tickmark(where, 'check', `--since=${revision}`);
      assert.deepEqual([code, stdout], [2, '']);
      return stderr;
    };
    assert.match(why(folder, 'nowhere'), /there is no revision nowhere here/);
    assert.match(why(folder, '--output=x'), /there is no revision --output=x here/);
    assert.ok(!existsSync(join(folder, 'x')));
    const plain = emptyFolder(t);
    write(plain, 'tickmark.yaml', '');
    assert.match(why(plain, 'HEAD'), /is in no git repository/);
    const { code, stderr } = tickmarkWith(
      { cwd: folder, env: { ...process.env, PATH: join(folder, 'nothing') } },
      'check',
      '--since',
      'HEAD',
    );
    assert.equal(code, 2);
    assert.match(stderr, /git cannot be run/);
  });

  it('runs nothing that the repository names', t => {
    const folder = repository(t);
    const trap = join(folder, 'trap.sh');
    write(folder, 'trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\ncat\n');
    chmodSync(trap, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.trap.textconv',
      'filter.trap.smudge',
      'core.sshCommand',
      'core.askPass',
      'alias.ls-tree',
    ]) {
      git(folder, 'config', key, key.startsWith('alias') ? `!${trap}` : trap);
    }
    write(folder, '.gitattributes', '*.md diff=trap filter=trap\n');
    write(folder, '.git/hooks/post-checkout', '#!/bin/sh\ntouch sprung\n');
    chmodSync(join(folder, '.git/hooks/post-checkout'), 0o755);
    assert.deepEqual(found(folder, '--since', 'HEAD'), []);
    assert.ok(!existsSync(join(folder, 'sprung')));
  });

  it('fetches nothing for a partial clone', t => {
    const folder = repository(t);
    write(folder, 'trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\n');
    chmodSync(join(folder, 'trap.sh'), 0o755);
    const configured = {
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': `ext::${folder}/trap.sh`,
      'protocol.ext.allow': 'always',
    };
    for (const [key, value] of Object.entries(configured)) git(folder, 'config', key, value);
    const { stdout } = spawnSync('git', ['rev-parse', 'HEAD:docs/controls/a.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(join(folder, '.git/objects', stdout.slice(0, 2), stdout.slice(2).trim()));
    const { code, stderr } = tickmark(folder, 'check', '--since', 'HEAD');
    assert.equal(code, 2);
    assert.match(stderr, /--since HEAD: docs\/controls\/a\.md is not in this clone/);
    assert.ok(!existsSync(join(folder, 'sprung')));
  });

  it('reads the repository of the folder, whatever a hook that it is run from has set', t => {
    const folder = repository(t);
    const env = { ...process.env, GIT_DIR: '.git', GIT_WORK_TREE: '.' };
    const { code, stderr } = tickmarkWith({ cwd: join(folder, 'docs'), env }, 'check', '--since', 'HEAD');
    assert.deepEqual([code, stderr], [0, '']);
  });
});
