import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { listDocuments as list, wouldList } from '../../server/src/workspace/listing.ts';
import { emptyFolder, folderOf, write } from './folder.ts';

/** The documents below a folder, all of which can be read. */
function listDocuments(folder: string): readonly string[] {
  const { documents, unreadable } = list(folder);
  assert.deepEqual(unreadable, []);
  return documents;
}

/** Files without content, one below the other. */
const empty = (...paths: readonly string[]) => paths.map(path => `=== ${path}\n`).join('');

describe('the documents below a folder', () => {
  it('are its Markdown and YAML files, sorted', t => {
    const folder = folderOf(
      t,
      empty('z.md', 'a/b/c.YML', 'a.yaml', 'b.markdown', 'c.mdx', 'd.md.tmpl', 'e.txt', 'md', 'f.mdown'),
    );
    assert.deepEqual(listDocuments(folder), [
      'a.yaml',
      'a/b/c.YML',
      'b.markdown',
      'c.mdx',
      'd.md.tmpl',
      'z.md',
    ]);
  });

  it('are none in hidden folders and installed packages', t => {
    const paths = ['.github/a.md', 'x/node_modules/p/a.md', 'venv/a.md', '__pycache__/a.md'];
    assert.deepEqual(listDocuments(folderOf(t, empty(...paths, '.a.md', 'b.md'))), ['.a.md', 'b.md']);
  });

  it('are none in the packages of Go and PHP, but those about vendors', t => {
    for (const list of ['go.mod', 'composer.json', 'Gemfile', 'Cargo.toml']) {
      const folder = folderOf(t, empty(`api/${list}`, 'api/vendor/p/README.md', 'policies/vendor/index.md'));
      assert.deepEqual(listDocuments(folder), ['policies/vendor/index.md']);
    }
  });

  it('are none in a folder that is not there', t => {
    assert.deepEqual(listDocuments(join(emptyFolder(t), 'gone')), []);
  });

  it('have names of any characters', t => {
    const names = ['é.md', 'ﬁ \u{1f600}.md', "it's [x] #1.md", '中文/政策.md'];
    assert.deepEqual(listDocuments(folderOf(t, empty(...names))), names.toSorted());
  });
});

describe('.gitignore', () => {
  const cases: readonly (readonly [name: string, fixture: string, left: readonly string[]])[] = [
    [
      'names files and folders',
      `=== .gitignore\ndrafts/\n*.tmp.md\n${empty('a.md', 'b.tmp.md', 'x/drafts/c.md')}`,
      ['a.md'],
    ],
    [
      'is relative to its own folder',
      `=== x/.gitignore\n/a.md\n${empty('a.md', 'x/a.md', 'x/y/a.md')}`,
      ['a.md', 'x/y/a.md'],
    ],
    [
      'can take back what it named',
      `=== .gitignore\n*.md\n!keep.md\n${empty('a.md', 'x/keep.md')}`,
      ['x/keep.md'],
    ],
    [
      'is outdone by a nearer one',
      `=== .gitignore\n*.md\n=== x/.gitignore\n!*.md\n${empty('a.md', 'x/a.md')}`,
      ['x/a.md'],
    ],
    [
      'counts with Windows line ends',
      `=== .gitignore\na.md\r\nb.md\r\n${empty('a.md', 'b.md', 'c.md')}`,
      ['c.md'],
    ],
  ];
  for (const [name, fixture, left] of cases) {
    it(name, t => assert.deepEqual(listDocuments(folderOf(t, fixture)), left));
  }

  it('of the repository counts in a folder of it', t => {
    const folder = folderOf(
      t,
      `=== .gitignore\nnotes/drafts/\n*.tmp.md\n${empty('notes/a.md', 'notes/b.tmp.md', 'notes/drafts/c.md')}`,
    );
    assert.deepEqual(listDocuments(folder), ['notes/a.md']);
    assert.deepEqual(listDocuments(join(folder, 'notes')), ['a.md']);
  });

  it('outside the repository does not', t => {
    const folder = emptyFolder(t);
    write(folder, '.gitignore', '*.md');
    write(folder, 'repository/a.md', '');
    mkdirSync(join(folder, 'repository', '.git'));
    assert.deepEqual(listDocuments(join(folder, 'repository')), ['a.md']);
  });

  it('does not empty a folder that it names itself: who lists it wants to see it', t => {
    const folder = folderOf(t, `=== .gitignore\nbuild/\n${empty('build/a.md', 'build/x/b.md')}`);
    assert.deepEqual(listDocuments(folder), []);
    assert.deepEqual(listDocuments(join(folder, 'build')), ['a.md', 'x/b.md']);
    assert.deepEqual(listDocuments(join(folder, 'build/x')), ['b.md']);
  });
});

describe('what is ignored', () => {
  const hasGit = spawnSync('git', ['--version']).status === 0;
  const name = fc.constantFrom('a', 'b', 'c', 'x.y', 'a.md', 'b.yaml', 'A.md', '[a]');
  const path = fc
    .tuple(fc.array(name, { maxLength: 3 }), fc.constantFrom('a.md', 'b.yaml', 'k.md', 'a b.md'))
    .map(([folders, file]) => [...folders.map(folder => `${folder}.d`), file].join('/'));
  const part = fc.constantFrom(
    'a',
    'b',
    '*',
    'a.d',
    'b.d',
    '*.md',
    'k.md',
    '**',
    '?.d',
    '[ab].d',
    'a b.md',
    '\\[a\\].d',
    ...[
      '[!a].d',
      '[^ab]*',
      '[[:alpha:]].*',
      '[[:nothing:]]',
      '[a',
      '**b.d',
      '***',
      'A.D',
      '\\a.d',
      'a\\ b.md',
      'a\\',
    ],
  );
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!', '/', '!/', '**/', '#'),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '/', '/*', '/**', ' '),
    )
    .map(([before, parts, after]) => before + parts.join('/') + after);
  const rules = fc.array(pattern, { minLength: 1, maxLength: 4 }).map(patterns => patterns.join('\n'));
  const repository = fc.record({
    paths: fc.uniqueArray(path, { minLength: 1, maxLength: 12 }),
    ignored: fc.dictionary(fc.constantFrom('', 'a.d/', 'a.d/b.d/', '[a].d/'), rules),
  });

  it('is what git ignores', { skip: hasGit ? false : 'git is not there' }, t => {
    fc.assert(
      fc.property(repository, ({ paths, ignored }) => {
        const folder = emptyFolder(t);
        for (const one of paths) write(folder, one, '');
        for (const [at, text] of Object.entries(ignored)) write(folder, `${at}.gitignore`, text);
        assert.deepEqual(listDocuments(folder), untracked(folder));
      }),
      { numRuns: 40 },
    );
  });

  /** What git would add of a folder. */
  function untracked(folder: string): string[] {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' }).stdout;
    git('init', '--quiet');
    git('config', 'core.ignorecase', 'true');
    const names = git('ls-files', '--others', '--exclude-standard', '-z').split('\0');
    return names.filter(one => /\.(?:md|yaml)$/.test(one)).sort();
  }
});

describe('a link', { skip: process.platform === 'win32' }, () => {
  it('is not followed, so that a loop ends', t => {
    const folder = folderOf(t, empty('x/a.md'));
    symlinkSync('..', join(folder, 'x', 'up'));
    symlinkSync('x', join(folder, 'y'));
    symlinkSync('a.md', join(folder, 'x', 'b.md'));
    symlinkSync('gone.md', join(folder, 'c.md'));
    assert.deepEqual(listDocuments(folder), ['x/a.md']);
  });
});

describe('a folder that may not be read', { skip: process.platform === 'win32' }, () => {
  it('is named', t => {
    const folder = folderOf(t, empty('a.md', 'x/b.md'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'x'), 0);
    const listed = asNobody(() => list(folder));
    // Before the folder goes: what may not be read could not be removed.
    chmodSync(join(folder, 'x'), 0o755);
    assert.deepEqual(listed, { documents: ['a.md'], unreadable: ['x/'] });
  });

  it('is not named where it is ignored', t => {
    const folder = folderOf(t, `${empty('a.md', 'x/b.md')}\n=== .gitignore\nx`);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'x'), 0);
    const listed = asNobody(() => list(folder));
    chmodSync(join(folder, 'x'), 0o755);
    assert.deepEqual(listed, { documents: ['a.md'], unreadable: [] });
  });

  it('hides an ignore file, which is named, above the folder too', t => {
    const folder = folderOf(t, `${empty('x/a.md')}\n=== .gitignore\nx/a.md\n=== x/.gitignore\na.md`);
    chmodSync(folder, 0o755);
    for (const path of ['.gitignore', 'x/.gitignore']) chmodSync(join(folder, path), 0);
    const listed = asNobody(() => list(join(folder, 'x')));
    assert.deepEqual(listed, { documents: ['a.md'], unreadable: ['../.gitignore', '.gitignore'] });
  });
});

/** Does something as a user who may not read everything: root may. */
function asNobody<Result>(act: () => Result): Result {
  if (process.getuid?.() !== 0 || !process.seteuid) return act();
  process.seteuid(65534);
  try {
    return act();
  } finally {
    process.seteuid(0);
  }
}

describe('a document that is to be made below a folder', () => {
  it('would be listed in a folder that is there or is not', t => {
    const folder = folderOf(t, empty('controls/a.md'));
    for (const path of ['a.md', 'controls/b.md', 'new/folder/.a.md', 'vendor/a.md'])
      assert.ok(wouldList(folder, path), path);
  });

  it('would not be behind a link, wherever that leads', t => {
    const [folder, elsewhere] = [folderOf(t, empty('controls/a.md')), emptyFolder(t)];
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync(join(folder, 'controls'), join(folder, 'in'));
    symlinkSync(join(elsewhere, 'no.md'), join(folder, 'controls/b.md'));
    for (const path of ['out/a.md', 'out/new/a.md', 'in/a.md', 'controls/b.md'])
      assert.ok(!wouldList(folder, path), path);
  });

  it('would not be where it is ignored or passed over', t => {
    const folder = folderOf(t, `=== .gitignore\nbuild/\n=== sub/.gitignore\nkept.md\n=== go.mod\n`);
    for (const path of [
      'build/evidence/a.md',
      'sub/kept.md',
      '.hidden/a.md',
      'node_modules/a.md',
      'vendor/a.md',
    ])
      assert.ok(!wouldList(folder, path), path);
    assert.ok(!wouldList(join(folder, 'sub'), 'kept.md'));
    assert.ok(wouldList(folder, 'sub/other.md'));
  });
});
