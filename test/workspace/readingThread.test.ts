import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { ReadingThread, readInParallel } from '../../server/src/workspace/parallelReading.ts';
import { command } from '../cli/tickmark.ts';
import { emptyFolder, write } from './folder.ts';

const paths = ['controls/a.md', 'controls/b.md'];

/** Another thread that reads two controls. */
function reading(t: TestContext): ReadingThread {
  const root = emptyFolder(t);
  const items = paths.map(path => {
    write(root, path, `---\nid: ${path}\n---\n`);
    const role = roleOf(path, 'native', false);
    assert.ok(role);
    return { path, role, cachedHash: undefined };
  });
  return new ReadingThread(command, root, items);
}

const idIn = async (thread: ReadingThread, path: string) =>
  (await thread.readingOf(path))?.reading?.document?.analysis?.summary.shape.records[0]?.id?.text;

describe('reading with a second thread', () => {
  it('ends with what was wrong with the thread, and with nothing that nobody waits for', async () => {
    const role = roleOf('controls/a.md', 'native', false);
    assert.ok(role);
    const items = Array.from({ length: 20_000 }, () => ({
      path: 'controls/a.md',
      role,
      cachedHash: undefined,
    }));
    const reading = readInParallel('/nowhere/tickmark.cjs', '/nowhere', items, () => undefined);
    await assert.rejects(reading, /Cannot find module/);
  });
});

describe('a thread that reads ahead', () => {
  it('gives each document once, in any order', async t => {
    const thread = reading(t);
    assert.equal(await idIn(thread, 'controls/b.md'), 'controls/b.md');
    assert.equal(await idIn(thread, 'controls/a.md'), 'controls/a.md');
    assert.equal(await idIn(thread, 'controls/a.md'), undefined);
  });

  it('gives nothing of a file that has changed meanwhile, whether it was read or is still to be', async t => {
    const thread = reading(t);
    const waiting = idIn(thread, 'controls/a.md');
    thread.forget('controls/a.md');
    assert.equal(await waiting, undefined);
    assert.equal(await idIn(thread, 'controls/b.md'), 'controls/b.md');
    assert.equal(thread.item('controls/a.md'), undefined);
    assert.equal(await idIn(thread, 'controls/a.md'), undefined);
  });
});
