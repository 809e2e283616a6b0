import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BrokenHeader, Framing } from '../../server/src/lsp/framing.ts';

/** What is read of a stream that comes in pieces of these lengths, and then at once. */
function contentsOf(
  stream: Buffer,
  lengths: readonly number[] = [],
): { contents: string[]; framing: Framing } {
  const framing = new Framing();
  const contents: string[] = [];
  let at = 0;
  for (const length of [...lengths, stream.length]) {
    for (const content of framing.take(stream.subarray(at, at + length)))
      contents.push(Buffer.from(content).toString('utf8'));
    at = Math.min(stream.length, at + length);
  }
  return { contents, framing };
}

const header = fc.constantFrom(
  (length: number) => `Content-Length: ${length}\r\n\r\n`,
  (length: number) => `content-length:${length}\r\n\r\n`,
  (length: number) =>
    `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${length}\r\n\r\n`,
  (length: number) =>
    `Content-Length: ${length}\r\nContent-Type: application/vscode-jsonrpc;charset="utf8"\r\n\r\n`,
);

describe('a stream of messages', () => {
  it('is read the same however it is cut', () => {
    const message = fc.tuple(header, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.nat({ max: 30 })), (messages, lengths) => {
        const bodies = messages.map(([, body]) => Buffer.from(body));
        const stream = Buffer.concat(
          messages.flatMap(([head], i) => [
            Buffer.from(head(bodies[i]?.length ?? 0)),
            bodies[i] ?? Buffer.from(''),
          ]),
        );
        const { contents, framing } = contentsOf(stream, lengths);
        assert.deepEqual(
          contents,
          bodies.map(body => body.toString('utf8')),
        );
        assert.ok(framing.isBetween);
      }),
    );
  });

  it('is between two messages nowhere but there', () => {
    const stream = Buffer.from('Content-Length: 2\r\n\r\n{}');
    for (let end = 1; end < stream.length; end++) {
      const { contents, framing } = contentsOf(stream.subarray(0, end));
      assert.deepEqual([contents, framing.isBetween], [[], false]);
    }
  });
});

describe('a header that cannot be read', () => {
  for (const [name, text] of [
    ['has no length', 'Content-Type: application/vscode-jsonrpc\r\n\r\n'],
    ['is empty', '\r\n'],
    ['has a length that is negative', 'Content-Length: -5\r\n\r\n'],
    ['has a length that is no number', 'Content-Length: many\r\n\r\n'],
    ['has a length in other digits', 'Content-Length: 0x10\r\n\r\n'],
    ['has an enormous length', 'Content-Length: 99999999999999999999\r\n\r\n'],
    ['has two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n\r\n'],
    [
      'is of another charset',
      'Content-Length: 5\r\nContent-Type: application/vscode-jsonrpc; charset=utf-16\r\n\r\n',
    ],
    ['is the message itself', '{"jsonrpc":"2.0"'],
    ['ends its lines as text files do', 'Content-Length: 5\n'],
    ['has words behind its line end', 'Content-Length: 5\rX'],
    ['has no colon', 'Content-Length 5'],
    ['is not ASCII', 'Content-Length: ٥\r\n'],
    ['has no end', 'X-Padding: '.padEnd(9000, 'x')],
    ['has no end in many lines', 'X-Padding: x\r\n'.repeat(1000)],
  ] as const) {
    it(`is told of as soon as it is clear, where it ${name}`, () => {
      // One byte after the other, and nothing behind: what waited for more would wait for ever.
      const bytes = Buffer.from(text);
      assert.throws(() => contentsOf(bytes, Array(bytes.length).fill(1)), BrokenHeader);
      assert.throws(() => contentsOf(bytes), BrokenHeader);
    });
  }
});
