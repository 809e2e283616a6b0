// How a server begins, what it survives, and how it ends.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DocumentDiagnosticRequest,
  ErrorCodes,
  ExitNotification,
  HoverRequest,
  LSPErrorCodes,
  ProgressType,
  ReferencesRequest,
  ResponseError,
  ShutdownRequest,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import { statusRequest } from '../../protocol/status.ts';
import { tickmark } from '../cli/tickmark.ts';
import { emptyFolder, folderOf } from '../workspace/folder.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { type Client, connected, endInOrder, serve, uriOf } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';
import { likeVsCode } from './presets.ts';

const program = `
  === tickmark.yaml
  === controls/a.md
  ---
  id: AC-01
  satisfies: [CC6.1, CC9.9]
  owner: it
  frequency: daily
  ---
`;

const failsWith = (code: number) => (error: unknown) => error instanceof ResponseError && error.code === code;

describe('a server', () => {
  it('says who it is and what it offers, and what no client asked for it leaves out', async t => {
    const { result } = await connected(t, []);
    assert.equal(result.serverInfo?.name, 'tickmark');
    assert.deepEqual(result.capabilities, {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: { triggerCharacters: ['[', ',', ' ', '.', '-', '/'] },
      hoverProvider: true,
      definitionProvider: true,
      declarationProvider: true,
      implementationProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      codeLensProvider: { resolveProvider: false },
      renameProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      selectionRangeProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
    const { result: rich } = await connected(t, [], { capabilities: likeVsCode });
    assert.deepEqual(rich.capabilities.diagnosticProvider, {
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
  });

  it('says how it is started where nothing says how to speak with it', t => {
    const { code, stdout, stderr } = tickmark(emptyFolder(t), 'lsp');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /tickmark lsp --stdio/);
  });

  it('ends with code 0 once it was shut down, and with 1 where it was not', async t => {
    assert.equal(await endInOrder(await connected(t, [folderOf(t, program)])), 0);
    const hasty = await connected(t, []);
    await hasty.client.connection.sendNotification(ExitNotification.type);
    assert.equal(await hasty.ended, 1);
  });

  it('ends when nobody speaks with it any more, whatever it watches', async t => {
    const { process, ended } = await connected(t, [folderOf(t, program)]);
    process.stdin.end();
    assert.equal(await ended, 1);
    const other = await connected(t, [folderOf(t, program)]);
    await other.client.connection.sendRequest(ShutdownRequest.type);
    other.process.stdin.end();
    assert.equal(await other.ended, 0);
  });
});

describe('a server survives', () => {
  it('messages that are none, and goes on', async t => {
    const { client, process } = await connected(t, [folderOf(t, program)]);
    const send = (body: string) =>
      process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    send('{"jsonrpc":"2.0","method":"textDocument/hover","id":');
    send('[]');
    send('null');
    send('{}');
    send('{"jsonrpc":"2.0","id":99}');
    send('{"jsonrpc":"2.0","method":"$/unknown","params":{}}');
    send('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}');
    send('{"jsonrpc":"2.0","method":"textDocument/didOpen"}');
    send('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":5}}}');
    send('{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{}]}}');
    assert.equal((await client.ask(statusRequest, {})).programs.length, 1);
  });

  it('requests that it does not know or cannot understand: they are answered with an error', async t => {
    const { client } = await connected(t, [folderOf(t, program)], { capabilities: likeVsCode });
    await assert.rejects(
      client.connection.sendRequest('textDocument/unknown', {}),
      failsWith(ErrorCodes.MethodNotFound),
    );
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/codeAction',
      'tickmark/scopeEdit',
    ]) {
      await assert.rejects(client.connection.sendRequest(method, {}), ResponseError, method);
      await assert.rejects(
        client.connection.sendRequest(method, { textDocument: {} }),
        ResponseError,
        method,
      );
    }
    assert.equal((await client.ask(statusRequest, {})).programs.length, 1);
  });

  it('positions and ranges that are nowhere', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder], { capabilities: likeVsCode });
    const textDocument = { uri: uriOf(`${folder}/controls/a.md`) };
    await client.open(textDocument.uri, '---\nid: AC-01\nsatisfies: [CC6.1]\n---\n');
    for (const position of [
      { line: 99, character: 0 },
      { line: 1, character: 9999 },
      { line: -1, character: -1 },
      { line: 0, character: 0 },
    ]) {
      await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
      await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
      const range = { start: position, end: { line: 0, character: 0 } };
      await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      await client.change(textDocument.uri, { range, text: '' });
    }
    assert.equal((await client.ask(statusRequest, {})).programs.length, 1);
  });

  it('a client that refuses everything it is asked for', async t => {
    const folder = folderOf(t, program);
    const { client } = serve(t);
    client.connection.onRequest(method => {
      client.heard(method);
      throw new ResponseError(ErrorCodes.InternalError, `no ${method}`);
    });
    for (const method of [
      'client/registerCapability',
      'window/workDoneProgress/create',
      'workspace/diagnostic/refresh',
    ]) {
      client.connection.onRequest(method, () => {
        client.heard(method);
        throw new ResponseError(ErrorCodes.InternalError, 'no');
      });
    }
    await client.introduce([folder], { capabilities: likeVsCode });
    const [manifest, control] = [uriOf(`${folder}/tickmark.yaml`), uriOf(`${folder}/controls/a.md`)];
    await client.open(manifest, 'scope: {categories: [security]}\n');
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: manifest } });
    await client.open(control, '---\nid: AC-01\nsatisfies: [CC6.2]\n---\n');
    await client.eventually(() => assert.ok(client.told.includes('workspace/diagnostic/refresh')));
    assert.ok(client.told.includes('client/registerCapability'));
    assert.equal((await client.ask(statusRequest, {})).programs.length, 1);
  });

  it('many megabytes in one document', async t => {
    const folder = folderOf(t, program);
    const { client } = await connected(t, [folder]);
    const uri = uriOf(`${folder}/controls/a.md`);
    await client.open(
      uri,
      `---\nid: AC-01\nsatisfies: [CC6.1]\nowner: it\nfrequency: daily\n---\n${'Words of prose, 𝒜 and more. '.repeat(80_000)}\nSee CC9.9.\n`,
    );
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['7:4-7:9 criteria/unknown']));
  });
});

describe('a request', () => {
  it('that is called off is not answered for', async t => {
    // The server has its pause before it answers only when the test lets it.
    let isHeld = false;
    const held: (() => void)[] = [];
    const pause = () =>
      new Promise<void>(resolve => {
        if (isHeld) held.push(resolve);
        else setImmediate(resolve);
      });
    const { client } = serveInMemory(t, new MemoryFiles(program), { pause });
    await client.introduce([], {
      capabilities: likeVsCode,
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    });
    const textDocument = { uri: uriInMemory('/w/controls/a.md') };
    await client.open(textDocument.uri, '---\nid: AC-01\nsatisfies: [\n---\n');
    await client.eventually(() => assert.ok(client.published.has(textDocument.uri)));
    const position = { line: 2, character: 12 };
    const range = { start: position, end: position };
    for (const [type, params] of [
      [CompletionRequest.type, { textDocument, position }],
      [HoverRequest.type, { textDocument, position }],
      [CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }],
      [DocumentDiagnosticRequest.type, { textDocument }],
    ] as const) {
      isHeld = true;
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(type.method, params, source.token);
      const refused = assert.rejects(answer, failsWith(LSPErrorCodes.RequestCancelled), type.method);
      source.cancel();
      // What comes behind has been read once this is answered, for which the server needs no pause.
      await assert.rejects(client.connection.sendRequest('unknown'), failsWith(ErrorCodes.MethodNotFound));
      isHeld = false;
      for (const go of held.splice(0)) go();
      await refused;
    }
    // What was called off has withdrawn nothing.
    await client.ask(statusRequest, {});
    assert.ok(client.published.has(textDocument.uri));
    const answer = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    assert.equal((Array.isArray(answer) ? answer : answer?.items)?.length, 61);
  });

  it('is answered while the program is still being read', async t => {
    const files = new MemoryFiles('=== tickmark.yaml\n=== policies/a.md\nSee CC6.1 of SOC 2.\n');
    for (let i = 0; i < 50; i++) files.texts.set(`/w/policies/p${i}.md`, 'Of [Company].\n');
    let isHeld = true;
    const held: (() => void)[] = [];
    files.read = file =>
      isHeld && /p\d+\.md$/.test(file)
        ? new Promise(resolve => held.push(() => resolve(files.texts.get(file))))
        : files.texts.get(file);
    const { client } = serveInMemory(t, files);
    await client.introduce([], { workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }] });
    const uri = uriInMemory('/w/policies/a.md');
    await client.open(uri, 'See CC6.1 and CC9.9 of SOC 2.\n');
    const position = { line: 0, character: 6 };
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.match(JSON.stringify(hover), /CC6\.1/);
    await client.eventually(() => assert.deepEqual(client.rulesAt(uri), ['0:14-0:19 criteria/unknown']));
    assert.equal((await client.ask(statusRequest, {})).indexing, true);
    isHeld = false;
    for (const release of held) release();
    await client.eventually(() => assert.equal(client.published.size, 51));
    assert.equal((await client.ask(statusRequest, {})).indexing, false);
  });
});

type WorkDone = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

describe('progress', () => {
  /** A program whose reading takes several slices of time. */
  function slow() {
    const files = new MemoryFiles('=== tickmark.yaml\n');
    for (let i = 0; i < 20; i++) files.texts.set(`/w/policies/p${i}.md`, 'Text.\n');
    let clock = 0;
    const now = () => {
      clock += 4;
      return clock;
    };
    return { files, now };
  }

  /** What a client is told of progress, and the tokens of it. */
  function progressOf(client: Client) {
    const told: WorkDone[] = [];
    const tokens: (string | number)[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      tokens.push(token);
      client.connection.onProgress(new ProgressType<WorkDone>(), token, value => {
        told.push(value);
        client.heard('$/progress');
      });
    });
    return { told, tokens };
  }

  it('is begun once, told and ended, for a client that shows it', async t => {
    const { files, now } = slow();
    const { client } = serveInMemory(t, files, { now });
    const { told, tokens } = progressOf(client);
    await client.introduce([], {
      capabilities: likeVsCode,
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    });
    await client.eventually(() => assert.equal(told.at(-1)?.kind, 'end'));
    assert.equal(tokens.length, 1);
    assert.equal(told[0]?.kind, 'begin');
    const percentages = told.flatMap(value =>
      'percentage' in value && value.percentage !== undefined ? [value.percentage] : [],
    );
    assert.ok(percentages.length > 1);
    assert.deepEqual(
      percentages,
      percentages.toSorted((a, b) => a - b),
    );
    assert.ok(percentages.every(percentage => percentage >= 0 && percentage <= 100));
  });

  it('is told of references, while the texts are read', async t => {
    const { files, now } = slow();
    files.texts.set('/w/controls/c.yaml', '- id: AC-01\n');
    const { client } = serveInMemory(t, files, { now });
    const { told } = progressOf(client);
    await client.introduce([], {
      capabilities: likeVsCode,
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
    });
    const uri = uriInMemory('/w/controls/c.yaml');
    await client.open(uri, '- id: AC-01\n');
    await client.eventually(() => assert.equal(told.at(-1)?.kind, 'end'));
    await client.connection.sendRequest(ReferencesRequest.type, {
      ...{ textDocument: { uri }, position: { line: 0, character: 8 } },
      context: { includeDeclaration: true },
    });
    await client.eventually(() => assert.equal(told.filter(({ kind }) => kind === 'end').length, 2));
    const titles = told.flatMap(value => (value.kind === 'begin' ? [value.title] : []));
    assert.deepEqual(titles, ['Tickmark: reading control documentation', 'Tickmark: reading texts']);
  });

  it('is nothing to a client that does not show it, nor where reading takes but a moment', async t => {
    const { files, now } = slow();
    const { client } = serveInMemory(t, files, { now });
    const folders = {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { status: true },
    };
    await client.introduce([], folders);
    await client.eventually(() => assert.ok(client.told.includes('tickmark/statusChanged')));
    assert.ok(!client.told.includes('window/workDoneProgress/create'));
    const quick = serveInMemory(t, new MemoryFiles('=== tickmark.yaml\n'), { now: () => 0 });
    await quick.client.introduce([], { ...folders, capabilities: likeVsCode });
    await quick.client.eventually(() => assert.ok(quick.client.told.includes('tickmark/statusChanged')));
    assert.ok(!quick.client.told.includes('window/workDoneProgress/create'));
  });
});
