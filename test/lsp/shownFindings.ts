import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { type Client, serve } from './client.ts';
import { Editor } from './editor.ts';
import { likeVsCode } from './presets.ts';

/** Asserts that just what `tickmark check` finds comes to be shown, each finding once, and stays so for turns of the server. */
export async function showsWhatCheckFinds(
  client: Client,
  shown: () => Map<string, string[]>,
  expected: Map<string, string[]>,
): Promise<void> {
  const is = () => assert.deepEqual(new Map([...shown()].sort()), new Map([...expected].sort()));
  for (let turn = 0; turn < 3; turn++) {
    await client.eventually(is);
    await client.connection.sendRequest('tickmark/status', {});
  }
  await client.eventually(is);
}

/** What is found by the URIs of documents. */
export const byUri = (found: Map<string, string[]>, uriOfKey: (key: string) => string) =>
  new Map([...found].map(([key, lines]) => [uriOfKey(key), lines]));

/** A client like Visual Studio Code, and what it shows. */
export async function editor(t: TestContext, folder: string): Promise<{ client: Client; shown: Editor }> {
  const { client } = serve(t);
  const shown = new Editor(client);
  await client.introduce([folder], { capabilities: likeVsCode });
  return { client, shown };
}
