// Any stream of messages, and of what is none: over a process, and in memory over thousands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ErrorCodes } from 'vscode-languageserver/node';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { streamsInMemory } from './inMemory.ts';
import { framed, initialize, notification, request, serveRaw } from './raw.ts';

const { InvalidRequest, ServerNotInitialized } = ErrorCodes;
const status = (id: unknown) => request(id, 'tickmark/status', {});

/** Pieces of a stream, and which answer is owed for them. */
interface Piece {
  readonly text: string;
  readonly owed?: string;
  /** Nothing can be read behind it. */
  readonly isEnd?: true;
}

const methods = [
  'initialize',
  'tickmark/status',
  'tickmark/tree',
  'tickmark/pages',
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/diagnostic',
  'workspace/executeCommand',
  'textDocument/unknown',
  '$/unknown',
] as const;
const told = [
  'initialized',
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/progress',
  '$/setTrace',
  'unknown',
] as const;
const uris = fc.constantFrom('memory:///w/a.md', 'memory:///w/tickmark.yaml', 'none', 5, null);
const numbers = fc.constantFrom(0, 1, -1, 1e9, 1.5, '1');
const position = fc.record({ line: numbers, character: numbers });
const range = fc.record({ start: position, end: position });
/** Parameters that are nearly what some message wants. */
const params = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue(),
  fc.record({
    capabilities: fc.constantFrom<unknown>(
      {},
      null,
      { general: { positionEncodings: 5 } },
      { textDocument: { completion: [], hover: { contentFormat: 'markdown' } }, workspace: null },
      { textDocument: { publishDiagnostics: { tagSupport: { valueSet: {} } } } },
    ),
    initializationOptions: fc.jsonValue(),
    textDocument: fc.record({
      uri: uris,
      version: numbers,
      text: fc.constantFrom('id: A\n', 5),
      languageId: fc.constant('x'),
    }),
    position,
    range,
    context: fc.constantFrom({ diagnostics: [] }, {}, null),
    contentChanges: fc.array(
      fc.record({ range: fc.option(range, { nil: undefined }), text: fc.constantFrom('', 'x') }),
      { maxLength: 2 },
    ),
    changes: fc.array(fc.record({ uri: uris, type: numbers }), { maxLength: 2 }),
    event: fc.record({
      added: fc.array(fc.record({ uri: uris }), { maxLength: 2 }),
      removed: fc.constant([]),
    }),
    id: numbers,
    view: fc.constantFrom('coverage', 5),
    root: uris,
    command: fc.constantFrom('tickmark.applyEdit', 'none'),
    token: numbers,
    value: fc.constantFrom('off', null),
  }),
);
const piece: fc.Arbitrary<(i: number) => Piece> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...methods), params).map(([method, given]) => (i: number) => ({
      text: request(`r${i}`, method, given),
      owed: `r${i}`,
    })),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...told), params).map(([method, given]) => () => ({
      text: notification(method, given),
    })),
  },
  {
    weight: 3,
    arbitrary: fc.constant((i: number) => ({ text: initialize(`r${i}`, 'memory:///w'), owed: `r${i}` })),
  },
  {
    weight: 1,
    arbitrary: fc.constant((i: number) => ({ text: request(`r${i}`, 'shutdown'), owed: `r${i}` })),
  },
  { weight: 2, arbitrary: fc.jsonValue().map(value => () => ({ text: framed(JSON.stringify(value)) })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map(text => () => ({ text: framed(`?${text}`) })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Content-Length: x\r\n\r\n', 'Content-Length: -1\r\n\r\n', '{}', '\r\n', 'A: b\r\n\r\n')
      .map(text => () => ({ text, isEnd: true as const })),
  },
);
const stream = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.map((make, i) => make(i)));

describe('after any stream of messages, and of what is none', () => {
  it('every request has one answer, and the server goes on or has ended with a message', async () => {
    await fc.assert(
      fc.asyncProperty(stream, fc.nat({ max: 50 }), async (pieces, cut) => {
        const { client, ended, end } = streamsInMemory(
          undefined,
          new MemoryFiles('=== tickmark.yaml\n=== a.md\nOf SOC 2: CC9.9.\n'),
        );
        const bytes = Buffer.from([...pieces.map(one => one.text), status('last')].join(''));
        client.write(bytes.subarray(0, cut));
        client.write(bytes.subarray(cut));
        if (pieces.some(({ isEnd }) => isEnd)) {
          assert.match((await ended) ?? '', /Content-Length/);
        } else {
          const code = await client.code('last');
          assert.ok(
            code === undefined || code === ServerNotInitialized || code === InvalidRequest,
            `${code}`,
          );
          for (const { owed } of pieces) if (owed !== undefined) await client.answer(owed);
          for (const { owed } of pieces) {
            const answers = client.said.filter(({ id, method }) => method === undefined && id === owed);
            assert.ok(owed === undefined || answers.length === 1, `${owed}`);
            // An error of ours would be one inside: no stream may cause it.
            for (const { error } of answers)
              assert.notEqual(error?.code, ErrorCodes.InternalError, error?.message);
          }
        }
        end();
      }),
      // A server that is deaf is waited for in each run.
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('so has the command, over standard input and output', async t => {
    for (const pieces of fc.sample(stream, { seed: 1, numRuns: 8 })) {
      const { client, ended } = serveRaw(t);
      client.send(...pieces.map(one => one.text), status('last'));
      if (pieces.some(({ isEnd }) => isEnd)) {
        const { code, complaint } = await ended;
        assert.equal(code, 1);
        assert.match(complaint, /^tickmark: /);
      } else await client.code('last');
    }
  });
});
