import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Framing } from '../../server/src/lsp/framing.ts';
import { StreamWriter } from '../../server/src/lsp/streamWriter.ts';

describe('messages that are written to a stream', () => {
  it('are read again as they are, each written at once', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async texts => {
        const messages = texts.map(text => ({ jsonrpc: '2.0', method: text }));
        const stream = new PassThrough();
        const pieces: Buffer[] = [];
        stream.on('data', piece => pieces.push(piece));
        const writer = new StreamWriter(stream);
        await Promise.all(messages.map(message => writer.write(message)));
        const framing = new Framing();
        const read = pieces.map(piece =>
          [...framing.take(piece)].map(content => JSON.parse(Buffer.from(content).toString('utf8'))),
        );
        assert.deepEqual(
          read,
          messages.map(message => [message]),
        );
      }),
    ));

  it('fail where the stream cannot be written, which is told with their number', async () => {
    const stream = new PassThrough();
    const writer = new StreamWriter(stream);
    const told: unknown[] = [];
    writer.onError(([, , count]) => told.push(count));
    stream.destroy();
    await assert.rejects(writer.write({ jsonrpc: '2.0' }));
    await assert.rejects(writer.write({ jsonrpc: '2.0' }));
    assert.deepEqual(told.filter(Number), [1, 2]);
  });

  it('end with it', async () => {
    const stream = new PassThrough();
    const writer = new StreamWriter(stream);
    const closed = new Promise<void>(resolve => {
      writer.onClose(() => resolve());
    });
    writer.end();
    stream.resume();
    await closed;
    assert.ok(stream.writableFinished);
  });
});
