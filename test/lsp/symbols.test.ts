// Symbols over the wire, as each client counts and takes them.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  DocumentSymbolRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const text = '\ufeff---\r\nid: POL-1\r\n---\r\n# 𝒜ccess\r\n\r\n## 𝒜 Reviews\r\n\r\nSee CC6.3.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const controlsUri = uriInMemory('/w/controls/all.yaml');
const controls = '- id: AC-01 # 𝒜\n  title: Sign-on\n';

async function opened(t: TestContext, capabilities: ClientCapabilities) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', text).set('/w/controls/all.yaml', controls);
  const { client } = serveInMemory(t, files);
  await client.introduce([], { capabilities, workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] });
  await client.open(uri, text);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const count = capabilities === countsBytes ? inBytes : inUnits;
  const rangeOf = (words: string, end = text.indexOf(words) + words.length) => ({
    start: count(text, text.indexOf(words)),
    end: count(text, end),
  });
  const symbols = () => client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  return { client, files, rangeOf, symbols };
}

describe('the symbols of a document', () => {
  for (const [name, capabilities] of [
    ['UTF-16', nothing],
    ['bytes', countsBytes],
  ] as const)
    it(`are a list for a client that counts ${name} and shows no tree`, async t => {
      const { rangeOf, symbols } = await opened(t, capabilities);
      assert.deepEqual(await symbols(), [
        { name: 'POL-1 𝒜ccess', kind: SymbolKind.Module, location: { uri, range: rangeOf('POL-1') } },
        {
          name: '𝒜 Reviews (CC6.3)',
          kind: SymbolKind.String,
          location: { uri, range: rangeOf('## 𝒜 Reviews') },
          containerName: 'POL-1 𝒜ccess',
        },
      ]);
    });

  it('are a tree for a client that shows one', async t => {
    const { rangeOf, symbols } = await opened(t, {
      ...likeVsCode,
      textDocument: {
        ...likeVsCode.textDocument,
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    });
    assert.deepEqual(await symbols(), [
      {
        name: 'POL-1 𝒜ccess',
        detail: 'policy',
        kind: SymbolKind.Module,
        range: { start: { line: 0, character: 1 }, end: rangeOf('', text.length).end },
        selectionRange: rangeOf('POL-1'),
        children: [
          {
            name: '𝒜 Reviews (CC6.3)',
            detail: '',
            kind: SymbolKind.String,
            range: rangeOf('## 𝒜 Reviews', text.length),
            selectionRange: rangeOf('## 𝒜 Reviews'),
            children: [],
          },
        ],
      },
    ]);
  });

  it('are those of the latest text', async t => {
    const { client, symbols } = await opened(t, nothing);
    await client.change(uri, { text: '---\nid: POL-2\n---\n# Access\n' });
    await client.change(uri, { text: '---\nid: POL-3\n---\n# Access\n' });
    const found = (await symbols()) ?? [];
    assert.deepEqual(
      found.map(({ name }) => name),
      ['POL-3 Access'],
    );
  });
});

describe('the symbols of a workspace', () => {
  it('are in documents that are open or not', async t => {
    const { client, rangeOf } = await opened(t, nothing);
    const find = (query: string) => client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
    assert.deepEqual(await find('pol1'), [
      {
        name: 'POL-1 𝒜ccess',
        kind: SymbolKind.Module,
        location: { uri, range: rangeOf('POL-1') },
        containerName: 'policy',
      },
    ]);
    assert.deepEqual(await find('sign on'), [
      {
        name: 'AC-01 Sign-on',
        kind: SymbolKind.Class,
        location: {
          uri: controlsUri,
          range: { start: inUnits(controls, 6), end: inUnits(controls, 11) },
        },
        containerName: 'control',
      },
    ]);
    assert.deepEqual(await find('CC6.1'), []);
  });

  it('are the pages of criteria for a client that opens them', async t => {
    const { client } = await opened(t, {
      ...likeVsCode,
      workspace: { ...likeVsCode.workspace, textDocumentContent: {} },
    });
    const found =
      (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'CC6.1' })) ?? [];
    const [first] = found;
    assert.match(first?.name ?? '', /^CC6\.1 /);
    assert.match(first?.location.uri ?? '', /^tickmark:\/CC6\.1\.md\?/);
  });
});
