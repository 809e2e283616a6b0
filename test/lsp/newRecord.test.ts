// New records over the wire: what is asked, what is created, and where typing goes on.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  CodeAction,
  CodeActionRequest,
  CompletionRequest,
  ExecuteCommandRequest,
  InsertTextFormat,
  ShowDocumentRequest,
} from 'vscode-languageserver/node';
import {
  type CreatedRecord,
  type NewRecordAnswers,
  type NewRecordQuestion,
  newRecordRequest,
} from '../../protocol/newRecord.ts';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { type Client, connected, uriOf } from './client.ts';
import { likeVsCode, nothing } from './presets.ts';

const program = `=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
=== controls/AC-01.md
---
id: AC-01
satisfies: [CC6.1]
policies: [gone]
---
`;

interface Ready {
  readonly client: Client;
  readonly folder: string;
  readonly root: string;
}

async function ready(t: TestContext, capabilities: ClientCapabilities, options = {}): Promise<Ready> {
  const folder = folderOf(t, program);
  const { client } = await connected(t, [folder], { capabilities, initializationOptions: options });
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client, folder, root: uriOf(folder) };
}

describe('tickmark/newRecord', () => {
  /** Answers each question with the first choice, else with what is suggested, and gives the record. */
  async function answered(
    { client, root }: Ready,
    known: NewRecordAnswers,
    questions: NewRecordQuestion[] = [],
  ): Promise<CreatedRecord> {
    let answers = known;
    for (;;) {
      const result = await client.ask(newRecordRequest, { root, answers });
      if ('record' in result) return result.record;
      assert.ok('question' in result, JSON.stringify(result));
      const { question } = result;
      questions.push(question);
      answers = { ...answers, [question.asks]: question.choices[0]?.value ?? question.value ?? 'A title' };
    }
  }

  it('asks until it knows enough, and then has the record, with the places to type at', async t => {
    const at = await ready(t, likeVsCode);
    const questions: NewRecordQuestion[] = [];
    const { uri, text, snippet, selection } = await answered(at, { kind: 'control' }, questions);
    assert.deepEqual(
      questions.map(({ heading, asks, left }) => [heading, asks, left]),
      [
        ['New control', 'criterion', 3],
        ['New control', 'title', 2],
        ['New control', 'id', 1],
      ],
    );
    assert.equal(uri, `${at.root}/controls/AC-02.md`);
    assert.match(text, /^---\nid: AC-02\ntitle: .+\nowner: \n/);
    assert.match(snippet, /^---\nid: AC-02\ntitle: .+\nowner: \$1\nstatement: >-\n {2}\$\{2:\[Describe/);
    assert.match(snippet, /\nnature: \$3\nexecution: \$4\n/);
    assert.deepEqual(selection.start, { line: 3, character: 7 });
  });

  it('takes no file that is there, though it is no record', async t => {
    const at = await ready(t, likeVsCode);
    writeFileSync(`${at.folder}/controls/AC-02.md`, '');
    const answers = { kind: 'control', criterion: '', title: 'Reviews' };
    const result = await at.client.ask(newRecordRequest, {
      root: at.root,
      answers: { ...answers, id: 'AC-02' },
    });
    assert.match(JSON.stringify(result), /There is controls\/AC-02\.md already/);
  });

  it('has it in the folder that is asked for, and none elsewhere', async t => {
    const at = await ready(t, likeVsCode);
    const answers = { kind: 'risk', title: 'Fire', id: 'R-1' };
    const ask = (folder: string) => at.client.ask(newRecordRequest, { root: at.root, folder, answers });
    const inFolder = await ask(`${at.root}/register/`);
    assert.ok('record' in inFolder);
    assert.equal(inFolder.record.uri, `${at.root}/register/R-1.md`);
    assert.match(inFolder.record.text, /\nkind: risk\n/);
    for (const folder of [uriOf('/elsewhere'), `${at.root}/..`, `${at.root}/x/../../y`]) {
      assert.match(JSON.stringify(await ask(folder)), /not in the program at file:/, folder);
    }
    await assert.rejects(ask('register'), /params\.folder is not a URI, such as/);
    const nowhere = await at.client.ask(newRecordRequest, { root: uriOf('/nowhere'), answers: {} });
    assert.match(JSON.stringify(nowhere), /no SOC 2 program/);
  });

  it('is refused where the answers name what is not there, with what is expected', async t => {
    const at = await ready(t, likeVsCode);
    const ask = async (answers: NewRecordAnswers) =>
      JSON.stringify(await at.client.ask(newRecordRequest, { root: at.root, answers }));
    assert.match(await ask({ kind: 'evidence', control: 'AC-9' }), /no control.*AC-9.*such as AC-01/);
    assert.match(await ask({ kind: 'control', criterion: 'CC6.9' }), /no criterion.*CC6\.9/);
    assert.match(await ask({ kind: 'risk', title: 'Fire', id: 'index' }), /index is not read as a record/);
  });

  it('has none behind a link, at which it would lie elsewhere', async t => {
    const at = await ready(t, likeVsCode);
    symlinkSync(emptyFolder(t), `${at.folder}/risks`);
    const answers = { kind: 'risk', title: 'Fire', id: 'R-1' };
    const result = await at.client.ask(newRecordRequest, { root: at.root, answers });
    assert.match(JSON.stringify(result), /risks\/R-1\.md would not be read.*a link is on its way/);
  });
});

describe('a fix that creates a record', () => {
  async function creating(at: Ready): Promise<CodeAction> {
    return (await offered(at)) ?? assert.fail('it is not offered');
  }
  async function offered({ client, root }: Ready): Promise<CodeAction | undefined> {
    const uri = `${root}/controls/AC-01.md`;
    const [, text = ''] = program.split('=== controls/AC-01.md\n');
    await client.open(uri, text);
    const position = { line: 3, character: 12 };
    let action: CodeAction | undefined;
    await client.eventually(() => assert.ok(client.published.has(uri)));
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    for (const one of actions ?? [])
      if (CodeAction.is(one) && one.title === 'Create policy gone') action = one;
    return action;
  }
  const pushed: ClientCapabilities = {
    ...likeVsCode,
    workspace: { ...likeVsCode.workspace, diagnostics: { refreshSupport: false } },
  };

  it('has a client open it that shows documents, where typing begins', async t => {
    const at = await ready(t, { ...pushed, window: { showDocument: { support: true } } });
    const { edit, command } = await creating(at);
    assert.ok(edit && command);
    const shown: unknown[] = [];
    at.client.connection.onRequest(ShowDocumentRequest.type, params => {
      shown.push(params);
      return { success: true };
    });
    const { title: _, ...params } = command;
    await at.client.connection.sendRequest(ExecuteCommandRequest.type, params);
    const start = { line: 3, character: 7 };
    const uri = `${at.root}/policies/gone.md`;
    assert.deepEqual(shown, [{ uri, takeFocus: true, selection: { start, end: start } }]);
  });

  it('is not offered where it would lie behind a link', async t => {
    const at = await ready(t, pushed);
    symlinkSync(emptyFolder(t), `${at.folder}/policies`);
    assert.equal(await offered(at), undefined);
  });

  it('is opened by the command of a client that opens records itself, and by nobody else', async t => {
    const ours = await creating(await ready(t, pushed, { newRecords: true }));
    assert.equal(ours.command?.command, 'tickmark.openRecord');
    assert.match(JSON.stringify(ours.command?.arguments), /"snippet":"---/);
    assert.equal((await creating(await ready(t, pushed))).command, undefined);
  });
});

describe('a whole record in an empty document', () => {
  async function offered(t: TestContext, capabilities: ClientCapabilities) {
    const { client, folder, root } = await ready(t, capabilities);
    mkdirSync(`${folder}/policies`);
    writeFileSync(`${folder}/policies/access-control.md`, '');
    const uri = `${root}/policies/access-control.md`;
    await client.open(uri, '');
    const position = { line: 0, character: 0 };
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    const [item] = Array.isArray(answer) ? answer : [];
    return item ?? assert.fail('nothing is offered');
  }

  it('is a snippet for clients that take one, and plain text for others', async t => {
    const completion = { ...likeVsCode.textDocument?.completion, completionItem: { snippetSupport: true } };
    const rich = await offered(t, {
      ...likeVsCode,
      textDocument: { ...likeVsCode.textDocument, completion },
    });
    assert.equal(rich.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(JSON.stringify(rich.textEdit), /owner: \$1\\n/);
    const plain = await offered(t, nothing);
    assert.equal(plain.insertTextFormat, undefined);
    assert.match(JSON.stringify(plain.textEdit), /title: Access control\\nowner: \\n/);
  });
});
