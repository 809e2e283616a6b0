import type { DataCallback, MessageReader, MessageWriter } from 'vscode-languageserver';
import { version } from '../../version.ts';
import { maskedMessage } from './masked.ts';
import { notes, type RecordingHeader, recordingFormat, type Sender, type Texts } from './recording.ts';

/** What a recorder needs of where it runs. */
export interface RecorderHost {
  /** Keeps a piece of text at the end of what there is. @throws where that fails */
  readonly add: (text: string) => void;
  /** Told once, where nothing can be kept any more; the session goes on. */
  readonly failed: (error: unknown) => void;
  readonly now: () => number;
  readonly today: string;
  readonly platform: string;
}

/** Keeps every message between a client and the server, as it is sent. */
export class Recorder {
  readonly #host: RecorderHost;
  readonly #texts: Texts;
  readonly #began: number;
  #failed = false;

  /** Begins a recording with its first line. */
  constructor(host: RecorderHost, texts: Texts) {
    this.#host = host;
    this.#texts = texts;
    this.#began = host.now();
    const header: RecordingHeader = {
      tickmarkRecording: recordingFormat,
      note: notes[texts],
      version,
      today: host.today,
      platform: host.platform,
      texts,
    };
    this.#add(header);
  }

  /** The same channel, whose messages are all kept. */
  recorded<Channel extends { readonly reader: MessageReader; readonly writer: MessageWriter }>({
    reader,
    writer,
  }: Channel): { readonly reader: MessageReader; readonly writer: MessageWriter } {
    const keep = (from: Sender, message: object) => this.#keep(from, message);
    return {
      reader: {
        onError: reader.onError,
        onClose: reader.onClose,
        onPartialMessage: reader.onPartialMessage,
        listen(callback: DataCallback) {
          return reader.listen(message => {
            keep('client', message);
            callback(message);
          });
        },
        dispose: () => reader.dispose(),
      },
      writer: {
        onError: writer.onError,
        onClose: writer.onClose,
        write(message) {
          keep('server', message);
          return writer.write(message);
        },
        end: () => writer.end(),
        dispose: () => writer.dispose(),
      },
    };
  }

  #keep(from: Sender, message: object): void {
    const at = Math.round((this.#host.now() - this.#began) * 100) / 100;
    this.#add({ at, from, message: this.#texts === 'masked' ? maskedMessage(message) : message });
  }

  #add(line: object): void {
    if (this.#failed) return;
    try {
      this.#host.add(`${JSON.stringify(line)}\n`);
    } catch (error) {
      this.#failed = true;
      this.#host.failed(error);
    }
  }
}
