// A new record for an editor that asks no questions: by a command, with what is not said left to be typed.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  ExecuteCommandRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { statusRequest } from '../../protocol/status.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';

const program = `=== tickmark.yaml
scope: {categories: [security]}
=== controls/AC-01.md
---
id: AC-01
---
=== controls/network/NW-07.md
---
id: NW-07
---
`;

async function created(t: TestContext, ...args: unknown[]) {
  const { client } = serveInMemory(t, new MemoryFiles(program));
  const edits: WorkspaceEdit[] = [];
  const said: string[] = [];
  const shown: string[] = [];
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: true };
  });
  client.connection.onRequest(ShowDocumentRequest.type, ({ uri, selection }) => {
    shown.push(`${uri} ${selection?.start.line}`);
    return { success: true };
  });
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void said.push(message));
  const { capabilities } = await client.introduce([], {
    capabilities: { ...likeVsCode, window: { showDocument: { support: true } } },
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  assert.deepEqual(capabilities.executeCommandProvider?.commands, [
    'tickmark.createRecord',
    'tickmark.showDocument',
    'tickmark.whyHere',
  ]);
  while ((await client.ask(statusRequest, {})).indexing);
  await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'tickmark.createRecord',
    arguments: args,
  });
  // What was said before the next answer has come by then.
  await client.ask(statusRequest, {});
  return { edits, said, shown };
}

describe('the command that creates a record', () => {
  it('makes it where others of its kind lie, with the next id, and shows it', async t => {
    const { edits, said, shown } = await created(t, { answers: { kind: 'control', criterion: 'CC6.4' } });
    const [create, edit] = edits[0]?.documentChanges ?? [];
    const uri = uriInMemory('/w/controls/AC-02.md');
    assert.deepEqual(create, { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    assert.match(JSON.stringify(edit), /id: AC-02\\ntitle: New control\\n.*status: planned.*TSC: \[CC6\.4\]/);
    assert.doesNotMatch(JSON.stringify(edit), /(?:approved|reviewed|performed)\w*: \d/);
    assert.deepEqual([said, shown.length], [[], 1]);
    assert.ok(shown[0]?.startsWith(`${uri} `));
  });

  it('continues the series of the folder that it was asked for in', async t => {
    const folder = uriInMemory('/w/controls/network');
    const answers = { kind: 'control', title: 'Firewall' };
    const { edits } = await created(t, { root: uriInMemory('/w'), folder, answers });
    assert.match(JSON.stringify(edits), /\/w\/controls\/network\/NW-08\.md/);
  });

  it('says why there is none', async t => {
    assert.match(
      (await created(t, { answers: { kind: 'song' } })).said.join(),
      /No record of the kind “?.?song/,
    );
    assert.match((await created(t, { answers: {} })).said.join(), /Which kind of record\?/);
    assert.match((await created(t, { answers: 5 })).said.join(), /Say which record/);
    const taken = await created(t, { answers: { kind: 'control', id: 'AC-01' } });
    assert.deepEqual(taken.edits, []);
    assert.match(taken.said.join(), /AC-01/);
  });
});
