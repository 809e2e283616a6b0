import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes messages to a stream, each at once. The library's own writer writes the header by itself, which wakes the client once more
 * for each message, and on a busy machine takes about as long as the answer.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', error => this.fireError(error)).on('close', () => this.fireClose());
  }

  /** Settles once the message is written; fails where it cannot be. */
  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const framed = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.#stream.write(framed, error => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
