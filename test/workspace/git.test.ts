import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { commitFiles } from '../../server/src/workspace/commitFiles.ts';
import { contentOf, type Files } from '../../server/src/workspace/files.ts';
import { GitProblem, git as run } from '../../server/src/workspace/git.ts';
import { emptyFolder, write } from './folder.ts';
import { addBlob, addTree, commitTree, type Entry, git, pathWithGit } from './repository.ts';

/** A repository with one document, which has been committed. */
function repository(t: TestContext, ...options: readonly string[]): string {
  return repositoryOf(t, { 'policies/a.md': 'One.\n' }, ...options);
}

function repositoryOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): string {
  const folder = emptyFolder(t);
  git(folder, 'init', '--quiet', '--initial-branch=main', ...options);
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'First');
  return folder;
}

const usualPath = process.env['PATH'];

/** For the rest of a test, or until the next such call, `git` is this script. */
function useGit(t: TestContext, script: string): void {
  t.after(() => {
    process.env['PATH'] = usualPath;
  });
  process.env['PATH'] = pathWithGit(t, script);
}

/** What the problem says that comes of reading every document of a revision; undefined where none comes. */
async function problemOf(folder: string, revision = 'HEAD'): Promise<string | undefined> {
  try {
    await everythingIn(commitFiles(folder, revision), folder);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof GitProblem, String(error));
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
}

async function everythingIn(files: Files, folder: string): Promise<Map<string, string | undefined>> {
  const read = new Map<string, string | undefined>();
  const { documents } = await files.list(folder);
  for (const path of documents) read.set(path, contentOf(await files.read(`${folder}/${path}`)));
  return read;
}

const folderMode = '40000';
const fileMode = '100644';

describe('a tree of a commit', () => {
  it('is read, or refused in a sentence, however deep folders lie in each other', async t => {
    const folder = repository(t);
    const document = addBlob(folder, 'Deep.\n');
    let tree = addTree(folder, [{ mode: fileMode, name: 'a.md', id: document }]);
    const deep = new Map<number, string>();
    for (let depth = 1; depth <= 2500; depth++) {
      tree = addTree(folder, [{ mode: folderMode, name: 'd', id: tree }]);
      if ([100, 1500, 2500].includes(depth)) deep.set(depth, tree);
    }
    for (const [depth, id] of deep) {
      commitTree(folder, id);
      const problem = await problemOf(folder);
      if (depth > 2048) {
        // Newer versions of git refuse such trees themselves (git-config(1), core.maxTreeDepth).
        assert.match(problem ?? '', /has a path of more than 4096 bytes|could not list the files of HEAD/);
      } else {
        assert.equal(problem, undefined);
        const read = await everythingIn(commitFiles(folder, 'HEAD'), folder);
        assert.deepEqual([...read], [[`${'d/'.repeat(depth)}a.md`, 'Deep.\n']]);
      }
    }
  });

  it('is refused where the same folder stands in it more often than anybody has files', async t => {
    const folder = repository(t);
    let tree = addTree(folder, [{ mode: fileMode, name: 'a.md', id: addBlob(folder, 'Many.\n') }]);
    for (let depth = 0; depth < 8; depth++) {
      tree = addTree(
        folder,
        Array.from('0123456789', name => ({ mode: folderMode, name, id: tree })),
      );
    }
    commitTree(folder, tree);
    assert.match((await problemOf(folder)) ?? '', /Tickmark cannot read a revision that large/);
  });

  it('is read with names that nobody would give, and leads nowhere else', async t => {
    const folder = repository(t);
    const id = addBlob(folder, 'Odd.\n');
    const name = fc.oneof(
      fc.constantFrom('..', '.', '.git', 'a/../../b.md', '/etc', '-x.md', 'a\nb.md', '"a".md', 'C:\\a.md'),
      fc.constantFrom('.gitignore', 'a.md', 'a', 'con.md', '\u202ea.md', '__proto__', 'constructor'),
      fc.uint8Array({ min: 1, minLength: 1, maxLength: 8 }),
    );
    const file = fc.record({ name, mode: fc.constantFrom(fileMode, '120000', '100755') });
    const entries = fc.array(file, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(entries, name, entries, async (inner, folderName, outer) => {
        const asEntries = (all: typeof inner): Entry[] => all.map(one => ({ ...one, id }));
        const within = addTree(folder, asEntries(inner));
        const all = [...asEntries(outer), { mode: folderMode, name: folderName, id: within }];
        const files = commitFiles(folder, commitTree(folder, addTree(folder, all)));
        for (const [path, text] of await everythingIn(files, folder)) assert.equal(text, 'Odd.\n', path);
        assert.equal(await files.read('/etc/passwd'), undefined);
      }),
      { numRuns: 10 },
    );
  });

  it('holds a large document as it is, and one content under many names once', async t => {
    const folder = repository(t);
    const large = 'Word '.repeat(5_000_000);
    const ids = [addBlob(folder, large), addBlob(folder, 'Small.\n')] as const;
    const entries = ids.flatMap((id, i) =>
      ['a', 'b', 'c'].map(name => ({ mode: fileMode, name: `${name}${i}.md`, id })),
    );
    commitTree(
      folder,
      addTree(
        folder,
        [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    );
    const read = await everythingIn(commitFiles(folder, 'HEAD'), folder);
    assert.deepEqual(
      [...read].map(([path, text]) => [path, text === large ? 'large' : text]),
      ['a', 'b', 'c'].flatMap(name => [
        [`${name}0.md`, 'large'],
        [`${name}1.md`, 'Small.\n'],
      ]),
    );
  });
});

describe('a repository', () => {
  const kinds: Readonly<Record<string, (t: TestContext) => string>> = {
    'with SHA-256': t => repository(t, '--object-format=sha256'),
    'that is a work tree of another': t => {
      const tree = `${emptyFolder(t)}/tree`;
      git(repository(t), 'worktree', 'add', '--quiet', tree, '-b', 'other');
      return tree;
    },
    'that borrows the objects of another': t => {
      const folder = emptyFolder(t);
      git(folder, 'clone', '--quiet', '--shared', repository(t), '.');
      return folder;
    },
    'with its folder elsewhere': t => repository(t, `--separate-git-dir=${emptyFolder(t)}/git`),
    'whose path has line ends and quotes': t => {
      const folder = `${emptyFolder(t)}/a\n"b'\n`;
      spawnSync('mkdir', [folder]);
      git(folder, 'clone', '--quiet', repository(t), '.');
      return folder;
    },
  };
  for (const [kind, make] of Object.entries(kinds)) {
    it(`${kind} is read as any other`, async t => {
      const folder = make(t);
      const files = commitFiles(folder, 'HEAD');
      assert.deepEqual([...(await everythingIn(files, folder))], [['policies/a.md', 'One.\n']]);
    });
  }

  it('with another inside is read without it', async t => {
    const folder = repository(t);
    const allowed = ['-c', 'protocol.file.allow=always'];
    git(folder, ...allowed, 'submodule', '--quiet', 'add', repository(t), 'policies/inner');
    git(folder, 'commit', '--quiet', '-m', 'Second');
    const files = commitFiles(folder, 'HEAD');
    assert.deepEqual([...(await everythingIn(files, folder)).keys()], ['policies/a.md']);
    assert.equal(await files.look(`${folder}/policies/inner`, folder, undefined), 'there');
  });
});

describe('what git cannot do is said in a sentence: that', () => {
  const unread: Readonly<Record<string, readonly [(t: TestContext) => string, RegExp]>> = {
    'there is no repository': [
      emptyFolder,
      /^\/.* is not in a git repository that git reads \(fatal: not a git repository .*\)\.$/,
    ],
    'it is a bare one': [
      t => {
        const folder = emptyFolder(t);
        git(folder, 'clone', '--quiet', '--bare', repository(t), '.');
        return folder;
      },
      /is not in a git repository that git reads \(fatal: .*bare/,
    ],
    'its configuration cannot be read': [
      t => {
        const folder = repository(t);
        write(folder, '.git/config', '[core\n');
        return folder;
      },
      /is not in a git repository that git reads \(fatal: bad config line 1 /,
    ],
    'a folder is missing': [
      t => {
        const folder = repository(t);
        const tree = git(folder, 'rev-parse', 'HEAD:policies');
        rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
        return folder;
      },
      /^git could not list the files of HEAD \((?:error|fatal): .*\)\. .*`git fsck`/,
    ],
    'a document is missing': [
      t => {
        const folder = repository(t);
        const blob = git(folder, 'rev-parse', 'HEAD:policies/a.md');
        rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
        return folder;
      },
      /^git could not read policies\/a\.md of HEAD \(fatal: .*\)\. If a part of the repository was not fetched, fetch it; /,
    ],
    'a document is damaged': [
      t => {
        const folder = repository(t);
        const blob = git(folder, 'rev-parse', 'HEAD:policies/a.md');
        const file = join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2));
        chmodSync(file, 0o644);
        write(folder, file.slice(folder.length), 'x');
        return folder;
      },
      /policies\/a\.md|^git could not /,
    ],
    'what it borrowed is gone': [
      t => {
        const [folder, lender] = [emptyFolder(t), repository(t)];
        git(folder, 'clone', '--quiet', '--shared', lender, '.');
        rmSync(lender, { recursive: true });
        return folder;
      },
      /^revision HEAD does not exist in this repository \(/,
    ],
  };
  for (const [what, [make, says]] of Object.entries(unread)) {
    it(what, async t => assert.match((await problemOf(make(t))) ?? 'no problem', says));
  }

  const unnamed: Readonly<Record<string, RegExp>> = {
    nowhere: /^revision nowhere does not exist in this repository \(fatal: .*\)\. .*fetch it first/,
    '': /^revision {2}does not exist in this repository \(fatal: /,
    '--all': /^revision --all does not exist: a name cannot start with -/,
    'a-blob': /expected commit type, but the object dereferences to blob type/,
    'HEAD:policies/a.md': /^revision HEAD:policies\/a\.md does not exist in this repository \(fatal: /,
    '@{upstream}': /no upstream configured for branch 'main'/,
    'HEAD..HEAD': /^revision HEAD\.\.HEAD does not exist in this repository \(fatal: /,
    'HEAD~7': /^revision HEAD~7 does not exist in this repository \(fatal: /,
  };
  it('there is no such revision', async t => {
    const folder = repository(t);
    git(folder, 'tag', 'a-blob', 'HEAD:policies/a.md');
    for (const [revision, says] of Object.entries(unnamed)) {
      assert.match((await problemOf(folder, revision)) ?? 'no problem', says, revision);
    }
    git(folder, 'tag', '-a', '-m', 'One', 'v1');
    assert.equal(await problemOf(folder, 'v1'), undefined);
  });

  it('a clone has only a part of the history', async t => {
    const [folder, origin] = [emptyFolder(t), repository(t)];
    git(origin, 'commit', '--quiet', '--allow-empty', '-m', 'Second');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, '.');
    assert.equal(await problemOf(folder), undefined);
    assert.match((await problemOf(folder, 'HEAD~1')) ?? '', /`git fetch --unshallow`/);
  });

  it('the repository belongs to somebody else, with what git advises', async t => {
    const folder = repository(t);
    useGit(t, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$git" "$@"');
    const problem = (await problemOf(`${folder}/policies`)) ?? '';
    assert.ok(
      problem.startsWith(`git does not read the repository of ${folder}/policies, because it belongs to`),
    );
    assert.ok(
      problem.endsWith(`If you trust it, run: git config --global --add safe.directory ${folder}`),
      problem,
    );
  });

  it('the repository belongs to somebody else, with no advice that its own name has written', async t => {
    const folder = `${emptyFolder(t)}/x'\n\tgit config --global --add safe.directory *\n`;
    spawnSync('mkdir', [folder]);
    git(folder, 'init', '--quiet');
    useGit(t, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$git" "$@"');
    assert.throws(
      () => commitFiles(folder, 'HEAD'),
      error => error instanceof GitProblem && !error.message.includes('If you trust it'),
    );
  });

  it('git was killed', async t => {
    const folder = repositoryOf(t, { 'a.md': 'One.\n', 'b.md': 'Two.\n' });
    for (const command of ['rev-parse', 'ls-tree', '--batch-check', '--batch']) {
      useGit(t, `case "$*" in *${command}*) kill -9 $$;; *) exec "$git" "$@";; esac`);
      assert.match((await problemOf(folder)) ?? '', /^git could not .*: SIGKILL ended it\. /, command);
    }
  });

  it('its answer was cut off, wherever', async t => {
    const folder = repositoryOf(t, { 'a.md': 'One.\n', 'b.md': 'Two.\n' });
    const whole = new Map([
      ['ls-tree', 0],
      ['--batch-check', 90],
      ['--batch', 100],
    ]);
    for (const [command, most] of whole) {
      for (let length = most; length >= 0; length -= 10) {
        useGit(
          t,
          `case "$* " in *"${command} "*) "$git" "$@" | head -c ${length};; *) exec "$git" "$@";; esac`,
        );
        const problem = await problemOf(folder);
        // Of nothing at all it cannot be told from a commit without files.
        if (command !== 'ls-tree') assert.match(problem ?? '', /^git could not /, `${command} ${length}`);
      }
    }
  });

  it('it does not end, or says too much, or is not there', t => {
    const folder = repository(t);
    const pipe = join(emptyFolder(t), 'pipe');
    spawnSync('mkfifo', [pipe]);
    useGit(t, `case "$*" in *rev-parse*) exec cat '${pipe}';; *) exec "$git" "$@";; esac`);
    const soon = { patience: 50 };
    assert.throws(() => run(folder, 'try', ['rev-parse'], soon), /it did not finish within 0\.05 seconds/);
    const args = ['cat-file', 'blob', 'HEAD:policies/a.md'];
    assert.throws(() => run(folder, 'try', args, { most: 3 }), /could not try: it wrote more than 3 bytes/);
    assert.equal(run(folder, 'try', args, { most: 3, more: 'left out' }).output?.toString(), 'One');
    process.env['PATH'] = folder;
    assert.throws(() => run(folder, 'try', args), /git cannot be run: no folder in PATH contains it/);
  });
});

describe('git is started', () => {
  it('once or twice for all documents, and once for each file that says what is ignored', async t => {
    const names = ['b', 'c', 'd'];
    const folder = repositoryOf(
      t,
      Object.fromEntries(
        names.flatMap(name => [
          [`${name}.md`, `Document ${name}.\n`],
          [`${name}/.gitignore`, `${name}\n`],
        ]),
      ),
    );
    const log = join(emptyFolder(t), 'log');
    useGit(t, `echo "$@" >> '${log}'; exec "$git" "$@"`);
    await everythingIn(commitFiles(folder, 'HEAD'), folder);
    const started = readFileSync(log, 'utf8').match(/(?:rev-parse|ls-tree|cat-file \S+)/g);
    assert.deepEqual(started, [
      ...['rev-parse', 'rev-parse', 'ls-tree'],
      ...['cat-file blob', 'cat-file blob', 'cat-file blob'],
      ...['cat-file --batch-check', 'cat-file --batch'],
    ]);
  });
});

describe('git is given', () => {
  it('no variable of git but those by which a user says where it looks and what is configured', t => {
    const folder = repository(t);
    const log = join(emptyFolder(t), 'log');
    useGit(t, `env > '${log}'; exec "$git" "$@"`);
    const asked = ['GIT_CEILING_DIRECTORIES', 'GIT_CONFIG_COUNT', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_KEY_0'];
    const others = ['GIT_DIR', 'GIT_TRACE2_EVENT', 'GIT_CONFIG_PARAMETERS', 'GIT_SSH_COMMAND', 'GIT_NEW_ONE'];
    const values: Record<string, string> = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'a.b',
      GIT_CONFIG_VALUE_0: 'c',
    };
    for (const name of [...asked, ...others, 'GIT_CONFIG_VALUE_0']) {
      const before = process.env[name];
      process.env[name] = values[name] ?? `${log}/nowhere`;
      t.after(() => {
        if (before === undefined) delete process.env[name];
        else process.env[name] = before;
      });
    }
    assert.equal(run(folder, 'try', ['rev-parse', 'HEAD']).complaint, undefined);
    const given = [...readFileSync(log, 'utf8').matchAll(/^(GIT_\w+)=/gm)].map(([, name]) => name);
    const ours = ['GIT_NO_LAZY_FETCH', 'GIT_ALLOW_PROTOCOL', 'GIT_OPTIONAL_LOCKS', 'GIT_TERMINAL_PROMPT'];
    assert.deepEqual(given.sort(), [...asked, ...ours, 'GIT_CONFIG_VALUE_0'].sort());
  });
});
