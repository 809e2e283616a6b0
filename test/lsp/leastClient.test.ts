// A client that announces nothing at all: it is served by every feature of the list, and gets what every client understands.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { leastAbilities } from '../../server/src/lsp/abilities.ts';
import { features } from '../../server/src/lsp/features/features.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { streamsInMemory, uriInMemory } from './inMemory.ts';
import { initialize, notification, type RawClient, request } from './raw.ts';

const root = uriInMemory('/w');
const textDocument = { uri: uriInMemory('/w/controls/a.md') };
const position = { line: 2, character: 13 };
const text = '---\nid: AC-01\nsatisfies: [CC6.1]\n---\n';

const item = {
  name: 'AC-01',
  kind: 5,
  uri: textDocument.uri,
  range: { start: position, end: position },
  selectionRange: { start: position, end: position },
  data: { root, of: 'record', at: 'controls/a.md', name: 'AC-01' },
};

/** What each request may be asked with: a new one has its line here. */
const asked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'textDocument/completion': { textDocument, position },
  'completionItem/resolve': { label: 'CC6.1' },
  'textDocument/hover': { textDocument, position },
  'textDocument/definition': { textDocument, position },
  'textDocument/declaration': { textDocument, position },
  'textDocument/prepareCallHierarchy': { textDocument, position },
  'callHierarchy/incomingCalls': { item },
  'callHierarchy/outgoingCalls': { item },
  'textDocument/implementation': { textDocument, position },
  'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': { textDocument, position },
  'textDocument/documentLink': { textDocument },
  'textDocument/documentSymbol': { textDocument },
  'workspace/symbol': { query: 'a' },
  'textDocument/codeLens': { textDocument },
  'codeLens/resolve': { range: { start: position, end: position } },
  'textDocument/inlayHint': { textDocument, range: { start: position, end: position } },
  'textDocument/prepareRename': { textDocument, position: { line: 1, character: 6 } },
  'textDocument/rename': { textDocument, position: { line: 1, character: 6 }, newName: 'AC-02' },
  'workspace/willRenameFiles': { files: [{ oldUri: textDocument.uri, newUri: `${root}/controls/b.md` }] },
  'textDocument/codeAction': {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [position] },
  'textDocument/semanticTokens/full': { textDocument },
  'textDocument/semanticTokens/full/delta': { textDocument, previousResultId: '1' },
  'textDocument/semanticTokens/range': { textDocument, range: { start: position, end: position } },
  'textDocument/onTypeFormatting': {
    textDocument,
    position,
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  },
  'textDocument/formatting': { textDocument, options: { tabSize: 2, insertSpaces: true } },
  'textDocument/rangeFormatting': {
    textDocument,
    range: { start: position, end: position },
    options: { tabSize: 2, insertSpaces: true },
  },
  'textDocument/diagnostic': { textDocument },
  'workspace/executeCommand': { command: 'unknown' },
  'workspace/textDocumentContent': { uri: 'tickmark:/CC6.1.md?' },
  'tickmark/tree': { view: 'coverage' },
  'tickmark/status': {},
  'tickmark/documentStanding': { textDocument },
  'tickmark/page': { root, page: 'CC6.1' },
  'tickmark/pages': { root, at: { textDocument, position } },
  'tickmark/chooseReport': { root, report: 'none' },
  'tickmark/scopeEdit': { root, categories: ['security'] },
  'tickmark/proposals': { root },
  'tickmark/acceptProposals': {
    root,
    accepted: [{ uri: textDocument.uri, record: 0, digest: '', criteria: ['CC6.1'] }],
  },
  'tickmark/newRecord': { root, answers: { kind: 'control' } },
  'tickmark/addEvidence': { root, files: [{ file: 'file:///a.pdf', sha256: '' }], answers: {} },
  'tickmark/presetEdit': { root, preset: 'strict' },
  'tickmark/startFolder': { folder: root },
  'tickmark/newManifest': { folder: root, organization: 'A', kind: 'soc2', type: 1, categories: [] },
};
const methods = features.flatMap(({ answers }) => answers.map(({ method }) => method));

/** A client that has said nothing of itself and has one document open. */
async function least(t: TestContext): Promise<RawClient> {
  const files = new MemoryFiles('=== tickmark.yaml\n=== controls/a.md\n');
  const { client } = streamsInMemory(t, files);
  client.send(initialize(0, root), notification('initialized', {}));
  assert.equal(await client.code(0), undefined);
  client.send(
    notification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text },
    }),
  );
  return client;
}

describe('the least client', () => {
  it('is asked here about every request that a feature answers, each of which has one answer', () => {
    assert.deepEqual(Object.keys(asked).sort(), methods.toSorted());
  });

  it('is announced what every client understands', () => {
    const announced = features.map(({ announces }) => announces?.(leastAbilities) ?? {});
    assert.deepEqual(
      announced.flatMap(capabilities => Object.keys(capabilities)),
      [
        'completionProvider',
        'hoverProvider',
        'definitionProvider',
        'declarationProvider',
        'implementationProvider',
        'referencesProvider',
        'documentHighlightProvider',
        'documentLinkProvider',
        'documentSymbolProvider',
        'workspaceSymbolProvider',
        'codeLensProvider',
        'renameProvider',
        'selectionRangeProvider',
        'documentOnTypeFormattingProvider',
        'documentFormattingProvider',
        'documentRangeFormattingProvider',
      ],
    );
  });

  for (const method of methods) {
    it(`gets an answer to ${method}`, async t => {
      const client = await least(t);
      client.send(request(1, method, asked[method]));
      assert.equal(await client.code(1), undefined);
    });

    it(`is refused ${method} where it lacks what is read`, async t => {
      const client = await least(t);
      client.send(request(1, method, Object.keys(asked[method] ?? {}).length > 0 ? {} : 5));
      assert.equal(await client.code(1), ErrorCodes.InvalidParams);
    });

    it(`is refused ${method} with parameters in a list`, async t => {
      const client = await least(t);
      client.send(request(1, method, [null]));
      assert.equal(await client.code(1), ErrorCodes.InvalidParams);
    });

    it(`may call off ${method}`, async t => {
      const client = await least(t);
      client.send(request(1, method, asked[method]), notification('$/cancelRequest', { id: 1 }));
      assert.equal(await client.code(1), LSPErrorCodes.RequestCancelled);
    });

    if (!('textDocument' in (asked[method] ?? {}))) continue;
    it(`gets an answer to ${method} of a document that is not open`, async t => {
      const client = await least(t);
      client.send(request(1, method, { ...asked[method], textDocument: { uri: `${root}/none.md` } }));
      assert.equal(await client.code(1), undefined);
    });
  }
});
