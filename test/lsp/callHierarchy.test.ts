// The chain from a criterion to a file as calls, over the wire; and pages for a client that opens files only.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type ClientCapabilities,
  DeclarationRequest,
  DefinitionRequest,
  SymbolKind,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const text = '\ufeff---\r\nid: POL-1\r\n---\r\n# 𝒜ccess\r\n\r\n𝒜 é\tSee CC6.1, AC-01, and EV-1.\r\n';
const uri = uriInMemory('/w/policies/access.md');
const controls = '- {title: é, id: AC-01, satisfies: [CC6.1], policies: [POL-1]}\n';
const evidence = '- {id: EV-1, controls: AC-01, source: files/a.csv}\n';

async function asking(t: TestContext, capabilities: ClientCapabilities, pages = new Map<string, string>()) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n=== evidence/files/a.csv\na\n');
  files.texts.set('/w/policies/access.md', text).set('/w/controls/all.yaml', controls);
  files.texts.set('/w/evidence/all.yaml', evidence);
  const { client } = serveInMemory(t, files, {
    pageFile(root, about, content) {
      assert.equal(root, '/w');
      pages.set(`/pages/${about}.md`, content);
      return `/pages/${about}.md`;
    },
  });
  const result = await client.introduce([], {
    capabilities,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(uri, text);
  await client.eventually(() => assert.ok(client.published.size > 0));
  const count = capabilities === countsBytes ? inBytes : inUnits;
  const at = (words: string) => ({
    textDocument: { uri },
    position: count(text, text.indexOf(words) + 1),
  });
  const { connection } = client;
  const prepared = async (words: string) => {
    const [item] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, at(words))) ?? [];
    assert.ok(item);
    return item;
  };
  const below = async (item: CallHierarchyItem) =>
    ((await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })) ?? []).map(
      ({ to }) => to,
    );
  const above = async (item: CallHierarchyItem) =>
    ((await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })) ?? []).map(
      ({ from }) => from,
    );
  return { client, result, count, at, prepared, below, above, pages };
}

const names = (items: readonly CallHierarchyItem[]) => items.map(({ name }) => name);
const only = (items: readonly CallHierarchyItem[]): CallHierarchyItem => {
  const [item, ...others] = items;
  assert.ok(item && others.length === 0);
  return item;
};

describe('the call hierarchy', () => {
  it('is announced to a client that shows one', async t => {
    const calls = { ...nothing, textDocument: { callHierarchy: {} } };
    assert.equal((await asking(t, calls)).result.capabilities.callHierarchyProvider, true);
    assert.equal((await asking(t, nothing)).result.capabilities.callHierarchyProvider, undefined);
  });

  for (const [name, capabilities] of [
    ['UTF-16', nothing],
    ['bytes', countsBytes],
  ] as const)
    it(`leads from a criterion to a file and back, for a client that counts ${name}`, async t => {
      const { count, prepared, below, above } = await asking(t, capabilities);
      const criterion = await prepared('CC6.1');
      assert.match(criterion.name, /^CC6\.1 /);
      const control = only(await below(criterion));
      const start = controls.indexOf('AC-01');
      const range = { start: count(controls, start), end: count(controls, start + 5) };
      const { data: _, ...shown } = control;
      assert.deepEqual(shown, {
        name: 'AC-01 é',
        kind: SymbolKind.Class,
        detail: 'control',
        uri: uriInMemory('/w/controls/all.yaml'),
        range,
        selectionRange: range,
      });
      const record = only(await below(control));
      assert.equal(record.name, 'EV-1');
      const file = only(await below(record));
      assert.deepEqual([file.name, file.uri], ['a.csv', uriInMemory('/w/evidence/files/a.csv')]);
      assert.deepEqual(await below(file), []);
      assert.deepEqual(names(await above(file)), ['EV-1']);
      assert.deepEqual(names(await above(record)), ['AC-01 é']);
      assert.deepEqual(names(await above(control)), [criterion.name, 'POL-1 𝒜ccess']);
      assert.deepEqual(await above(criterion), []);
      assert.deepEqual(names(await below(await prepared('POL-1'))), ['AC-01 é']);
    });

  it('is that of the latest texts, and nothing for what is there no more', async t => {
    const { client, prepared, below, above } = await asking(t, nothing);
    const control = await prepared('AC-01');
    const own = uriInMemory('/w/controls/all.yaml');
    await client.open(own, controls);
    await client.change(own, { text: `\n\n${controls.replace('CC6.1', 'CC6.2')}` });
    assert.match(names(await above(control))[0] ?? '', /^CC6\.2 /);
    assert.equal((await prepared('AC-01')).range.start.line, 2);
    await client.change(own, { text: '- {id: AC-02}\n' });
    assert.deepEqual([...(await above(control)), ...(await below(control))], []);
  });

  it('answers what it never gave with nothing', async t => {
    const { prepared, below } = await asking(t, nothing);
    const item = await prepared('AC-01');
    const root = uriInMemory('/w');
    for (const data of [
      { root: 'none', of: 'record', at: 'a', name: 'b' },
      { root, of: 'record', at: '../a', name: 'b' },
      { root, of: 'criterion', at: 'CC99', name: '' },
      { root, of: 'else', at: '', name: '' },
      { root, of: 'file', at: '../../etc/passwd', name: '' },
    ])
      assert.deepEqual(await below({ ...item, data }), []);
  });
});

describe('the page of a criterion', () => {
  it('is a file, for a client that opens nothing else: its definition and its declaration', async t => {
    const { client, at, pages } = await asking(t, nothing);
    const { connection } = client;
    const file = uriInMemory('/pages/CC6.1.md');
    const start = { line: 0, character: 0 };
    const expected = [{ uri: file, range: { start, end: start } }];
    assert.deepEqual(await connection.sendRequest(DefinitionRequest.type, at('CC6.1')), expected);
    assert.deepEqual(await connection.sendRequest(DeclarationRequest.type, at('CC6.1')), expected);
    assert.match(pages.get('/pages/CC6.1.md') ?? '', /^# CC6\.1 /);
    assert.deepEqual([...pages.keys()], ['/pages/CC6.1.md']);
  });

  it('is no file for a client that opens documents of the server', async t => {
    const { client, at, pages } = await asking(t, {
      ...likeVsCode,
      workspace: { ...likeVsCode.workspace, textDocumentContent: {} },
    });
    const [found] = [
      (await client.connection.sendRequest(DeclarationRequest.type, at('CC6.1'))) ?? [],
    ].flat();
    assert.ok(found && 'uri' in found);
    assert.match(found.uri, /^tickmark:\/CC6\.1\.md\?/);
    assert.equal(pages.size, 0);
  });
});
