// What is said when, and what is no message.
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ErrorCodes } from 'vscode-languageserver/node';
import { node, nowhere } from '../cli/tickmark.ts';
import { streamsInMemory } from './inMemory.ts';
import { framed, initialize, notification, request, serveRaw } from './raw.ts';

const { InvalidParams, InvalidRequest, MethodNotFound, ParseError, ServerNotInitialized } = ErrorCodes;
const status = (id: unknown) => request(id, 'tickmark/status', {});

describe('the life of a session', () => {
  it('begins with initialize, and with nothing else', async t => {
    const { client, process } = serveRaw(t);
    client.send(status(1), request(2, 'shutdown'), request(3, '$/unknown'));
    for (const id of [1, 2, 3]) assert.equal(await client.code(id), ServerNotInitialized);
    const textDocument = { uri: 'file:///a.md', languageId: 'markdown', version: 1, text: 'a' };
    client.send(notification('textDocument/didOpen', { textDocument }), notification('initialized', {}));
    client.send(initialize(4));
    assert.equal(await client.code(4), undefined);
    assert.deepEqual(
      client.said.filter(({ method }) => method !== undefined),
      [],
    );
    client.send(status(5));
    assert.equal(await client.code(5), undefined);
    assert.equal(process.exitCode, null);
  });

  it('begins once: a second initialize changes nothing', async t => {
    const { client } = serveRaw(t);
    client.send(initialize(1), notification('initialized', {}));
    client.send(
      request(2, 'initialize', {
        processId: null,
        rootUri: null,
        capabilities: { general: { positionEncodings: ['utf-8'] } },
      }),
    );
    assert.equal(await client.code(2), InvalidRequest);
    assert.equal(await client.code(1), undefined);
    client.send(status(3));
    assert.equal(await client.code(3), undefined);
  });

  it('begins anew where the client was refused', async t => {
    const { client } = serveRaw(t);
    client.send(request(1, 'initialize', { capabilities: 5 }), status(2), initialize(3), status(4));
    assert.equal(await client.code(1), InvalidParams);
    assert.equal(await client.code(2), ServerNotInitialized);
    assert.equal(await client.code(3), undefined);
    assert.equal(await client.code(4), undefined);
  });

  it('takes nothing but exit after shutdown, and then ends with code 0', async t => {
    const { client, ended } = serveRaw(t);
    client.send(initialize(1), notification('initialized', {}), request(2, 'shutdown'));
    client.send(status(3), request(4, 'shutdown'), initialize(5), notification('initialized', {}));
    assert.equal((await client.answer(2)).result, null);
    for (const id of [3, 4, 5]) assert.equal(await client.code(id), InvalidRequest);
    client.send(notification('exit'));
    assert.deepEqual(await ended, { code: 0, complaint: '' });
  });

  it('ends with code 1 on exit without shutdown, initialized or not', async t => {
    const { client, ended } = serveRaw(t);
    client.send(notification('exit'));
    assert.deepEqual(await ended, { code: 1, complaint: '' });
    const other = serveRaw(t);
    other.client.send(initialize(1), notification('exit'));
    assert.deepEqual(await other.ended, { code: 1, complaint: '' });
  });

  it('ends with the process of the client', async t => {
    const client = spawn(node, ['--eval', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const served = serveRaw(t);
    served.client.send(request(1, 'initialize', { processId: client.pid, rootUri: null, capabilities: {} }));
    assert.equal(await served.client.code(1), undefined);
    client.kill();
    assert.deepEqual(await served.ended, { code: 1, complaint: '' });
  });

  it('ends where the input does, and says so where that is inside a message', async t => {
    const { client, process, ended } = serveRaw(t);
    client.send(initialize(1), 'Content-Length: 100\r\n\r\n{"jsonrpc"');
    assert.equal(await client.code(1), undefined);
    process.stdin.end();
    const { code, complaint } = await ended;
    assert.deepEqual([code, complaint], [1, 'tickmark: The input ended inside a message.\n']);
  });

  it('ends with a message where a header cannot be read', async t => {
    for (const header of ['Content-Length: many\r\n\r\n', '\u009b{"jsonrpc":"2.0"}']) {
      const { client, ended } = serveRaw(t);
      client.send(initialize(1));
      assert.equal(await client.code(1), undefined);
      client.send(header);
      const { code, complaint } = await ended;
      assert.equal(code, 1);
      assert.match(complaint, /^tickmark: .*Each message starts with "Content-Length: N"[\x20-\x7e]*\n$/);
    }
  });

  it('over the channel of a parent ends with that', async t => {
    const script = fileURLToPath(new URL('../../server/dist/lsp/lsp.js', import.meta.url));
    const env = { ...process.env, XDG_CACHE_HOME: nowhere };
    // The options that the tests run with may be none of another Node's.
    const child = fork(script, ['--node-ipc'], { execPath: node, execArgv: [], env, stdio: 'ignore' });
    t.after(() => child.kill());
    const ended = once(child, 'exit');
    const answers = new Map<unknown, { error?: { code: number } }>();
    let heard = () => {};
    child.on('message', (said: { id?: unknown; error?: { code: number } }) => {
      if ('id' in said) answers.set(said.id, said);
      heard();
    });
    const answer = async (id: unknown) => {
      while (!answers.has(id)) await new Promise<void>(resolve => (heard = resolve));
      return answers.get(id);
    };
    child.send({ jsonrpc: '2.0', id: 1, method: 'tickmark/status', params: {} });
    assert.equal((await answer(1))?.error?.code, ServerNotInitialized);
    for (const none of [5, 'text', [], {}, { jsonrpc: '2.0', method: '$/cancelRequest' }]) child.send(none);
    child.send({
      jsonrpc: '2.0',
      id: 2,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    assert.equal((await answer(2))?.error, undefined);
    for (const none of [
      { jsonrpc: '2.0', method: '$/cancelRequest' },
      { jsonrpc: '2.0', method: '$/progress' },
    ])
      child.send(none);
    child.send({ jsonrpc: '2.0', id: 3, method: 'tickmark/status', params: {} });
    assert.equal((await answer(3))?.error, undefined);
    child.disconnect();
    assert.deepEqual(await ended, [1, null]);
  });
});

describe('what is no message, or none that the server knows', () => {
  it('is answered with the error that fits, and the session goes on', async t => {
    const { client } = serveRaw(t);
    client.send(initialize(0), notification('initialized', {}));
    const answers: readonly (readonly [body: string, id: number | null, code: number])[] = [
      ['', null, ParseError],
      ['{"jsonrpc":"2.0","id":1,"method":', null, ParseError],
      ['[]', null, InvalidRequest],
      ['null', null, InvalidRequest],
      ['{}', null, InvalidRequest],
      ['{"id":2,"method":"tickmark/status","params":{}}', 2, InvalidRequest],
      ['{"jsonrpc":"2.0","id":null,"method":"tickmark/status"}', null, InvalidRequest],
      ['{"jsonrpc":"2.0","id":{},"method":"tickmark/status"}', null, InvalidRequest],
      ['{"jsonrpc":"2.0","id":3,"method":5}', null, InvalidRequest],
      ['{"jsonrpc":"2.0","id":4,"method":"textDocument/unknown"}', 4, MethodNotFound],
      ['{"jsonrpc":"2.0","id":5,"method":"$/unknown"}', 5, MethodNotFound],
      ['{"jsonrpc":"2.0","id":6,"method":"__proto__"}', 6, MethodNotFound],
      ['{"jsonrpc":"2.0","id":7,"method":"textDocument/hover"}', 7, InvalidParams],
      ['{"jsonrpc":"2.0","id":8,"method":"textDocument/hover","params":null}', 8, InvalidParams],
      ['{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":[1]}', 9, InvalidParams],
      ['{"jsonrpc":"2.0","id":10,"method":"tickmark/status","params":5}', 10, InvalidParams],
      [
        '{"jsonrpc":"2.0","id":11,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a"},"position":{"line":1.5,"character":0}}}',
        11,
        InvalidParams,
      ],
    ];
    let count = 0;
    for (const [body, id, code] of answers) {
      client.send(framed(body));
      const isIt = (said: { id?: unknown; error?: { code: number } }) =>
        said.id === id && said.error !== undefined;
      await client.saying(() => client.said.filter(isIt).length > (id === null ? count : 0));
      assert.equal(client.said.filter(isIt).at(-1)?.error?.code, code, body);
      if (id === null) count++;
    }
    client.send(notification('$/unknown', { any: 1 }), notification('unknown'), status('last'));
    assert.equal(await client.code('last'), undefined);
  });

  it('is told of in the log where it is a notification, with what is wrong', async t => {
    const { client } = serveRaw(t);
    client.send(initialize(0), notification('initialized', {}));
    assert.equal(await client.code(0), undefined);
    client.send(notification('textDocument/didChange', { textDocument: { uri: 5 }, contentChanges: [] }));
    const { params } = await client.saying(({ method }) => method === 'window/logMessage');
    assert.match(
      JSON.stringify(params),
      /textDocument\/didChange was ignored: params\.textDocument\.uri is not a string/,
    );
  });

  it('has its own answer where two requests under way have one id', async t => {
    const { client } = streamsInMemory(t);
    client.send(initialize(0), request('1', 'tickmark/status', {}), request(1, 'tickmark/status', {}));
    assert.equal(await client.code(1), InvalidRequest);
    assert.equal(await client.code('1'), undefined);
    client.send(status(1), status(2));
    await client.code(2);
    assert.equal(client.said.filter(({ id }) => id === 1).length, 2);
  });
});

describe('a client at fault with its documents', () => {
  const uri = 'memory:///w/controls/a.md';
  const change = (
    version: number,
    start: readonly [number, number],
    end: readonly [number, number],
    text: string,
  ) => {
    const [from, to] = [start, end].map(([line, character]) => ({ line, character }));
    return notification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: from, end: to }, text }],
    });
  };
  const open = (text: string) =>
    notification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 7, text } });
  const close = notification('textDocument/didClose', { textDocument: { uri } });

  for (const [name, messages, fault] of [
    ['changes what it never opened', [change(1, [0, 0], [0, 0], 'x')], /is not open/],
    ['closes what it never opened', [close], /is not open/],
    ['opens what is open', [open('a'), open('b')], /a second time/],
    ['goes back in its versions', [open('abc'), change(3, [0, 0], [0, 1], '')], /older/],
    ['changes what lies outside', [open('abc'), change(8, [9, 0], [9, 9], 'x')], /outside/],
    [
      'changes from an end before its start',
      [open('abc'), change(8, [0, 2], [0, 1], 'x')],
      /a range that ends before it starts/,
    ],
  ] as const) {
    it(`that ${name} is told so once, and the session goes on`, async t => {
      const { client } = streamsInMemory(t);
      client.send(
        initialize(0),
        notification('initialized', {}),
        ...messages,
        ...messages.slice(-1),
        status(1),
      );
      assert.equal(await client.code(1), undefined);
      const told = client.said.filter(({ method }) => method === 'window/logMessage');
      assert.equal(told.length, 1, JSON.stringify(told));
      assert.match(JSON.stringify(told[0]?.params), fault);
    });
  }
});
