// Folders that are walked through, where the editor's search for files gives no answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTime } from '../../client/src/inTime.ts';
import { type Entry, walk } from '../../client/src/walk.ts';

/** Walks through folders, each with what lies in it: a name, or one with `/` for a folder; `?` where it cannot be listed. */
function walked(folders: Readonly<Record<string, string>>, mostFound = 10, mostWalked = 10) {
  const entries = async (folder: string): Promise<readonly Entry[] | undefined> => {
    const inside = folders[folder] ?? assert.fail(`${folder} is looked into`);
    if (inside === '?') return undefined;
    return inside
      .split(' ')
      .filter(name => name !== '')
      .map(name => ({ name: name.replace(/[/@]$/, ''), is: kindOf(name) }));
  };
  const wanted = {
    isWanted: (name: string) => name.endsWith('.md'),
    tellsSite: ({ name, is }: Entry) => (is === 'folder' ? name === '.site' : name === 'site.js'),
  };
  return walk(entries, wanted, mostFound, mostWalked);
}

function kindOf(name: string): Entry['is'] {
  return name.endsWith('/') ? 'folder' : name.endsWith('@') ? 'other' : 'file';
}

test('all files are found but for those behind links, in hidden folders and in installed packages', async () => {
  assert.deepEqual(
    await walked({
      '': 'a.md b.txt link.md@ docs/ .git/ node_modules/',
      'docs/': 'c.md d/',
      'docs/d/': 'e.md',
    }),
    { files: ['a.md', 'docs/c.md', 'docs/d/e.md'], unlisted: [], sites: [] },
  );
});

test('what may tell the generator of a site is named, a hidden folder too', async () => {
  assert.deepEqual(await walked({ '': 'a.md site.js docs/', 'docs/': '.site/ node_modules/' }), {
    files: ['a.md'],
    unlisted: [],
    sites: ['site.js', 'docs/.site/'],
  });
});

test('a folder that cannot be listed is named, and the others are listed', async () => {
  assert.deepEqual(await walked({ '': 'a/ b/', 'a/': '?', 'b/': 'c.md' }), {
    files: ['b/c.md'],
    unlisted: ['a/'],
    sites: [],
  });
});

test('that not all were listed is told where there are more than can be walked through, and only there', async () => {
  const folders = { '': 'a/ b/', 'a/': '1.md 2.md', 'b/': '3.md' };
  assert.deepEqual(await walked(folders, 10, 4), { files: ['a/1.md', 'a/2.md'], unlisted: [''], sites: [] });
  assert.deepEqual(await walked(folders, 10, 5), {
    files: ['a/1.md', 'a/2.md', 'b/3.md'],
    unlisted: [],
    sites: [],
  });
  assert.deepEqual(await walked(folders, 1), { files: ['a/1.md'], unlisted: [''], sites: [] });
});

test('nothing is waited for longer than was said', async () => {
  assert.equal(await inTime(Promise.resolve('answer'), 10_000), 'answer');
  assert.equal(await inTime(new Promise(() => {}), 0), undefined);
  assert.equal(await inTime(Promise.reject(new Error('no such folder')), 10_000), undefined);
});
