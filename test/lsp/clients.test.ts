// Clients differ in what they show of a push, and when. Each of them shows the findings of a document, whenever it is opened.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { Client } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { type ClientHabits, clients } from './presets.ts';
import { Viewer } from './viewer.ts';

const program = `
  === tickmark.yaml
  report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  rules: {preset: start}
  === policies/access.md
  The [missing page](nowhere.md).
  === policies/laptops.md
  Laptops, and the [missing page](nowhere.md).
`;
const [access, laptops] = ['/w/policies/access.md', '/w/policies/laptops.md'] as const;
const found = new Map<string, string[]>([
  [access, ['0:19-0:29 documents/broken-link']],
  [laptops, ['0:32-0:42 documents/broken-link']],
]);

/** A client of these habits, once everything has been read and told. */
async function viewer(t: TestContext, habits: ClientHabits) {
  const { client, files } = serveInMemory(t, new MemoryFiles(program));
  const { capabilities } = await client.introduce([], {
    capabilities: habits.announces,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  const shown = new Viewer(client, habits, capabilities);
  await client.eventually(() => assert.ok(found.size <= new Set(shown.pushes).size));
  const open = async (key: string) => {
    shown.open(uriInMemory(key), String(files.textOf(key)));
    await shows(client, shown, key);
  };
  return { client, shown, open };
}

/** Asserts that the findings of a document come to be shown, each once, and stay so for turns of the server. */
async function shows(client: Client, shown: Viewer, key: string): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await client.eventually(() => assert.deepEqual(shown.shown(uriInMemory(key)), found.get(key)));
    await client.connection.sendRequest('tickmark/status', {});
  }
}

for (const habits of clients) {
  describe(`${habits.client} shows each finding once`, () => {
    it('in a document that is opened once everything is read, and in one that is opened later', async t => {
      const { client, shown, open } = await viewer(t, habits);
      await open(access);
      await open(laptops);
      await shows(client, shown, access);
    });

    it('in a document that is closed and opened again', async t => {
      const { client, shown, open } = await viewer(t, habits);
      await open(access);
      shown.close(uriInMemory(access));
      await client.connection.sendRequest('tickmark/status', {});
      if (habits.showsPushes !== 'while it is open') await shows(client, shown, access);
      await open(access);
    });

    it('and is told them once for each time that it opens a document', async t => {
      if (habits.pulls !== 'never') return;
      const { shown, open } = await viewer(t, habits);
      const before = shown.pushes.length;
      await open(access);
      await open(laptops);
      assert.deepEqual(shown.pushes.slice(before), [access, laptops].map(uriInMemory));
    });
  });
}
