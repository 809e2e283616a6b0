// What git knows of files of evidence, in repositories as people have them.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { SourceFile } from '../../server/src/core/program/sources.ts';
import { commitFiles } from '../../server/src/workspace/commitFiles.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { load } from '../../server/src/workspace/load.ts';
import { ProgramRepository } from '../../server/src/workspace/programRepository.ts';
import { emptyFolder, write } from './folder.ts';
import { commitAt, git, pathWithGit } from './repository.ts';

const file = 'evidence/review.csv';
const source = (...paths: readonly string[]): SourceFile => ({ paths, sha256: undefined });

/** A repository with a program in a folder, in which a file is committed at some times; gives the folder of the program. */
function program(t: TestContext, ...versions: readonly (readonly [at: string, text: string])[]): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'core.autocrlf', 'false');
  const root = join(folder, 'docs');
  mkdirSync(root);
  for (const [at, text] of versions) commit(root, at, file, text);
  return root;
}

/** Commits everything in a folder as of a time, with a file that has a new text. */
function commit(root: string, at: string, path?: string, text = ''): void {
  if (path !== undefined) write(root, path, text);
  commitAt(root, at);
}

/** Does something with variables of the environment. */
function within<Value>(variables: Readonly<Record<string, string>>, act: () => Value): Value {
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The day of the change of a file after it was collected, or that there is none. */
function changed(root: string, collected: string, ...paths: readonly string[]): string {
  const { found } = new ProgramRepository(root).changes([
    { file: source(...(paths.length > 0 ? paths : [file])), collected },
  ]);
  return found[0]?.[1]?.on ?? 'not changed';
}

const march = '2026-03-20T10:00:00+0100';
const may = '2026-05-04T10:00:00+0200';

describe('a file of evidence that was changed after it was collected', () => {
  it('is told, with the day of the last change and its commit', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n'], ['2026-05-06T10:00:00Z', 'c\n']);
    const { found, isWhole } = new ProgramRepository(root).changes([
      { file: source(file), collected: '2026-03-19' },
    ]);
    const id = git(root, 'rev-parse', 'HEAD').slice(0, 10);
    assert.deepEqual(found[0]?.[1], { collected: '2026-03-19', on: '2026-05-06', commit: id });
    assert.equal(isWhole, true);
  });

  it('is none where it was collected after the change, or on the day before it anywhere on earth', t => {
    const root = program(t, [march, 'a\n'], ['2026-05-04T23:30:00-0900', 'b\n']);
    // In the farthest west it is still 2026-05-04.
    assert.equal(changed(root, '2026-05-04'), 'not changed');
    assert.equal(changed(root, '2026-05-03'), 'not changed');
    assert.equal(changed(root, '2026-05-02'), '2026-05-04');
    const east = program(t, [march, 'a\n'], ['2026-05-06T01:00:00+1400', 'b\n']);
    // That is 2026-05-04 in the farthest west.
    assert.equal(changed(east, '2026-05-03'), 'not changed');
    assert.equal(changed(east, '2026-05-02'), '2026-05-06');
  });

  it('is none where it was committed for the first time long after, but is where that was changed then', t => {
    assert.equal(changed(program(t, [may, 'a\n']), '2026-03-19'), 'not changed');
    assert.equal(changed(program(t, [march, 'a\n'], [may, 'b\n']), '2026-01-19'), '2026-05-04');
  });

  it('is none where it was changed back', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n'], ['2026-05-06T10:00:00Z', 'a\n']);
    assert.equal(changed(root, '2026-03-19'), 'not changed');
  });

  it('is none where only its line ends differ, or a pointer of Git LFS stands for it', t => {
    const text = 'a\nb\n';
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${hash('sha256', text, 'hex')}\nsize ${text.length}\n`;
    assert.equal(changed(program(t, [march, text], [may, 'a\r\nb\r\n']), '2026-03-19'), 'not changed');
    assert.equal(changed(program(t, [march, text], [may, pointer]), '2026-03-19'), 'not changed');
    assert.equal(changed(program(t, [march, pointer], [may, 'a\r\nb\r\n']), '2026-03-19'), 'not changed');
    assert.equal(changed(program(t, [march, pointer], [may, 'a\r\nb']), '2026-03-19'), '2026-05-04');
    const other = pointer.replace(/oid sha256:..../, 'oid sha256:0000');
    assert.equal(changed(program(t, [march, pointer], [may, other]), '2026-03-19'), '2026-05-04');
  });

  it('is followed where it was moved as it was, and is not where it was deleted and made anew', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n']);
    mkdirSync(join(root, 'evidence/AC-04'));
    renameSync(join(root, file), join(root, 'evidence/AC-04/review of Zürich.csv'));
    commit(root, '2026-05-10T10:00:00Z');
    assert.equal(changed(root, '2026-03-19', 'evidence/AC-04/review of Zürich.csv'), '2026-05-04');
    const anew = program(t, [march, 'a\n']);
    rmSync(join(anew, file));
    commit(anew, may);
    commit(anew, '2026-05-10T10:00:00Z', file, 'b\n');
    assert.equal(changed(anew, '2026-03-19'), 'not changed');
  });

  it('is the first of its paths at which there is one', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n']);
    assert.equal(changed(root, '2026-03-19', 'records/review.csv', file), '2026-05-04');
    commit(root, '2026-05-10T10:00:00Z', 'records/review.csv', 'c\n');
    assert.equal(changed(root, '2026-03-19', 'records/review.csv', file), 'not changed');
  });

  it('is none where a branch that was made before is only merged or rebased later', t => {
    const root = program(t, [march, 'a\n']);
    git(root, 'switch', '--quiet', '-c', 'topic');
    commit(root, '2026-03-20T12:00:00+0100', file, 'b\n');
    git(root, 'switch', '--quiet', 'main');
    commit(root, may, 'other.md', 'text\n');
    git(root, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'topic');
    assert.equal(changed(root, '2026-03-20'), 'not changed');
  });

  it('is not told of a folder, of what was never committed, and of what another repository has', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n']);
    write(root, 'evidence/new.csv', 'a\n');
    assert.equal(changed(root, '2026-03-19', 'evidence/new.csv'), 'not changed');
    assert.equal(changed(root, '2026-03-19', 'evidence'), 'not changed');
    const inner = join(root, 'inner');
    git(root, 'clone', '--quiet', join(root, '..'), inner);
    git(root, 'add', 'inner');
    commit(root, '2026-05-06T10:00:00Z');
    assert.equal(changed(root, '2026-03-19', 'inner/docs/evidence/review.csv'), 'not changed');
  });
});

describe('the history of files of evidence', () => {
  const dated = [{ file: source(file), collected: '2026-03-19' }];
  const asked = (root: string) => {
    const repository = new ProgramRepository(root);
    const { found, isWhole } = repository.changes(dated);
    return { change: found[0]?.[1]?.on, isWhole, lacks: repository.lacks };
  };

  it('is looked at as far as a shallow clone has it', t => {
    const root = program(t, [march, 'a\n'], [may, 'b\n'], ['2026-05-06T10:00:00Z', 'c\n']);
    const clone = (depth: number) => {
      const folder = join(emptyFolder(t), 'clone');
      git(root, 'clone', '--quiet', `--depth=${depth}`, pathToFileURL(join(root, '..')).href, folder);
      return join(folder, 'docs');
    };
    const lacks = 'this clone has only a part of the history. Fetch the rest with `git fetch --unshallow`.';
    assert.deepEqual(asked(clone(1)), { change: undefined, isWhole: false, lacks });
    assert.deepEqual(asked(clone(2)), { change: '2026-05-06', isWhole: false, lacks });
  });

  it('is nothing outside a repository, before the first commit, and without git', t => {
    const none = (root: string, why: RegExp) => {
      const { change, isWhole, lacks } = asked(root);
      assert.deepEqual([change, isWhole], [undefined, false]);
      assert.match(lacks ?? '', why);
    };
    none(emptyFolder(t), /^git has no history of this folder \(fatal: not a git repository/);
    none(program(t), /^git has no history of this folder \(fatal: /);
    const root = program(t, [march, 'a\n']);
    within({ PATH: emptyFolder(t) }, () => none(root, /^git cannot be run: no folder in PATH contains it/));
  });

  it('takes a handful of calls of git for any number of files', t => {
    const root = program(t);
    const paths = Array.from({ length: 300 }, (_, i) => `evidence/${i % 7}/${i}.csv`);
    for (const path of paths) write(root, path, `a ${path}\n`);
    commit(root, march);
    for (const path of paths.slice(0, 100)) write(root, path, `b ${path}\n`);
    commit(root, may);
    const log = join(emptyFolder(t), 'calls');
    const { found } = within({ PATH: pathWithGit(t, `echo x >> '${log}'\nexec "$git" "$@"`) }, () =>
      new ProgramRepository(root).changes(paths.map(one => ({ file: source(one), collected: '2026-03-19' }))),
    );
    assert.equal(found.filter(([, change]) => change).length, 100);
    assert.equal(readFileSync(log, 'utf8'), 'x\n'.repeat(5));
  });
});

describe('the hashes of files of a revision', () => {
  it('take a handful of calls of git for any number of files', async t => {
    const root = program(t);
    const paths = Array.from({ length: 300 }, (_, i) => `evidence/files/${i}.csv`);
    for (const path of paths) write(root, path, `a ${path}\n`);
    const hashOf = (text: string) => hash('sha256', text, 'hex');
    const records = paths.map(
      (path, i) =>
        `- {id: E-${i}, controls: [A], source: ${path.slice('evidence/'.length)}, sha256: ${hashOf(i === 7 ? 'b' : `a ${path}\n`)}}\n`,
    );
    write(root, 'tickmark.yaml', 'report: {id: a, kind: soc2, type: 1, asOf: 2026-06-30}\n');
    write(root, 'evidence/e.yaml', records.join(''));
    commit(root, march);
    const log = join(emptyFolder(t), 'calls');
    const path = process.env['PATH'];
    process.env['PATH'] = pathWithGit(t, `echo x >> '${log}'\nexec "$git" "$@"`);
    try {
      const files = commitFiles(root, 'HEAD');
      const { programs } = await discover(files, root, 'named');
      const [folder] = programs;
      assert.ok(folder);
      const { host } = await load(files, folder, { today: '2026-06-30', report: undefined });
      const found = host.engine
        .findings('evidence/e.yaml')
        .filter(({ rule }) => rule === 'evidence/hash-differs');
      assert.equal(found.length, 1);
    } finally {
      process.env['PATH'] = path;
    }
    assert.ok(readFileSync(log, 'utf8').length < 2 * 20);
  });
});

describe('a file whose content on disk has another hash', () => {
  const sha = (text: string) => hash('sha256', text, 'hex');
  const judged = (root: string, sha256: string) => {
    const repository = new ProgramRepository(root);
    const [found] = repository.judged([[{ paths: [file], sha256 }, 'differs']]);
    return found?.[1];
  };

  it('is judged by what is staged or committed', t => {
    const root = program(t, [march, 'a\n']);
    write(root, file, 'written by a filter\n');
    assert.equal(judged(root, sha('a\n')), 'there');
    assert.equal(judged(root, sha('a\r\n')), 'there');
    assert.equal(judged(root, sha('b\n')), 'differs');
    git(root, 'add', '.');
    assert.equal(judged(root, sha('a\n')), 'differs');
  });

  it('is judged by the disk where git knows nothing of it', t => {
    const root = program(t);
    write(root, file, 'b\n');
    assert.equal(judged(root, sha('a\n')), 'differs');
    assert.equal(judged(emptyFolder(t), sha('a\n')), 'differs');
  });
});
