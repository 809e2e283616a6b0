// What is asked while texts are read and change: answers are those of the latest text, and long work ends where nobody waits.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  CancellationTokenSource,
  DefinitionRequest,
  DocumentHighlightRequest,
  FileChangeType,
  LSPErrorCodes,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';

const controls = '/w/controls/all.yaml';
const policy = (index: number) => `/w/policies/p${String(index).padStart(2, '0')}.md`;
const count = 40;
const at = { textDocument: { uri: uriInMemory(controls) }, position: { line: 0, character: 8 } };

async function asking(t: TestContext, isIndexed = true) {
  const files = new MemoryFiles('=== tickmark.yaml\ntickmark: 1\n');
  files.texts.set(controls, '- id: AC-01\n  policies: [p00]\n');
  for (let i = 0; i < count; i++) files.texts.set(policy(i), `# Policy ${i}\n\nSee AC-01.\n`);
  const { client } = serveInMemory(t, files);
  const params = { workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] };
  const introduced = client.introduce([], params);
  if (isIndexed) {
    await introduced;
    await client.open(uriInMemory(controls), files.texts.get(controls) ?? '');
    // Each answer gives the reading a turn.
    for (let known = 0, tries = 0; known <= count && tries < 1000; tries++)
      known = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }))?.length ?? 0;
  }
  const references = async (token = new CancellationTokenSource().token) =>
    (
      (await client.connection.sendRequest(
        ReferencesRequest.type,
        { ...at, context: { includeDeclaration: false } },
        token,
      )) ?? []
    ).map(({ uri, range }) => `${uri.slice(uriInMemory('/w/').length)}:${range.start.line}`);
  return { files, client, references, introduced };
}

/** Has the next read of a file wait, and something happen meanwhile that the server then knows. */
function meanwhile(files: MemoryFiles, happens: () => Promise<void>): { readonly reads: string[] } {
  const reads: string[] = [];
  let hasHappened: Promise<void> | undefined;
  files.read = async file => {
    reads.push(file);
    await (hasHappened ??= happens());
    return files.textOf(file);
  };
  return { reads };
}

describe('references, while the texts are read for the first time', () => {
  it('are called off, and no more is read', async t => {
    const { files, client, references } = await asking(t);
    const source = new CancellationTokenSource();
    const { reads } = meanwhile(files, async () => {
      source.cancel();
      // Whatever is asked later has its turn after that.
      await client.connection.sendRequest(DefinitionRequest.type, at);
    });
    const isCalledOff = (error: unknown) =>
      error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
    await assert.rejects(references(source.token), isCalledOff);
    assert.equal(reads.length, 1);
    assert.equal((await references()).length, count);
  });

  it('are those of a text that has changed since it was read', async t => {
    const { files, client, references } = await asking(t);
    const last = policy(count - 1);
    const { reads } = meanwhile(files, async () => {
      await client.open(uriInMemory(policy(0)), '# Policy\n\n\n\nSee AC-01.\n');
      await client.open(uriInMemory(policy(1)), '# Policy\n\nSee nothing.\n');
      await client.change(uriInMemory(policy(1)), { text: '# Policy\n\nSee AC-01, and AC-01.\n' });
      await client.change(uriInMemory(controls), { text: '- id: AC-01\n- id: AC-02\n  supersedes: AC-01\n' });
      files.texts.set(last, '# Policy\n\nSee nothing.\n');
      await client.tellOfFiles([{ uri: uriInMemory(last), type: FileChangeType.Changed }]);
      await client.connection.sendRequest(DefinitionRequest.type, at);
    });
    const found = await references();
    assert.ok(reads.length > 0);
    const others = Array.from({ length: count - 3 }, (_, i) => `policies/${policy(i + 2).slice(-6)}:2`);
    assert.deepEqual(found, [
      'controls/all.yaml:2',
      'policies/p00.md:4',
      'policies/p01.md:2',
      'policies/p01.md:2',
      ...others,
    ]);
  });
});

describe('a document that is deleted while it is open', () => {
  it('is none of its program until there is a file again', async t => {
    const { files, client, references } = await asking(t);
    const uri = uriInMemory(policy(0));
    const tell = (type: FileChangeType) => client.tellOfFiles([{ uri, type }]);
    await client.open(uri, '# Policy\n\nSee AC-01.\n');
    assert.equal((await references()).length, count);
    files.texts.delete(policy(0));
    await tell(FileChangeType.Deleted);
    await client.change(uri, { text: '# Policy\n\nSee AC-01 and AC-01.\n' });
    assert.equal((await references()).length, count - 1);
    files.texts.set(policy(0), '# Policy\n');
    await tell(FileChangeType.Created);
    assert.equal((await references()).length, count + 1);
    await client.close(uri);
    assert.equal((await references()).length, count - 1);
  });

  it('is not where its id is found', async t => {
    const { files, client } = await asking(t);
    const uri = uriInMemory(controls);
    const { connection } = client;
    const found = async () => [
      (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'AC-03' }))?.length,
      (await connection.sendRequest(DocumentHighlightRequest.type, at))?.length,
    ];
    await client.change(uri, { text: '- id: AC-03\n' });
    assert.deepEqual(await found(), [1, 1]);
    files.texts.delete(controls);
    await client.tellOfFiles([{ uri, type: FileChangeType.Deleted }]);
    assert.deepEqual(await found(), [0, 0]);
  });
});

describe('what is asked while a program is read', () => {
  it('is answered by what is known, and by everything later', async t => {
    const { files, client, introduced } = await asking(t, false);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    files.read = async file => {
      if (file === policy(0)) await held;
      return files.textOf(file);
    };
    await introduced;
    const { connection } = client;
    const uri = uriInMemory(controls);
    await client.open(uri, '- id: AC-01\n  policies: [p00]\n');
    const inPolicies = { textDocument: { uri }, position: { line: 1, character: 15 } };
    const definition = async () =>
      [(await connection.sendRequest(DefinitionRequest.type, inPolicies)) ?? []].flat().length;
    assert.equal(await definition(), 0);
    await client.change(uri, { text: '- id: AC-01\n  policies: [p00] \n' });
    goOn();
    await client.eventually(() => assert.ok(client.published.size > 0));
    assert.equal(await definition(), 1);
  });

  it('is renamed in every text, once all have been read', async t => {
    const { files, client, introduced } = await asking(t, false);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    files.read = async file => {
      await held;
      return files.textOf(file);
    };
    await introduced;
    await client.open(uriInMemory(controls), files.texts.get(controls) ?? '');
    const renamed = client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'AC-02' });
    // Whatever is asked later has its turn after that.
    await client.connection.sendRequest(DefinitionRequest.type, at);
    goOn();
    assert.equal(Object.keys((await renamed)?.changes ?? {}).length, 1 + count);
  });
});
