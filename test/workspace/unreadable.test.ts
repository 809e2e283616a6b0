import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unreadable } from '../../server/src/workspace/files.ts';
import { native, opened, rulesAt } from './opened.ts';

describe('what cannot be read', () => {
  const referring = `${native}
  === controls/b.md
  ---
  id: AC-02
  owner: ana
  frequency: daily
  satisfies: [CC6.2]
  policies: [p]
  ---
  `;

  it('is named, and nothing that may be in it is said to be missing', async () => {
    for (const locked of ['/w/policies/', '/w/policies/p.md']) {
      const watched = await opened(referring);
      const [host] = watched.workspace.programs;
      assert.ok(host);
      assert.deepEqual(watched.workspace.unreadable(host), []);
      watched.files.locked.add(locked);
      await watched.workspace.filesChanged([locked.replace(/\/$/, '')]);
      assert.deepEqual(watched.workspace.unreadable(host), [locked.slice('/w/'.length)]);
      assert.ok(!rulesAt(watched, '/w/controls/b.md').includes('documents/unknown-reference'));
      watched.files.locked.clear();
      watched.files.texts.delete('/w/policies/p.md');
      await watched.workspace.filesChanged([locked.replace(/\/$/, ''), '/w/policies/p.md']);
      assert.deepEqual(watched.workspace.unreadable(host), []);
      assert.ok(rulesAt(watched, '/w/controls/b.md').includes('documents/unknown-reference'));
    }
  });
});

describe('a document that cannot be read', () => {
  it('is known as long as it is open', async () => {
    const watched = await opened(native);
    const [host] = watched.workspace.programs;
    assert.ok(host);
    const key = '/w/policies/p.md';
    watched.files.locked.add(key);
    await watched.workspace.filesChanged([key]);
    assert.deepEqual(watched.workspace.unreadable(host), ['policies/p.md']);
    await watched.type(key, '---\nid: p\n---\n');
    assert.deepEqual(watched.workspace.unreadable(host), []);
    assert.equal(host.engine.program.complete, true);
    await watched.close(key);
    assert.deepEqual(watched.workspace.unreadable(host), ['policies/p.md']);
    assert.equal(host.engine.program.complete, false);
  });

  it('is not missed once the manifest has it read as something else, or not at all', async () => {
    for (const manifest of ['catalogs: [policies/p.md]\n', 'exclude: [policies/**]\n']) {
      const watched = await opened(native);
      const [host] = watched.workspace.programs;
      assert.ok(host);
      watched.files.locked.add('/w/policies/p.md');
      await watched.workspace.filesChanged(['/w/policies/p.md']);
      assert.deepEqual(watched.workspace.unreadable(host), ['policies/p.md']);
      await watched.type('/w/tickmark.yaml', manifest);
      assert.deepEqual(watched.workspace.unreadable(host), []);
    }
  });
});

describe('a file that evidence names and that cannot be read', () => {
  const evidence = '---\nid: E-1\nsource: files/a.csv\n---\n';

  it('is named as long as evidence names it, and leaves what is absent to be told', async () => {
    const watched = await opened(native);
    const [host] = watched.workspace.programs;
    assert.ok(host);
    let isLocked = true;
    const { look } = watched.files;
    watched.files.look = (file, within, sha256) =>
      isLocked && file === '/w/evidence/files/a.csv' ? unreadable : look(file, within, sha256);
    watched.files.texts.set('/w/evidence/e.md', evidence);
    await watched.workspace.filesChanged(['/w/evidence/e.md']);
    assert.deepEqual(watched.workspace.unreadable(host), ['evidence/files/a.csv']);
    assert.equal(host.engine.program.complete, true);
    await watched.type('/w/evidence/e.md', evidence.replace('files/a.csv', 'files/b.csv'));
    assert.deepEqual(watched.workspace.unreadable(host), []);
    await watched.type('/w/evidence/e.md', evidence);
    assert.deepEqual(watched.workspace.unreadable(host), ['evidence/files/a.csv']);
    isLocked = false;
    await watched.workspace.filesChanged(['/w/evidence/files/a.csv']);
    assert.deepEqual(watched.workspace.unreadable(host), []);
  });
});
