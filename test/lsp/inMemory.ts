// The server in this very process, over files in memory: for what would take too long otherwise, and for slow files, other
// schemes, days and clocks.
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { createConnection, StreamMessageWriter } from 'vscode-languageserver/node';
import { Session } from '../../server/src/lsp/lifecycle.ts';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { StreamReader } from '../../server/src/lsp/streamReader.ts';
import { localDate } from '../../server/src/workspace/localDate.ts';
import { MemoryFiles } from '../workspace/memoryFiles.ts';
import { Client } from './client.ts';
import { RawClient } from './raw.ts';

/** The URI of a key of files in memory. */
export const uriInMemory = (key: string): string => `memory://${key}`;
export const keyInMemory = (uri: string): string => uri.replace(/^memory:\/\//, '');

interface Started {
  readonly toServer: PassThrough;
  readonly toClient: PassThrough;
  /** What the server says where it can hear its client no more. */
  readonly ended: Promise<string | undefined>;
  readonly end: () => void;
}

function start(files: MemoryFiles, other: Partial<Runtime> = {}): Started {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  let tell: (why: string | undefined) => void = () => undefined;
  const ended = new Promise<string | undefined>(resolve => {
    tell = resolve;
  });
  const reader = new StreamReader(toServer, why => tell(why));
  const session = new Session(reader, new StreamMessageWriter(toClient));
  const connection = createConnection(session.reader, session.writer);
  startServer(connection, {
    filesWith: () => files,
    keyOf: keyInMemory,
    uriOf: uriInMemory,
    today: () => localDate(new Date()),
    now: () => performance.now(),
    pause: () => new Promise(done => setImmediate(done)),
    after(milliseconds, call) {
      // A long time does not come.
      const soon = milliseconds < 1000 ? setImmediate(call) : undefined;
      return () => clearImmediate(soon);
    },
    watch: undefined,
    ...other,
  });
  const end = () => {
    connection.dispose();
    // Half a message that came now would be waited on for ever.
    toServer.destroy();
    // An answer that is still on its way goes nowhere. If it could not be written, the library would try to say so to the client
    // that has gone, and what it throws then would fail whichever test runs.
    toClient.removeAllListeners('data').resume();
  };
  return { toServer, toClient, ended, end };
}

/**
 * Starts a server that knows no other files than these.
 * @param other what its runtime is to have otherwise
 */
export function serveInMemory(
  t: TestContext | undefined,
  files: MemoryFiles = new MemoryFiles(),
  other: Partial<Runtime> = {},
): { readonly client: Client; readonly files: MemoryFiles; readonly end: () => void } {
  const { toServer, toClient, end: endServer } = start(files, other);
  const client = new Client(toClient, toServer);
  const end = () => {
    client.connection.dispose();
    endServer();
  };
  t?.after(end);
  return { client, files, end };
}

/** The same for a client that says whatever it likes. */
export function streamsInMemory(
  t: TestContext | undefined,
  files: MemoryFiles = new MemoryFiles(),
): Pick<Started, 'ended' | 'end'> & { readonly client: RawClient } {
  const { toServer, toClient, ended, end } = start(files);
  t?.after(end);
  return { client: new RawClient(toClient, toServer), ended, end };
}
