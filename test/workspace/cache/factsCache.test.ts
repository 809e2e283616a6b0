import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import type { CacheFolder } from '../../../server/src/workspace/cache/cacheFolder.ts';
import { FactsCache } from '../../../server/src/workspace/cache/factsCache.ts';
import { type DocumentItem, readFromDisk } from '../../../server/src/workspace/diskReading.ts';
import type { ReadDocument } from '../../../server/src/workspace/programHost.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { emptyFolder, write } from '../folder.ts';
import { cacheIn, keptIn } from './cacheIn.ts';

const access = '---\nid: access\nsatisfies: [CC6.1, CC9.9]\n---\nAccess follows the role. TBD\n';
const travel = '---\nid: travel\n---\nTravel is booked a week ahead.\n';

/** A folder of two policies, long unchanged, and a folder for caches. */
function twoPolicies(t: TestContext) {
  const [root, named] = [emptyFolder(t), emptyFolder(t)];
  for (const [path, text] of [
    ['policies/access.md', access],
    ['policies/travel.md', travel],
  ] as const) {
    write(root, path, text);
    age(join(root, path));
  }
  return { root, named, folder: cacheIn(named) };
}

/** Gives a file a time at which nothing is written any more. */
function age(file: string): void {
  utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'));
}

function item(path: string, included = false): DocumentItem {
  const role = roleOf(path, 'native', included);
  assert.ok(role);
  return { path, role };
}

const both = [item('policies/access.md'), item('policies/travel.md')];

/** Reads documents with a cache from the folder, and keeps what was read; which paths were read, and what they said. */
async function read(
  root: string,
  folder: CacheFolder,
  {
    items = both,
    build = 'a build',
    trusts = 'content' as 'content' | 'metadata',
  }: { items?: readonly DocumentItem[]; build?: string; trusts?: 'content' | 'metadata' } = {},
) {
  const cache = atOnce(FactsCache.open(folder, root, build));
  const taken: string[] = [];
  const keep = cache.keep.bind(cache);
  cache.keep = (document, ...rest) => {
    taken.push(document.path);
    keep(document, ...rest);
  };
  const documents = new Map<string, ReadDocument | undefined>();
  await readFromDisk(root, items, { script: '', cache, trusts }, read => {
    for (const { path, document } of read) documents.set(path, document);
  });
  atOnce(cache.save(new Set(items.map(({ path }) => path))));
  return { taken, documents: items.map(({ path }) => plain(documents.get(path))) };
}

/** How many ids of a document are no criteria. */
function unknownIn(document: ReturnType<typeof plain>): number | undefined {
  return document?.analysis?.findings.filter(({ rule }) => rule === 'criteria/unknown').length;
}

function plain(document: ReadDocument | undefined) {
  return document && { ...document, lines: document.lines?.data };
}

describe('what is known from earlier', () => {
  it('says what was read, and spares reading it again', async t => {
    const { root, folder } = twoPolicies(t);
    const first = await read(root, folder);
    assert.deepEqual(first.taken, ['policies/access.md', 'policies/travel.md']);
    assert.equal(unknownIn(first.documents[0]), 1);
    const second = await read(root, folder);
    assert.deepEqual(second.taken, []);
    assert.deepStrictEqual(second.documents, first.documents);
  });

  it('sees that a content is another, whatever its size and times say', async t => {
    const { root, folder } = twoPolicies(t);
    await read(root, folder);
    write(root, 'policies/access.md', access.replace('CC9.9', 'CC9.2'));
    age(join(root, 'policies/access.md'));
    for (const trusts of ['content', 'metadata'] as const) {
      const { taken, documents } = await read(root, folder, { trusts });
      assert.equal(unknownIn(documents[0]), 0, trusts);
      assert.ok(trusts === 'metadata' || taken.length === 1);
    }
  });

  it('trusts no time at which the file may have been written once more', async t => {
    const { root, folder } = twoPolicies(t);
    // Written just now: another change could leave the same time.
    write(root, 'policies/access.md', access);
    await read(root, folder, { trusts: 'metadata' });
    const cache = atOnce(FactsCache.open(folder, root, 'a build'));
    const [{ path, role } = assert.fail()] = both;
    assert.ok(cache.hashOf(path, role));
    const now = { stamp: new Int32Array(8), isSettled: true };
    assert.equal(cache.recall(path, now), undefined);
    assert.deepEqual((await read(root, folder, { trusts: 'metadata' })).taken, []);
  });

  it('is of one role, one build and one program', async t => {
    const { root, folder } = twoPolicies(t);
    await read(root, folder);
    assert.equal(
      (await read(root, folder, { items: both.map(({ path }) => item(path, true)) })).taken.length,
      2,
    );
    assert.equal((await read(root, folder, { build: 'another' })).taken.length, 2);
    const other = twoPolicies(t);
    assert.equal((await read(other.root, folder)).taken.length, 2);
  });

  it('forgets what is there no more, and packs anew only what lay beside it', async t => {
    const { root, folder } = twoPolicies(t);
    await read(root, folder);
    const one = await read(root, folder, { items: both.slice(1) });
    assert.deepEqual(one.taken, []);
    assert.deepEqual((await read(root, folder)).taken, ['policies/access.md']);
  });

  it('is as good as nothing where it was damaged or made by hand', async t => {
    const { root, named, folder } = twoPolicies(t);
    await read(root, folder);
    const [file = ''] = keptIn(named);
    const whole = readFileSync(file);
    for (const damage of [
      () => truncateSync(file, whole.length - 5),
      () => writeFileSync(file, 'nothing of ours'),
      () => writeFileSync(file, Buffer.concat([whole.subarray(0, 60), Buffer.from('x'), whole.subarray(61)])),
    ]) {
      damage();
      assert.equal((await read(root, folder)).taken.length, 2);
      assert.deepEqual((await read(root, folder)).taken, []);
    }
  });

  it('is for its user alone, and written whole', { skip: process.platform === 'win32' }, async t => {
    const { root, named } = twoPolicies(t);
    await read(root, cacheIn(join(named, 'new')));
    const [file = '', ...others] = keptIn(join(named, 'new'));
    assert.deepEqual(others, []);
    assert.equal(statSync(join(named, 'new', 'tickmark-cache')).mode & 0o777, 0o700);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('costs nothing but time where it cannot be written', async t => {
    const { root, named, folder } = twoPolicies(t);
    rmSync(join(named, 'tickmark-cache'), { recursive: true });
    write(named, 'tickmark-cache', 'in the way');
    assert.equal((await read(root, folder)).documents.length, 2);
    assert.equal(readFileSync(join(named, 'tickmark-cache'), 'utf8'), 'in the way');
  });
});
