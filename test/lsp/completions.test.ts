// Completion over the wire: documentation that is asked for item by item, and what Markdown support of a client tells by itself.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { nothing } from './presets.ts';

const policy = '\ufeff---\r\nid: POL-1\r\nsatisfies: [CC6]\r\n---\r\n# Access 1\r\n\r\n[x](#)\r\n';
const uri = uriInMemory('/w/policies/access.md');

/** What is offered behind some words of the policy. */
async function asking(t: TestContext, capabilities: ClientCapabilities, initializationOptions = {}) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', policy);
  const { client } = serveInMemory(t, files);
  const { capabilities: announced } = await client.introduce([], {
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(uri, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const behind = async (words: string): Promise<readonly CompletionItem[]> => {
    const position = inUnits(policy, policy.indexOf(words) + words.length);
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return found === null ? [] : 'items' in found ? found.items : found;
  };
  const resolved = (item: CompletionItem) =>
    client.connection.sendRequest(CompletionResolveRequest.type, item);
  return { announced, behind, resolved };
}

const lazily: ClientCapabilities = {
  textDocument: { completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } },
};

describe('the documentation of a completion', () => {
  it('comes with it, for a client that does not ask for it', async t => {
    const { announced, behind } = await asking(t, nothing);
    assert.equal(announced.completionProvider?.resolveProvider, undefined);
    const [first] = await behind('[CC6');
    assert.match(String(first?.documentation), /\w/);
  });

  it('is told once it is asked for, and only of what was offered last', async t => {
    const { announced, behind, resolved } = await asking(t, lazily);
    assert.equal(announced.completionProvider?.resolveProvider, true);
    const items = await behind('[CC6');
    assert.ok(items.every(({ documentation }) => documentation === undefined));
    const found = items.find(({ label }) => label === 'CC6.4');
    assert.ok(found);
    assert.match(String((await resolved(found)).documentation), /missing: No control maps to it/);
    await behind('[CC6');
    assert.deepEqual(await resolved(found), found);
    assert.deepEqual(await resolved({ label: 'x' }), { label: 'x' });
  });
});

describe('the headings that a link may lead to', () => {
  it('are offered to an editor, unless its own Markdown support does that', async t => {
    const { behind } = await asking(t, nothing);
    assert.deepEqual(
      (await behind('[x](#')).map(({ label }) => label),
      ['access-1'],
    );
    const other = await asking(t, nothing, { markdown: true });
    assert.deepEqual(await other.behind('[x](#'), []);
  });
});
