import { Console } from 'node:console';
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { StreamReader } from './streamReader.ts';
import { StreamWriter } from './streamWriter.ts';

/** What a process speaks with its client over. */
export interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** What is told once the client can be heard no more: why, where it has not just ended the channel. */
type Ended = (why: string | undefined) => void;

/** Opens the channel that arguments name as editors do. Undefined where they name none, or one that this process does not have. */
export function openChannel(args: readonly string[], ended: Ended): Channel | undefined {
  if (args.includes('--stdio')) return standardStreams(ended);
  return args.includes('--node-ipc') && process.connected ? parentProcess(ended) : undefined;
}

/** Says on standard error, which an editor shows in its log, why the session does not go on. Of any text it may be made of. */
export function complain(why: string): void {
  const numbered = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  process.stderr.write(`tickmark: ${why.replace(/[^\x20-\x7e…]/g, numbered)}\n`);
}

function standardStreams(ended: Ended): Channel {
  // What anything prints would stand between two messages.
  globalThis.console = new Console(process.stderr);
  return { reader: new StreamReader(process.stdin, ended), writer: new StreamWriter(process.stdout) };
}

function parentProcess(ended: Ended): Channel {
  process.once('disconnect', () => ended(undefined));
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}
