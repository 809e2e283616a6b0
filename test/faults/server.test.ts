// Every call of the file system goes wrong once while the server's workspace reads: it says what it could not read, says nothing
// that is not so, and is right again once the disk is.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { it, type TestContext } from 'node:test';
import { FactsCache } from '../../server/src/workspace/cache/factsCache.ts';
import { diskFiles } from '../../server/src/workspace/disk/diskFiles.ts';
import { cachedFacts } from '../../server/src/workspace/diskReading.ts';
import { atOnce } from '../../server/src/workspace/steps.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { today } from '../fixture.ts';
import { cacheIn } from '../workspace/cache/cacheIn.ts';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { breakDisk, type Fault, isFelt, type SeenCall } from './faultyDisk.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  scope: {categories: [security]}
  === controls/sso.md
  ---
  id: AC-01
  satisfies: [CC6.1, CC9.9]
  policies: [p, gone]
  ---
  === policies/p.md
  ---
  id: p
  satisfies: [CC6.1]
  ---
  === .gitignore
  drafts
  `;
const pausing = { now: () => performance.now(), pause: async () => undefined };
const paths = ['tickmark.yaml', 'controls/sso.md', 'policies/p.md', '.gitignore', 'controls', 'policies'];

/** A workspace over a folder, with results of an earlier reading in another. */
function over(caches: string): Workspace {
  const cache = cacheIn(caches);
  return new Workspace(
    {
      ...pausing,
      files: diskFiles,
      today: () => today,
      cachedFacts: async root =>
        cachedFacts(root, '', atOnce(FactsCache.open(cache, root, 'a build')), pausing),
    },
    { changed: () => undefined, indexing: () => undefined },
  );
}

const foundIn = ({ programs }: Workspace) =>
  programs
    .flatMap(({ engine }) =>
      engine.paths().flatMap(path => engine.seen(path).map(({ message }) => `${path} ${message}`)),
    )
    .sort();
const isComplete = (workspace: Workspace) =>
  workspace.programs.length > 0 && workspace.programs.every(host => workspace.unreadable(host).length === 0);

/** A fault of each call in turn, while a folder is opened that was read before. */
async function* opened(t: TestContext, fault: Fault, lasts: boolean) {
  let last: readonly SeenCall[] = [];
  for (let at = 0; ; at++) {
    if (!isFelt(fault, last[at]?.name ?? 'readSync')) continue;
    const [folder, caches] = [folderOf(t, program), emptyFolder(t)];
    await over(caches).setFolders([folder]);
    const workspace = over(caches);
    const disk = breakDisk(fault, at, lasts);
    let calls: ReturnType<typeof disk.undo> = [];
    try {
      await workspace.setFolders([folder]);
    } finally {
      calls = last = disk.undo();
    }
    const call = calls[at];
    if (!call) return;
    yield { workspace, folder, what: `${fault} of ${call.name} ${call.about.replace(folder, '')}` };
    for (const made of [folder, caches]) rmSync(made, { recursive: true });
  }
}

it('the server says what it cannot read, and is right again once it can', async t => {
  const clean = over(emptyFolder(t));
  await clean.setFolders([folderOf(t, program)]);
  const expected = foundIn(clean);
  assert.ok(expected.length > 2, expected.join('\n'));
  for (const [fault, lasts] of [
    ['EIO', true],
    ['EIO', false],
    ['ENOENT', true],
    ['short', false],
  ] as const) {
    let count = 0;
    for await (const { workspace, folder, what } of opened(t, fault, lasts)) {
      count++;
      // What seems not to be there may not be there; nothing else is found that is not so.
      if (fault !== 'ENOENT' && isComplete(workspace)) assert.deepEqual(foundIn(workspace), expected, what);
      const invented = foundIn(workspace).filter(line => !expected.includes(line));
      if (fault !== 'ENOENT') assert.deepEqual(invented, [], what);
      await workspace.filesChanged(paths.map(path => `${folder}/${path}`));
      await workspace.setFolders([folder]);
      assert.deepEqual(foundIn(workspace), expected, `${what}, afterward`);
      assert.ok(isComplete(workspace), what);
    }
    assert.ok(count > (fault === 'short' ? 3 : 20), `${count} calls`);
  }
});
