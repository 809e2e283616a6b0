import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { localDate } from '../workspace/localDate.ts';
import { Session } from './lifecycle.ts';
import { startServer } from './server.ts';

// A worker: it speaks with the client that made it, which also reads the files.
const session = new Session(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis));

startServer(createConnection(session.reader, session.writer), {
  filesWith: others => others,
  keyOf: uri => uri,
  uriOf: key => key,
  today: () => localDate(new Date()),
  now: () => performance.now(),
  pause: () => new Promise(resolve => setTimeout(resolve)),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  watch: undefined,
});
