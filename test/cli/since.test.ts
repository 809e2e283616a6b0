import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { git } from '../workspace/repository.ts';
import { command, node, nowhere, tickmark, tickmarkJson, tickmarkWith } from './tickmark.ts';

const control = (id: string, ...cited: readonly string[]) =>
  `---\nid: ${id}\nsatisfies: [${cited.join(', ')}]\n---\n`;

/** A repository with two programs that has been committed. */
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

  it('reports only what has come since, of the whole program too', t => {
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

  it('finds everything new in a program that was none', t => {
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
    assert.match(why(folder, 'nowhere'), /revision nowhere does not exist in this repository/);
    assert.match(why(folder, '--output=x'), /revision --output=x does not exist/);
    assert.ok(!existsSync(join(folder, 'x')));
    const plain = emptyFolder(t);
    write(plain, 'tickmark.yaml', '');
    assert.match(why(plain, 'HEAD'), /is not in a git repository/);
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
    // Git is asked for the history of the file, and what is staged of it.
    const record = `id: E, controls: [A], collected: 2020-01-01, source: files/a.csv, sha256: ${'0'.repeat(64)}`;
    write(folder, 'docs/evidence/e.yaml', `- {${record}}\n`);
    for (const text of ['a\n', 'b\n']) {
      write(folder, 'docs/evidence/files/a.csv', text);
      git(folder, 'add', '.');
      git(folder, 'commit', '--quiet', '-m', 'Evidence');
    }
    const trap = join(folder, 'trap.sh');
    write(folder, 'trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\ncat\n');
    chmodSync(trap, 0o755);
    // Whatever git itself says is a key, and by its name may hold a program.
    const keys = git(folder, 'help', '--config-for-completion').split('\n');
    const programs = keys.filter(key =>
      /^(?!advice|color)[^.]+\..*(?:command|program|pager|editor|helper|external|fsmonitor|proxy|askpass|diffFilter|browser|viewer|tool|hook|hooksPath|cmd)$/i.test(
        key,
      ),
    );
    assert.ok(programs.length > 20, programs.join(' '));
    const ours = ['rev-parse', 'ls-tree', 'cat-file', 'rev-list', 'diff-tree', 'ls-files'];
    const more = [
      ...ours.flatMap(name => [`pager.${name}`, `alias.${name}`]),
      ...['diff.trap.command', 'diff.trap.textconv', 'merge.trap.driver', 'remote.origin.uploadpack'],
      ...['filter.trap.clean', 'filter.trap.smudge', 'filter.trap.process', 'credential.helper'],
    ];
    for (const key of [...programs, ...more]) {
      const [, section, sub, name] = /^([^.]+)(?:\.(.+))?\.([^.]+)$/.exec(key) ?? [];
      const head = sub === undefined ? section : `${section} "${sub}"`;
      const value = section === 'alias' || section === 'credential' ? `!${trap}` : trap;
      appendFileSync(join(folder, '.git/config'), `[${head}]\n\t${name} = ${value}\n`);
    }
    write(folder, '.gitattributes', '*.md diff=trap filter=trap\n*.csv diff=trap filter=trap merge=trap\n');
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
    assert.match(stderr, /--since HEAD: docs\/controls\/a\.md of HEAD is not in this clone/);
    assert.ok(!existsSync(join(folder, 'sprung')));
  });

  it('reads the repository of the folder, whatever is set in the environment', t => {
    const folder = repository(t);
    const other = repository(t);
    const traces = emptyFolder(t);
    const trap = join(folder, 'trap.sh');
    write(folder, 'trap.sh', '#!/bin/sh\ntouch "$(dirname "$0")/sprung"\n');
    chmodSync(trap, 0o755);
    const env: Record<string, string | undefined> = { ...process.env };
    const places = ['DIR', 'WORK_TREE', 'COMMON_DIR', 'INDEX_FILE', 'OBJECT_DIRECTORY', 'QUARANTINE_PATH'];
    const files = ['GRAFT_FILE', 'SHALLOW_FILE', 'EXEC_PATH', 'TEMPLATE_DIR', 'ALTERNATE_OBJECT_DIRECTORIES'];
    for (const name of [...places, ...files, 'ATTR_SOURCE', 'PREFIX']) env[`GIT_${name}`] = `${other}/.git`;
    const programs = ['EXTERNAL_DIFF', 'SSH', 'SSH_COMMAND', 'ASKPASS', 'PAGER', 'EDITOR', 'PROXY_COMMAND'];
    for (const name of programs) env[`GIT_${name}`] = trap;
    const kinds = [
      'TRACE',
      'TRACE_SETUP',
      'TRACE_PERFORMANCE',
      'TRACE_PACK_ACCESS',
      'TRACE2',
      'TRACE2_EVENT',
    ];
    for (const name of kinds) env[`GIT_${name}`] = `${traces}/${name}`;
    Object.assign(env, {
      GIT_NAMESPACE: 'a',
      GIT_REPLACE_REF_BASE: 'refs/heads',
      GIT_DEFAULT_HASH: 'sha256',
      GIT_LITERAL_PATHSPECS: 'perhaps',
      GIT_CONFIG_PARAMETERS: `'core.worktree'='${other}'`,
      GIT_ALLOW_PROTOCOL: 'ext',
    });
    const args = ['check', '--since', 'HEAD'];
    const { code, stdout, stderr } = tickmarkWith({ cwd: join(folder, 'docs'), env }, ...args);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /2 known/);
    assert.deepEqual(readdirSync(traces), []);
    assert.ok(!existsSync(join(folder, 'sprung')));
  });

  it('runs in a hook, of a commit of some files and in another work tree too', t => {
    const folder = repository(t);
    write(
      folder,
      '.git/hooks/pre-commit',
      `#!/bin/sh\nXDG_CACHE_HOME='${nowhere}' exec '${node}' '${command}' check docs --since HEAD\n`,
    );
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    git(folder, 'worktree', 'add', '--quiet', 'tree', '-b', 'other');
    for (const place of [folder, join(folder, 'tree')]) {
      const commit = (...args: readonly string[]) => {
        const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
        const cwd = join(place, 'docs');
        return spawnSync('git', [...who, 'commit', '-m', 'Second', ...args], { cwd, encoding: 'utf8' });
      };
      write(place, 'docs/controls/a.md', `${control('A', 'CC6.1', 'CC6.2', 'CC9.9')}Nothing new.\n`);
      write(place, 'docs/controls/new.md', control('N', 'CC6.1'));
      git(place, 'add', 'docs/controls/new.md');
      const fine = commit('controls/a.md');
      assert.equal(fine.status, 0, fine.stderr);
      write(place, 'docs/controls/new.md', control('N', 'CC9.7'));
      const refused = commit('--all');
      assert.notEqual(refused.status, 0);
      assert.match(refused.stdout + refused.stderr, /CC9\.7/);
    }
  });

  it('says of a repository of another user what git advises, and reads it once that is done', {
    skip: process.getuid?.() !== 0 && 'only the superuser can give a folder away',
  }, t => {
    const folder = repository(t);
    chownSync(folder, 65534, 65534);
    chownSync(join(folder, '.git'), 65534, 65534);
    const nothing = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const run = (env: NodeJS.ProcessEnv) =>
      tickmarkWith({ cwd: folder, env: { ...process.env, ...nothing, ...env } }, 'check', '--since', 'HEAD');
    const { code, stdout, stderr } = run({});
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /^tickmark: --since HEAD: git does not read the repository of .* belongs to another user/,
    );
    assert.ok(stderr.endsWith(`run: git config --global --add safe.directory ${folder}\n`), stderr);
    const trusted = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: folder };
    assert.deepEqual([run(trusted).code, run(trusted).stderr], [0, '']);
    const config = `${emptyFolder(t)}/config`;
    git(folder, 'config', '--file', config, '--add', 'safe.directory', folder);
    assert.equal(run({ GIT_CONFIG_GLOBAL: config }).code, 0);
  });

  it('says what git cannot do in a line without signs that a terminal obeys', t => {
    const folder = repository(t);
    const { code, stderr } = tickmark(folder, 'check', '--since', 'a\u001b[31m\nb');
    assert.equal(code, 2);
    assert.match(stderr, /^tickmark: --since a.\[31m.b: revision .*\n$/u);
    assert.ok(!stderr.includes('\u001b'));
  });
});
