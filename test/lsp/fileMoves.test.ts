// Files and folders that get other names in the editor: what refers to them follows, over the wire.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  type FileRename,
  RenameFile,
  RenameRequest,
  ShowMessageNotification,
  TextDocumentEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { Client } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';

const fixture = `
=== tickmark.yaml
tickmark: 1
=== policies/access.md
# Access

See [laptops](laptops.md).
=== policies/laptops.md
# Laptops

See [access](access.md#access).
=== controls/a.yaml
id: AC-01
policies: [access]
`;

/** Announces that it asks before it renames, and that it renames. */
const asks: ClientCapabilities = {
  ...likeVsCode,
  workspace: { ...likeVsCode.workspace, fileOperations: { willRename: true } },
};

interface Served {
  readonly client: Client;
  readonly files: MemoryFiles;
  readonly filters: readonly unknown[] | undefined;
  readonly move: (...moves: (readonly [from: string, to: string])[]) => Promise<WorkspaceEdit | null>;
}

async function served(t: TestContext, capabilities: ClientCapabilities): Promise<Served> {
  const files = new MemoryFiles(fixture);
  const { client } = serveInMemory(t, files);
  const { capabilities: announced } = await client.introduce([], {
    capabilities,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  const filters = announced.workspace?.fileOperations?.willRename?.filters;
  const uri = (path: string) => uriInMemory(`/w/${path}`);
  return {
    ...{ client, files, filters },
    move: (...moves) =>
      client.connection.sendRequest(WillRenameFilesRequest.type, {
        files: moves.map(([from, to]): FileRename => ({ oldUri: uri(from), newUri: uri(to) })),
      }),
  };
}

/** What an edit does, a line each. */
function said(edit: WorkspaceEdit | null): readonly string[] {
  return (edit?.documentChanges ?? []).flatMap(change => {
    if (RenameFile.is(change)) return [`${pathIn(change.oldUri)} => ${pathIn(change.newUri)}`];
    assert.ok(TextDocumentEdit.is(change));
    const { uri, version } = change.textDocument;
    return change.edits.map(one => {
      assert.ok('newText' in one);
      return `${pathIn(uri)} (${version}) ${one.range.start.line}:${one.range.start.character} ${one.newText}`;
    });
  });
}

function pathIn(uri: string): string {
  return uri.slice(uriInMemory('/w/').length);
}

describe('a file that is renamed in the editor', () => {
  it('is announced before it is renamed, and so is a folder', async t => {
    const { filters } = await served(t, asks);
    assert.deepEqual(filters, [
      { pattern: { glob: '**', matches: 'file' } },
      { pattern: { glob: '**', matches: 'folder' } },
    ]);
    assert.equal((await served(t, likeVsCode)).filters, undefined);
  });

  it('is followed by links and references in the latest texts', async t => {
    const { client, move } = await served(t, asks);
    const laptops = uriInMemory('/w/policies/laptops.md');
    const opened = client.open(laptops, '# Laptops\n\n\nSee [access](access.md#access).\n');
    assert.deepEqual(said(await move(['policies/access.md', 'policies/who.md'])), [
      'controls/a.yaml (null) 1:11 who',
      'policies/laptops.md (1) 3:13 who.md',
    ]);
    await opened;
  });

  it('takes its own links along', async t => {
    const { move } = await served(t, asks);
    assert.deepEqual(said(await move(['policies/access.md', 'policies/people/access.md'])), [
      'policies/access.md (null) 2:14 ../laptops.md',
      'policies/laptops.md (null) 2:13 people/access.md',
    ]);
  });

  it('changes nothing where it is moved with all that refers to it', async t => {
    const { move } = await served(t, asks);
    assert.equal(await move(['policies', 'rules']), null);
    assert.equal(await move(['other.txt', 'another.txt']), null);
  });

  it('is followed by nothing where not everything can be changed, and this is told', async t => {
    const { client, files, move } = await served(t, asks);
    const told: string[] = [];
    client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      told.push(message);
      client.heard(ShowMessageNotification.method);
    });
    assert.equal(await move(['other.txt', 'another.txt']), null);
    files.locked.add('/w/controls/a.yaml');
    assert.equal(await move(['policies/access.md', 'policies/who.md']), null);
    await client.until(() => told.length > 0);
    assert.match(told.join(), /controls\/a.yaml cannot be read/);
  });
});

describe('a rename of the name of a file', () => {
  const rename = async (t: TestContext, capabilities: ClientCapabilities) => {
    const { client } = await served(t, capabilities);
    const uri = uriInMemory('/w/controls/a.yaml');
    await client.open(uri, 'id: AC-01\npolicies: [access]\n');
    return client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri },
      position: { line: 1, character: 13 },
      newName: 'who',
    });
  };

  it('renames the file, and what refers to it', async t => {
    assert.deepEqual(said(await rename(t, likeVsCode)), [
      'controls/a.yaml (1) 1:11 who',
      'policies/laptops.md (null) 2:13 who.md',
      'policies/access.md => policies/who.md',
    ]);
  });

  it('leaves the rest to the request that comes before files are renamed', async t => {
    assert.deepEqual(said(await rename(t, asks)), ['policies/access.md => policies/who.md']);
  });

  it('is refused where the editor renames no files', async t => {
    await assert.rejects(rename(t, {}), /this editor renames no files/);
  });
});
