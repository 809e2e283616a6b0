// What is told of an id over the wire: with the words of a document that is not open, in the form that each client takes.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type ClientCapabilities, HoverRequest, MarkupKind } from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes } from './presets.ts';

const policy = '\ufeff---\r\nid: POL-1\r\n---\r\n# Access\r\n\r\n𝒜 é\tSee AC-01.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const control = (statement: string) => `id: AC-01\nstatus: planned\nstatement: '${statement}'\n`;

async function hovered(t: TestContext, capabilities: ClientCapabilities, count = inUnits) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', policy).set('/w/controls/a.yaml', control('Doors are *locked*.'));
  const { client } = serveInMemory(t, files);
  await client.introduce([], { capabilities, workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] });
  await client.open(uri, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const at = policy.indexOf('AC-01');
  const ask = () =>
    client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: count(policy, at + 2),
    });
  return { client, ask, range: { start: count(policy, at), end: count(policy, at + 5) } };
}

const hover = (contentFormat: MarkupKind[]): ClientCapabilities => ({
  textDocument: { hover: { contentFormat } },
});

describe('a hover over an id', () => {
  it('shows the statement of a document that is not open, as text and not as Markdown', async t => {
    const { ask, range } = await hovered(t, hover([MarkupKind.Markdown]));
    const found = await ask();
    assert.deepEqual(found?.range, range);
    const { contents } = found ?? {};
    assert.ok(contents && typeof contents === 'object' && 'kind' in contents);
    assert.equal(contents.kind, MarkupKind.Markdown);
    assert.match(
      contents.value,
      /^\*\*AC-01\*\* · control\n\nDoors are &#42;locked&#42;\.\n\nstatus: planned\n/,
    );
  });

  it('is plain text where the client takes no Markdown', async t => {
    const { ask } = await hovered(t, hover([MarkupKind.PlainText]));
    const { contents } = (await ask()) ?? {};
    assert.ok(contents && typeof contents === 'object' && 'kind' in contents);
    assert.equal(contents.kind, MarkupKind.PlainText);
    assert.match(contents.value, /^AC-01 · control\n\nDoors are \*locked\*\.\n\nstatus: planned\n/);
  });

  it('has the words under the cursor for a client that counts bytes, and those of the latest text', async t => {
    const { client, ask, range } = await hovered(t, countsBytes, inBytes);
    assert.deepEqual((await ask())?.range, range);
    await client.open(uriInMemory('/w/controls/a.yaml'), control('Windows are closed.'));
    assert.match(JSON.stringify(await ask()), /Windows are closed\./);
  });
});
