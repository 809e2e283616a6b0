// Folds and selections over the wire, as each client counts.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, nothing } from './presets.ts';

const policy = '\ufeff---\r\nid: POL-1\r\n---\r\n# Access\r\n\r\n𝒜 é\tSee CC6.1.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const textDocument = { uri };

async function editing(t: TestContext, capabilities: ClientCapabilities, options: object = {}) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', policy);
  const { client } = serveInMemory(t, files);
  const { capabilities: announced } = await client.introduce([], {
    capabilities,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    initializationOptions: options,
  });
  await client.open(uri, policy);
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client, announced };
}

describe('folds', () => {
  const folds = { textDocument: { foldingRange: {} } };

  it('are announced to clients that ask for them', async t => {
    const { announced } = await editing(t, folds);
    assert.equal(announced.foldingRangeProvider, true);
    assert.equal(announced.selectionRangeProvider, undefined);
  });

  it('are lines', async t => {
    const { client } = await editing(t, folds);
    assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
      { startLine: 0, endLine: 2 },
      { startLine: 3, endLine: 5 },
    ]);
  });

  it('leave to the editor what it folds in Markdown', async t => {
    const { client } = await editing(t, folds, { markdown: true });
    assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
      { startLine: 0, endLine: 2 },
    ]);
  });

  it('are none of a document of no program: the editor may then fold by indentation', async t => {
    const { client } = await editing(t, folds);
    const other = uriInMemory('/w/notes/other.yaml');
    await client.open(other, 'a:\n  b: 1\n');
    const found = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: other },
    });
    assert.equal(found, null);
  });
});

describe('selections', () => {
  for (const [name, capabilities, count] of [
    ['UTF-16', nothing, inUnits],
    ['bytes', countsBytes, inBytes],
  ] as const)
    it(`are nested, for a client that counts ${name}`, async t => {
      const { client } = await editing(t, capabilities);
      const at = (words: string) => count(policy, policy.indexOf(words));
      const found = await client.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument,
        positions: [at('6.1'), at('POL-1')],
      });
      const steps = (one: SelectionRange | undefined): SelectionRange['range'][] =>
        one ? [one.range, ...steps(one.parent)] : [];
      const range = (words: string) => {
        const start = policy.indexOf(words);
        return { start: count(policy, start), end: count(policy, start + words.length) };
      };
      const [prose, id] = found ?? [];
      assert.deepEqual(steps(prose).slice(0, 2), [range('CC6'), range('CC6.1')]);
      assert.deepEqual(steps(id).slice(0, 3), [range('POL'), range('POL-1'), range('id: POL-1')]);
    });
});
