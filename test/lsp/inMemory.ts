// The server in this very process, over files in memory: for what would take too long otherwise, and for slow files, other
// schemes, days and clocks.
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { localDate } from '../../server/src/workspace/localDate.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { Client } from './client.ts';

/** The URI of a key of files in memory. */
export const uriInMemory = (key: string): string => `memory://${key}`;
export const keyInMemory = (uri: string): string => uri.replace(/^memory:\/\//, '');

/**
 * Starts a server that knows no other files than these.
 * @param other what its runtime is to have otherwise
 */
export function serveInMemory(
  t: TestContext | undefined,
  files: MemoryFiles = new MemoryFiles(),
  other: Partial<Runtime> = {},
): { readonly client: Client; readonly files: MemoryFiles; readonly end: () => void } {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, {
    filesWith: () => files,
    keyOf: keyInMemory,
    uriOf: uriInMemory,
    today: () => localDate(new Date()),
    now: () => performance.now(),
    pause: () => new Promise(resolve => setImmediate(resolve)),
    after(milliseconds, call) {
      // A long time does not come.
      const soon = milliseconds < 1000 ? setImmediate(call) : undefined;
      return () => clearImmediate(soon);
    },
    watch: undefined,
    ...other,
  });
  const client = new Client(toClient, toServer);
  const end = () => {
    client.connection.dispose();
    connection.dispose();
    // Half a message that came now would be waited on for ever.
    for (const stream of [toServer, toClient]) stream.destroy();
  };
  t?.after(end);
  return { client, files, end };
}
