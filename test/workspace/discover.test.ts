import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Asked } from '../../server/src/core/formats/recognizePages.ts';
import { readExample } from '../../server/src/core/rules/example.ts';
import { discover } from '../../server/src/workspace/discover.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { below, type Files } from '../../server/src/workspace/files.ts';
import { emptyFolder, folderOf, write } from './folder.ts';
import { MemoryFiles } from './memoryFiles.ts';

/** What is found at a folder of the fixture, a line each: `root layout: documents`, or `root: notice`. */
async function found(
  folder: string,
  at = '',
  asked: Asked = 'named',
  files: Files = diskFiles,
): Promise<string[]> {
  const { programs, notices } = await discover(files, at === '' ? folder : `${folder}/${at}`, asked);
  const shown = (root: string) => (root === folder ? '.' : root.slice(folder.length + 1));
  return [
    ...programs.map(({ root, layout, paths }) => `${shown(root)} ${layout}: ${paths.join(' ')}`),
    ...notices.map(({ root, text }) => `${shown(root)}: ${text}`),
  ];
}

const satisfies = '---\nid: a\nsatisfies: [CC6.1]\n---\n';
const layout = (at: string) => `=== ${at}policies/a.md\n${satisfies}=== ${at}controls/b.md\n${satisfies}`;

describe('an ignore file that cannot be read', { skip: process.platform === 'win32' }, () => {
  it('is told of every program below it, from wherever the program is looked for', async t => {
    const folder = folderOf(t, '=== docs/soc2/tickmark.yaml\n=== docs/soc2/policies/a.md\n');
    for (const at of ['.gitignore', 'docs/.gitignore']) execFileSync('mkfifo', [join(folder, at)]);
    for (const at of ['', '/docs', '/docs/soc2', '/docs/soc2/policies']) {
      const { programs, unreadable } = await discover(diskFiles, folder + at, 'named');
      const found = programs.flatMap(({ root, unreadable: own }) => own.map(path => below(root, path)));
      assert.deepEqual(found.sort(), [`${folder}/.gitignore`, `${folder}/docs/.gitignore`], at);
      assert.deepEqual(unreadable, [], at);
    }
  });
});

describe('a program is found', () => {
  it('by its manifest, at the folder, above it and below it', async t => {
    const folder = folderOf(t, '=== soc2/tickmark.yaml\n=== soc2/policies/a.md\n=== other/README.md\n');
    const program = 'soc2 native: policies/a.md tickmark.yaml';
    for (const at of ['', 'soc2', 'soc2/policies']) assert.deepEqual(await found(folder, at), [program]);
    assert.deepEqual(await found(folder, 'other'), []);
  });

  it('by a manifest whose name ends as Docker and GitHub end theirs', async t => {
    const folder = folderOf(t, '=== soc2/tickmark.yml\n=== soc2/policies/a.md\n=== soc2/part/tickmark.yml\n');
    for (const at of ['', 'soc2/policies'])
      assert.deepEqual(await found(folder, at), [
        'soc2 native: policies/a.md tickmark.yml',
        'soc2/part native: tickmark.yml',
      ]);
  });

  it('by its layout, at the folder, above it and below it', async t => {
    const folder = folderOf(t, layout('soc2/'));
    const program = 'soc2 native: controls/b.md policies/a.md';
    for (const at of ['', 'soc2', 'soc2/policies']) assert.deepEqual(await found(folder, at), [program]);
  });

  it("by Comply's file, above a folder too", async t => {
    const folder = folderOf(t, '=== comply.yml\n=== policies/a.md\n');
    for (const at of ['', 'policies'])
      assert.deepEqual(await found(folder, at), ['. comply: comply.yml policies/a.md']);
  });

  it('without the sources of what lies beside them', async t => {
    const folder = folderOf(
      t,
      '=== tickmark.yaml\n=== policies/a.md\n=== policies/a.md.tmpl\n=== policies/b.md.tmpl\n=== c.mdx\n=== c.md.tmpl\n',
    );
    assert.deepEqual(await found(folder), [
      '. native: c.md.tmpl c.mdx policies/a.md policies/b.md.tmpl tickmark.yaml',
    ]);
  });

  it('where the folder itself was named and its pages are policies', async t => {
    const folder = folderOf(
      t,
      '=== docs/access-policy.md\n# Access policy\n=== docs/backup-policy.md\n# Backup policy\n',
    );
    const program = '. plain: docs/access-policy.md docs/backup-policy.md';
    for (const at of ['', 'docs']) assert.deepEqual(await found(folder, at), [program]);
    // Pages about software are called policies too.
    for (const at of ['', 'docs']) assert.deepEqual(await found(folder, at, 'opened'), []);
  });

  it('where a page of what was opened cites, is said to be a policy, or speaks of people', async t => {
    const texts = [
      'Doors: CC6.4, CC6.5',
      '---\npolicy: true\n---',
      '# Door policy\nEmployees lock the doors.',
    ];
    for (const text of texts) {
      const folder = folderOf(t, `=== a-policy.md\n${text}\n=== b-policy.md\n${text}\n`);
      assert.deepEqual(await found(folder, '', 'opened'), ['. plain: a-policy.md b-policy.md']);
    }
  });

  it('by what most of its pages cite, at whichever folder is asked after', async t => {
    const page = (at: string) => `=== ${at}\n# Page\n* SOC2 CC\n  * CC6.1\n  * CC6.2\n`;
    const folder = folderOf(
      t,
      `=== README.md\n# Handbook\n${page('security/checks/a.md')}${page('security/checks/b.md')}`,
    );
    for (const at of ['', 'security', 'security/checks'])
      assert.deepEqual(await found(folder, at), [
        '. plain: README.md security/checks/a.md security/checks/b.md',
      ]);
  });

  it('by the mapping of a flat folder, and by two conventional folders in one of which a page cites', async t => {
    const ids = ['CC6.1', 'CC6.2', 'CC6.3', 'CC6.4', 'CC6.5', 'CC6.6', 'CC6.7', 'CC6.8'];
    const rows = ids.map(id => `| ${id} | b.md |\n`).join('');
    const flat = folderOf(
      t,
      `=== list.md\n| id | page |\n| - | - |\n${rows}=== b.md\n# B\n=== c.md\n# C\n=== d.md\n# D\n`,
    );
    assert.deepEqual(await found(flat), ['. plain: b.md c.md d.md list.md']);
    const cited = '=== policies/a.md\nSOC 2: CC6.1, CC8.2\n=== standards/b.md\n# B\n';
    const folder = folderOf(t, `${cited}=== c/d.md\n# C\n=== c/e.md\n# E\n=== c/f.md\n# F\n`);
    for (const at of ['', 'policies', 'c'])
      assert.deepEqual(await found(folder, at), [
        '. plain: c/d.md c/e.md c/f.md policies/a.md standards/b.md',
      ]);
  });

  it('in a folder with a name of documentation beside others', async t => {
    const policy = '# Policy\nCC6.1 and CC6.4\n';
    const others = [1, 2, 3, 4].map(i => `=== docs/guide${i}.md\n# Guide\n`).join('');
    const folder = folderOf(t, `=== policies/a.md\n${policy}=== policies/b.md\n${policy}${others}`);
    for (const asked of ['named', 'opened'] as const)
      for (const at of ['', 'policies'])
        assert.deepEqual(await found(folder, at, asked), ['. plain: policies/a.md policies/b.md']);
  });

  it('with the kind that the name of the folder says, by whichever name it was asked for', async t => {
    const control = '---\nid: D-1\ntsc_criteria: [CC6.4, CC6.1]\n---\n';
    const others = [1, 2, 3, 4].map(i => `=== docs/guide${i}.md\n# Guide\n`).join('');
    const folder = folderOf(t, `=== x/controls/a.md\n${control}=== x/controls/b.md\n${control}${others}`);
    assert.deepEqual(await found(folder, 'x'), ['x plain: controls/a.md controls/b.md']);
    assert.deepEqual(await found(folder, 'x/controls'), ['x plain: controls/a.md controls/b.md']);
  });

  it('never beyond its repository', async t => {
    const folder = folderOf(t, '=== tickmark.yaml\n=== inner/.git/HEAD\n=== inner/policies/a.md\nText.\n');
    assert.deepEqual(await found(folder, 'inner/policies'), []);
  });
});

describe('of several programs', () => {
  it('each has its own documents', async t => {
    const folder = folderOf(t, `${layout('a/')}${layout('ab/')}=== c/tickmark.yaml\n`);
    assert.deepEqual(await found(folder), [
      'a native: controls/b.md policies/a.md',
      'ab native: controls/b.md policies/a.md',
      'c native: tickmark.yaml',
    ]);
  });

  it('a nested one is its own with a manifest, and a part of the outer without', async t => {
    const folder = folderOf(
      t,
      `=== tickmark.yaml\n${layout('own/')}=== own/tickmark.yaml\n${layout('part/')}`,
    );
    assert.deepEqual(await found(folder), [
      '. native: part/controls/b.md part/policies/a.md tickmark.yaml',
      'own native: controls/b.md policies/a.md tickmark.yaml',
    ]);
    const { programs } = await discover(diskFiles, folder, 'named');
    assert.deepEqual(
      programs.map(({ nested }) => nested),
      [['own/'], []],
    );
  });

  it('a layout in one that does not read it is its own, asked after at any folder', async t => {
    const bare = 'name: A\nacronym: A\nsatisfies:\n  TSC: [CC6.1]\n---\nText.\n';
    const comply = (at: string) => `=== ${at}narratives/a.md\n${bare}=== ${at}policies/b.md\n${bare}`;
    const folder = folderOf(t, `${comply('')}${comply('sample/')}`);
    const [outer, inner] = [
      '. comply: narratives/a.md policies/b.md',
      'sample comply: narratives/a.md policies/b.md',
    ];
    assert.deepEqual(await found(folder), [outer, inner]);
    for (const at of ['sample', 'sample/policies']) assert.deepEqual(await found(folder, at), [inner]);
    assert.deepEqual((await found(folder, 'policies'))[0], outer);
  });

  it('a foreign one hides only what is in it', async t => {
    const folder = folderOf(t, `=== oc/opencontrol.yaml\n${layout('oc/')}${layout('soc2/')}`);
    const [program, notice, ...rest] = await found(folder);
    assert.equal(program, 'soc2 native: controls/b.md policies/a.md');
    assert.match(notice ?? '', /^oc: OpenControl project /);
    assert.deepEqual(rest, []);
  });
});

describe('a subfolder opened by itself', () => {
  it('leaves out what the repository ignores, as the repository does', async t => {
    const folder = folderOf(
      t,
      `=== .gitignore\ndrafts/\n${layout('soc2/')}=== soc2/policies/drafts/c.md\n${satisfies}`,
    );
    assert.deepEqual(await found(folder, 'soc2'), await found(folder));
    assert.deepEqual(await found(join(folder, 'soc2').replaceAll('\\', '/'), ''), [
      '. native: controls/b.md policies/a.md',
    ]);
  });
});

describe('outside a repository', () => {
  /** Writes a fixture deep in a folder that is no repository; gives what was found at a folder of it, and which folders were listed. */
  function outside(t: TestContext, fixture: string) {
    const home = `${emptyFolder(t)}/a/b/home`;
    for (const { path, text } of readExample(fixture)) write(home, path, text);
    return async (at: string, asked: Asked = 'named') => {
      const listed = new Set<string>();
      const list = (folder: string) => {
        listed.add(`${folder}/`.slice(home.length + 1));
        return diskFiles.list(folder);
      };
      return { found: await found(home, at, asked, { ...diskFiles, list }), listed };
    };
  }
  const cited = '# Page\nSOC 2: CC6.1, CC8.2\n';
  const others = [1, 2, 3].map(i => `=== docs/other${i}.md\n# Other\n`).join('');

  it('a folder belongs to the one above it that holds two conventional folders, and is the same by either', async t => {
    const lookAt = outside(
      t,
      `=== soc/policies/a.md\n${cited}=== soc/policies/b.md\n${cited}=== soc/standards/b.md\n# B\n=== soc/c/d.md\n# D\n${others}`,
    );
    for (const asked of ['named', 'opened'] as const)
      for (const at of ['soc', 'soc/policies'])
        assert.deepEqual((await lookAt(at, asked)).found, [
          'soc plain: c/d.md policies/a.md policies/b.md standards/b.md',
        ]);
    const { found, listed } = await lookAt('soc/c');
    assert.deepEqual(found, ['soc plain: c/d.md policies/a.md policies/b.md standards/b.md']);
    assert.ok(!listed.has(''), 'what is around the program is not listed');
  });

  it('a folder belongs to one above it that is named as documentation', async t => {
    const lookAt = outside(
      t,
      `=== isms/x/a.md\n${cited}=== isms/x/b.md\n${cited}=== isms/c.md\n# C\n${others}`,
    );
    for (const at of ['isms', 'isms/x'])
      assert.deepEqual((await lookAt(at)).found, ['isms plain: c.md x/a.md x/b.md']);
  });

  it('a folder that is named as a kind keeps that name, and what lies beside it is not listed', async t => {
    const control = '---\nid: D-1\ntsc_criteria: [CC6.4, CC6.1]\n---\n';
    const lookAt = outside(
      t,
      `=== controls/a.md\n${control}=== controls/b.md\n${control}=== mkdocs.yml\nsite_name: Home\n${others}`,
    );
    const { found, listed } = await lookAt('controls');
    assert.deepEqual(found, ['. plain: controls/a.md controls/b.md']);
    assert.ok(!listed.has('') && !listed.has('docs/'), 'what lies beside it is not listed');
  });

  it('a folder belongs to a small one above it whose pages are mostly documentation', async t => {
    const pages = `=== x/a.md\n${cited}=== x/b.md\n${cited}=== x/y/c.md\n${cited}=== x/y/d.md\n${cited}=== x/z/e.md\n# E\n`;
    const lookAt = outside(t, pages);
    // The folder around it has no page beside it.
    for (const at of ['x', 'x/y', 'x/z'])
      assert.deepEqual((await lookAt(at)).found, ['x plain: a.md b.md y/c.md y/d.md z/e.md'], at);
    assert.ok(!(await lookAt('x/y')).listed.has(''), 'what is around the program is not listed');
    const among = outside(t, `${pages}${others}=== c.md\n# C\n=== d.md\n# D\n`);
    for (const at of ['x', 'x/y'])
      assert.deepEqual((await among(at)).found, ['x plain: a.md b.md y/c.md y/d.md z/e.md'], at);
  });

  it('a folder above that holds programs of their own is none of them', async t => {
    const lookAt = outside(
      t,
      `=== x/p/tickmark.yaml\ntickmark: 1\n=== x/p/policies/a.md\n${cited}=== x/p/policies/b.md\n${cited}=== x/z/e.md\n# E\n`,
    );
    assert.deepEqual((await lookAt('x/z')).found, []);
    const among = outside(
      t,
      `=== x/p/tickmark.yaml\ntickmark: 1\n=== x/y/a.md\n${cited}=== x/y/b.md\n${cited}=== x/y/z/c.md\n# C\n=== x/d.md\n${cited}`,
    );
    for (const at of ['x/y', 'x/y/z'])
      assert.deepEqual((await among(at)).found, ['x/y plain: a.md b.md z/c.md'], at);
  });

  it('a folder above that holds much is not looked into', async t => {
    const files = Array.from({ length: 1000 }, (_, i) => `=== x/files/${i}.txt\n`).join('');
    const lookAt = outside(
      t,
      `=== x/a.md\n${cited}=== x/b.md\n${cited}=== x/y/c.md\n${cited}=== x/y/d.md\n${cited}${files}`,
    );
    const { found, listed } = await lookAt('x/y');
    assert.deepEqual(found, ['x/y plain: c.md d.md']);
    assert.ok(!listed.has('') && !listed.has('x/'));
  });
});

describe('looking into many pages', () => {
  it('lets others have their turn after each', async () => {
    const files = new MemoryFiles();
    const names = Array.from({ length: 40 }, (_, i) => `page-${i}.md`);
    for (const name of names) files.texts.set(`/w/${name}`, '# Access policy\n\nStaff sign in.\n');
    let [looked, most, since] = [0, 0, 0];
    files.read = file => {
      looked++;
      since++;
      most = Math.max(most, since);
      return files.textOf(file);
    };
    let pauses = 0;
    const { programs } = await discover(files, '/w', 'opened', () => {
      pauses++;
      since = 0;
    });
    assert.deepEqual(
      programs.map(({ layout, paths }) => [layout, paths.length]),
      [['plain', 40]],
    );
    assert.ok(looked >= 40 && pauses >= 80, `${looked} files read, ${pauses} pauses`);
    assert.ok(most < 10, `${most} files read at once`);
  });
});
