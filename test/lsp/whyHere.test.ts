// Why a finding or a node of the tree is here, in each form that a client can open.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  CodeAction,
  CodeActionRequest,
  type Command,
  ExecuteCommandRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  TextDocumentContentRequest,
} from 'vscode-languageserver/node';
import { type PageParams, pageRequest } from '../../protocol/page.ts';
import { statusRequest } from '../../protocol/status.ts';
import { type TreeNode, treeRequest } from '../../protocol/tree.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import type { Client } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';

const control = `---
id: AC-01
satisfies: [CC6.1]
policies: [gone]
---
`;
const program = `=== tickmark.yaml
scope: {categories: [security]}
rules: {documents/unknown-reference: hint}
=== controls/AC-01.md
${control}`;
const uri = uriInMemory('/w/controls/AC-01.md');
const at = { line: 3, character: 12 };
const title = 'Why is this here? (documents/unknown-reference)';

interface Asked {
  readonly client: Client;
  readonly command: Command;
  readonly shown: string[];
  readonly said: string[];
  /** What was written as files, by name. */
  readonly written: Map<string, string>;
}

/** The command that a client is offered at the finding, in a program that was read. */
async function asked(t: TestContext, capabilities: ClientCapabilities, options = {}): Promise<Asked> {
  const written = new Map<string, string>();
  const { client } = serveInMemory(t, new MemoryFiles(program), {
    pageFile(_root, about, text) {
      written.set(about, text);
      return `/pages/${about}.md`;
    },
  });
  const shown: string[] = [];
  const said: string[] = [];
  client.connection.onRequest(ShowDocumentRequest.type, params => {
    shown.push(params.uri);
    return { success: true };
  });
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void said.push(message));
  await client.introduce([], {
    capabilities,
    initializationOptions: options,
    workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
  });
  while ((await client.ask(statusRequest, {})).indexing);
  await client.open(uri, control);
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const action = actions?.find(one => one.title === title);
  assert.ok(CodeAction.is(action) && action.command && !action.edit);
  assert.equal(action.diagnostics?.[0]?.code, 'documents/unknown-reference');
  return { client, command: action.command, shown, said, written };
}

/** Runs a command, and waits until what was sent before its answer has come. */
async function run({ client }: Asked, { command, arguments: args = [] }: Command): Promise<void> {
  await client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  await client.ask(statusRequest, {});
}

const showing: ClientCapabilities = { ...likeVsCode, window: { showDocument: { support: true } } };

describe('why a finding is here', () => {
  it('is a page for a client that draws pages', async t => {
    const { client, command } = await asked(t, likeVsCode, { pages: true });
    assert.equal(command.command, 'tickmark.showCriterion');
    const [params]: readonly PageParams[] = command.arguments ?? [];
    assert.ok(params);
    const page = await client.ask(pageRequest, params);
    assert.deepEqual([page?.page, page?.title], [params.page, title]);
    assert.match(JSON.stringify(page?.blocks), /set for this rule.*"uri":"memory:\/\/\/w\/tickmark\.yaml"/);
    await client.change(uri, { text: control.replace('gone', 'AC-01') });
    await client.ask(statusRequest, {});
    assert.equal(await client.ask(pageRequest, params), null);
  });

  it('is a document of the server for a client that opens such', async t => {
    const one = await asked(t, {
      ...showing,
      workspace: { ...showing.workspace, textDocumentContent: {} },
    });
    await run(one, one.command);
    const [shown = ''] = one.shown;
    assert.match(shown, /^tickmark:\/why\/finding\//);
    const { text } = await one.client.connection.sendRequest(TextDocumentContentRequest.type, { uri: shown });
    assert.match(text, /^# Why is this here\?[\s\S]*Severity `hint`, set for this rule/);
    assert.deepEqual(one.said, []);
  });

  it('is a file for a client that opens files only', async t => {
    const one = await asked(t, showing);
    await run(one, one.command);
    assert.deepEqual(one.shown, [uriInMemory('/pages/why.md')]);
    assert.match(one.written.get('why') ?? '', /^# Why is this here\?/);
  });

  it('is a message for any other', async t => {
    const one = await asked(t, likeVsCode);
    await run(one, one.command);
    assert.deepEqual([one.shown, one.said.length], [[], 1]);
    assert.match(one.said[0] ?? '', /documents\/unknown-reference/);
  });

  it('is nothing once the finding has gone, and is said so', async t => {
    const one = await asked(t, showing);
    await one.client.change(uri, { text: control.replace('gone', 'AC-01') });
    await one.client.ask(statusRequest, {});
    await run(one, one.command);
    assert.deepEqual([one.shown, one.said], [[], ['This is no longer here: the document has changed.']]);
    await run(one, { title: '', command: 'tickmark.whyHere', arguments: [{ root: 1 }] });
    assert.equal(one.said.length, 1);
  });
});

describe('why a node of the tree is here', () => {
  it('is a page for criteria and for what stands below them', async t => {
    const { client } = await asked(t, likeVsCode, { pages: true, trees: true });
    const nodes: TreeNode[] = [];
    const below = async (node?: string): Promise<void> => {
      const answer = await client.ask(treeRequest, {
        view: 'coverage',
        ...(node === undefined ? {} : { node }),
      });
      for (const one of answer.nodes) {
        nodes.push(one);
        if (one.children !== 'none') await below(one.id);
      }
    };
    await below();
    const titles: string[] = [];
    for (const { label, why } of nodes.filter(
      one => one.context === 'document' || /^CC6\.[12] /.test(one.label),
    )) {
      const page = why && (await client.ask(pageRequest, why));
      titles.push(`${label}: ${page?.title}`);
    }
    assert.deepEqual(titles, [
      'CC6.1 Logical access protection: Why is this here? (CC6.1)',
      'AC-01: Why is this here? (AC-01)',
      'CC6.2 User registration and removal: Why is this here? (CC6.2)',
    ]);
    assert.ok(nodes.some(({ context, why }) => context === 'report' && why === undefined));
  });
});
