// Renames over the wire: whole or not at all, in documents that are open or not, as each client counts and takes them.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  FileChangeType,
  type Position,
  PrepareRenameRequest,
  RenameRequest,
  ShowMessageNotification,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { Client } from './client.ts';
import { type Count, inBytes, inUnits } from './counting.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { countsBytes, likeVsCode, nothing } from './presets.ts';

const mark = '\ufeff';
const policy = `${mark}---\r\nid: POL-1\r\n---\r\n# Access\r\n\r\n𝒜 é\tSee AC-02 and CC6.1.\r\n`;
const controls = `- id: AC-01\n- id: AC-02 # 𝒜\n  title: é\n  policies: [POL-1]\n- {title: "𝒜", id: 'AC-03', supersedes: 'AC-02'}\n`;
const policyUri = uriInMemory('/w/policies/access.md');
const controlsUri = uriInMemory('/w/controls/all.yaml');
const texts = new Map([
  [policyUri, policy],
  [controlsUri, controls],
]);

interface Renaming {
  readonly client: Client;
  readonly files: MemoryFiles;
  readonly count: Count;
  /** What the user is told in messages. */
  readonly told: string[];
  readonly prepare: (uri: string, words: string) => ReturnType<typeof askToPrepare>;
  readonly rename: (uri: string, words: string, newName: string) => Promise<WorkspaceEdit | null>;
}

function askToPrepare(client: Client, uri: string, position: Position) {
  return client.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position });
}

/** A client with the policy open. */
async function renaming(
  t: TestContext,
  capabilities: ClientCapabilities,
  initializationOptions: object = {},
  folder = '/w',
): Promise<Renaming> {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set('/w/policies/access.md', policy).set('/w/controls/all.yaml', controls);
  const { client } = serveInMemory(t, files);
  const told: string[] = [];
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    told.push(message);
    client.heard(ShowMessageNotification.method);
  });
  const count = capabilities === countsBytes ? inBytes : inUnits;
  await client.introduce([], {
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: uriInMemory(folder), name: 'w' }],
  });
  await client.open(policyUri, policy);
  const at = (uri: string, words: string): Position => {
    const text = texts.get(uri) ?? '';
    assert.ok(text.includes(words));
    return count(text, text.indexOf(words) + 1);
  };
  return {
    ...{ client, files, count, told },
    prepare: (uri, words) => askToPrepare(client, uri, at(uri, words)),
    rename: (uri, words, newName) =>
      client.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri },
        position: at(uri, words),
        newName,
      }),
  };
}

const vsCode: ClientCapabilities = {
  ...likeVsCode,
  workspace: {
    ...likeVsCode.workspace,
    workspaceEdit: {
      ...likeVsCode.workspace?.workspaceEdit,
      documentChanges: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    ...likeVsCode.textDocument,
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
  },
};

/** The texts after an edit, by the URIs that it edits. */
function after(edit: WorkspaceEdit | null, count: Count): Readonly<Record<string, string>> {
  const changes = (edit?.documentChanges ?? []).filter(one => TextDocumentEdit.is(one));
  const edits = new Map(
    changes.map(one => [one.textDocument.uri, one.edits.filter(each => TextEdit.is(each))]),
  );
  for (const [uri, own] of Object.entries(edit?.changes ?? {})) edits.set(uri, own);
  return Object.fromEntries([...edits].map(([uri, own]) => [uri, applied(texts.get(uri) ?? '', own, count)]));
}

function applied(text: string, edits: readonly TextEdit[], count: Count): string {
  const offsets = new Map<string, number>();
  for (let i = 0; i <= text.length; i++) offsets.set(JSON.stringify(count(text, i)), i);
  const placed = edits.map(({ range, newText }) => ({
    start: offsets.get(JSON.stringify(range.start)),
    end: offsets.get(JSON.stringify(range.end)),
    newText,
  }));
  let result = text;
  for (const { start = Number.NaN, end, newText } of placed.sort((a, b) => (b.start ?? 0) - (a.start ?? 0)))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

for (const [name, capabilities] of [
  ['a client that announces nothing', nothing],
  ['a client that counts bytes', countsBytes],
  ['Visual Studio Code', vsCode],
] as const) {
  it(`a rename changes every document, open or not, for ${name}`, async t => {
    const { count, rename } = await renaming(t, capabilities);
    const edit = await rename(policyUri, 'AC-02', 'AC-07');
    assert.deepEqual(after(edit, count), {
      [policyUri]: policy.replaceAll('AC-02', 'AC-07'),
      [controlsUri]: controls.replaceAll('AC-02', 'AC-07'),
    });
  });
}

describe('a rename', () => {
  it('is for the versions of open documents, and marks what is in running text', async t => {
    const { rename } = await renaming(t, vsCode);
    const edit = await rename(policyUri, 'AC-02', 'AC-07');
    const changes = (edit?.documentChanges ?? []).filter(one => TextDocumentEdit.is(one));
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [
        textDocument,
        edits.map(one => ('annotationId' in one ? one.annotationId : 'plain')),
      ]),
      [
        [{ uri: controlsUri, version: null }, ['plain', 'plain']],
        [{ uri: policyUri, version: 1 }, ['runningText']],
      ],
    );
    assert.equal(edit?.changeAnnotations?.['runningText']?.needsConfirmation, true);
  });

  it('is prepared with the words of the id', async t => {
    const { prepare } = await renaming(t, vsCode);
    const start = inUnits(policy, policy.indexOf('AC-02'));
    assert.deepEqual(await prepare(policyUri, 'AC-02'), {
      range: { start, end: { ...start, character: start.character + 5 } },
      placeholder: 'AC-02',
    });
    assert.equal(await prepare(policyUri, 'Access'), null);
  });

  it('is of the latest text', async t => {
    const { client, rename } = await renaming(t, vsCode);
    const opened = client.open(controlsUri, controls);
    const at = { line: 0, character: 0 };
    const changed = client.change(controlsUri, { range: { start: at, end: at }, text: '- id: AC-00\n' });
    const edit = await rename(policyUri, 'AC-02', 'AC-07');
    await Promise.all([opened, changed]);
    const change = edit?.documentChanges?.[0];
    assert.ok(change && TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri: controlsUri, version: 3 });
    const [first] = change.edits;
    assert.ok(TextEdit.is(first));
    assert.equal(first.range.start.line, 2);
  });
});

describe('a rename after changes of files', () => {
  const said = '# Laptops\n\nAC-02 is about laptops.\n';
  const [key, uri] = ['/w/policies/laptops.md', uriInMemory('/w/policies/laptops.md')];
  const changed = async ({ rename }: Renaming) =>
    (((await rename(policyUri, 'AC-02', 'AC-07'))?.documentChanges ?? []) as readonly TextDocumentEdit[]).map(
      ({ textDocument }) => textDocument.uri.slice(uriInMemory('/w/').length),
    );

  it('takes in a file that was made, and leaves out one that was deleted', async t => {
    const asked = await renaming(t, vsCode);
    const { client, files } = asked;
    const before = ['controls/all.yaml', 'policies/access.md'];
    assert.deepEqual((await changed(asked)).sort(), before);
    files.texts.set(key, said);
    const told = client.tellOfFiles([{ uri, type: FileChangeType.Created }]);
    assert.deepEqual((await changed(asked)).sort(), [...before, 'policies/laptops.md']);
    files.texts.delete(key);
    const again = client.tellOfFiles([{ uri, type: FileChangeType.Deleted }]);
    assert.deepEqual((await changed(asked)).sort(), before);
    await Promise.all([told, again]);
  });

  it('leaves out a file that was deleted while it is open, for it is no document of the program any more', async t => {
    const asked = await renaming(t, vsCode);
    const { client, files } = asked;
    files.texts.set(key, said);
    await client.tellOfFiles([{ uri, type: FileChangeType.Created }]);
    await client.open(uri, said);
    assert.ok((await changed(asked)).includes('policies/laptops.md'));
    files.texts.delete(key);
    await client.tellOfFiles([{ uri, type: FileChangeType.Deleted }]);
    assert.ok(!(await changed(asked)).includes('policies/laptops.md'));
  });
});

describe('a rename that cannot be', () => {
  const refusals: readonly (readonly [uri: string, words: string, newName: string, why: RegExp])[] = [
    [policyUri, 'CC6.1', 'AC-07', /id of a catalog/],
    [policyUri, 'AC-02', 'AC-01', /already, in controls\/all.yaml/],
    [policyUri, 'AC-02', 'not an id', /An id has letters/],
  ];
  for (const [uri, words, newName, why] of refusals) {
    it(`is an error (${newName} for ${words})`, async t => {
      const { rename } = await renaming(t, nothing);
      await assert.rejects(rename(uri, words, newName), why);
    });

    it(`is told in a message where an editor would rename Markdown itself (${newName} for ${words})`, async t => {
      const { client, rename, told } = await renaming(t, vsCode, { markdownRename: true });
      assert.deepEqual(await rename(uri, words, newName), { documentChanges: [] });
      await client.until(() => told.length > 0);
      assert.match(told.join(), why);
    });
  }

  it('is told before a name is entered, and never handed to the rename of Markdown', async t => {
    const { client, prepare, told } = await renaming(t, vsCode, { markdownRename: true });
    const prepared = await prepare(policyUri, 'CC6.1');
    assert.ok(prepared && 'placeholder' in prepared);
    await client.until(() => told.length > 0);
  });

  it('is an error in YAML for such an editor too', async t => {
    const { client, rename } = await renaming(t, vsCode, { markdownRename: true });
    await client.open(controlsUri, controls);
    await assert.rejects(rename(controlsUri, 'AC-02', 'AC-01'), /already/);
  });

  it('leaves all as it is where a file cannot be read', async t => {
    const { files, rename } = await renaming(t, nothing);
    await rename(policyUri, 'AC-02', 'AC-07');
    files.locked.add('/w/controls/all.yaml');
    await assert.rejects(
      rename(policyUri, 'AC-02', 'AC-07'),
      /controls\/all.yaml names it and cannot be read/,
    );
  });

  it('leaves all as it is where a file is outside of the open folder', async t => {
    const { rename } = await renaming(t, nothing, {}, '/w/policies');
    await assert.rejects(rename(policyUri, 'AC-02', 'AC-07'), /controls\/all.yaml names it and is outside/);
  });
});
