import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
} from 'vscode-languageserver/node';
import { BrokenHeader, Framing } from './framing.ts';
import { noJson } from './lifecycle.ts';

/**
 * Reads messages from a stream. The library's own reader goes on after a header that it cannot read, in the middle of a
 * message, and hears nothing any more.
 */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  readonly #ended: (why: string | undefined) => void;

  /** @param ended told once that no message comes any more: why, where that is not the mere end of the stream */
  constructor(stream: Readable, ended: (why: string | undefined) => void) {
    super();
    this.#stream = stream;
    this.#ended = ended;
  }

  listen(callback: DataCallback): Disposable {
    const framing = new Framing();
    const decoder = new TextDecoder();
    const take = (bytes: Uint8Array) => {
      try {
        for (const content of framing.take(bytes)) callback(parsed(decoder.decode(content)));
      } catch (error) {
        if (!(error instanceof BrokenHeader)) throw error;
        end(error.message);
      }
    };
    const close = () => end(framing.isBetween ? undefined : 'The input ended inside a message.');
    const fail = (error: Error) => end(`The input cannot be read: ${error.message}`);
    let isOver = false;
    const stop = () => {
      isOver = true;
      this.#stream.off('data', take);
    };
    const end = (why: string | undefined) => {
      if (isOver) return;
      stop();
      this.#ended(why);
    };
    this.#stream.on('data', take).on('end', close).on('close', close).on('error', fail);
    return { dispose: stop };
  }
}

function parsed(text: string): Parameters<DataCallback>[0] {
  try {
    return JSON.parse(text);
  } catch {
    return noJson;
  }
}
