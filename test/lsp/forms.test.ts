// Each client gets what it asks for in a form that it says it takes.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InsertTextFormat,
  MarkupContent,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { type ClientHabits, clients } from './presets.ts';

const control = '---\nid: AC-01\ntitle: Access is reviewed\nsatisfies: [CC6.1]\npolicies: [POL-1]\n---\n';
const textDocument = { uri: uriInMemory('/w/controls/a.md') };
const onId = { textDocument, position: { line: 1, character: 5 } };
const onCriterion = { textDocument, position: { line: 3, character: 13 } };
const onPolicy = { textDocument, position: { line: 4, character: 12 } };

async function editing(t: TestContext, { announces }: ClientHabits) {
  const files = new MemoryFiles(`
    === tickmark.yaml
    === controls/a.md
    === policies/access.md
    ---
    id: POL-1
    ---
    See AC-01.
  `);
  const { client } = serveInMemory(t, files);
  await client.introduce([], {
    capabilities: announces,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  await client.open(textDocument.uri, control);
  return client.connection;
}

for (const habits of clients) {
  const { client, announces } = habits;
  describe(`${client} gets`, () => {
    const { textDocument: asks, workspace } = announces;

    it('hovers in the markup that it shows', async t => {
      const connection = await editing(t, habits);
      const contents = (await connection.sendRequest(HoverRequest.type, onCriterion))?.contents;
      const formats = asks?.hover?.contentFormat;
      assert.ok(contents);
      if (formats) assert.ok(MarkupContent.is(contents) && formats.includes(contents.kind));
      else assert.equal(typeof contents, 'string');
    });

    it('completions without snippets, unless it takes them', async t => {
      const connection = await editing(t, habits);
      const answer = await connection.sendRequest(CompletionRequest.type, onCriterion);
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      assert.ok(items.length > 0);
      const isSnippet = items.some(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
      assert.ok(!isSnippet || asks?.completion?.completionItem?.snippetSupport);
    });

    it('definitions as links, if it takes them', async t => {
      const connection = await editing(t, habits);
      const answer = await connection.sendRequest(DefinitionRequest.type, onPolicy);
      const [found] = Array.isArray(answer) ? answer : [];
      assert.ok(found);
      assert.equal('targetUri' in found, asks?.definition?.linkSupport === true);
    });

    it('symbols below each other, if it takes them', async t => {
      const connection = await editing(t, habits);
      const [found] = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
      assert.ok(found);
      assert.equal(
        'selectionRange' in found,
        asks?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      );
    });

    it('references and a rename of every place, as edits that it applies', async t => {
      const connection = await editing(t, habits);
      const context = { includeDeclaration: true };
      assert.equal((await connection.sendRequest(ReferencesRequest.type, { ...onId, context }))?.length, 2);
      const edit = await connection.sendRequest(RenameRequest.type, { ...onId, newName: 'AC-02' });
      const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
      if (documentChanges || resourceOperations) assert.equal(edit?.documentChanges?.length, 2);
      else assert.equal(Object.keys(edit?.changes ?? {}).length, 2);
    });
  });
}
