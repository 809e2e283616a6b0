import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LineTable } from '../core/text/lineTable.ts';
import { type Encoding, type Measured, offsetAt } from './positions.ts';

/** An open document. */
export interface Buffer extends Measured {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** The buffers of a client, by key. The protocol library's own know no other encoding than UTF-16. */
export class Buffers {
  readonly #buffers = new Map<string, Buffer>();

  get(key: string): Buffer | undefined {
    return this.#buffers.get(key);
  }

  keys(): IterableIterator<string> {
    return this.#buffers.keys();
  }

  /** Takes up an opened document. */
  open(key: string, uri: string, version: number, text: string): Buffer {
    const buffer = { uri, version, text, lines: new LineTable(text) };
    this.#buffers.set(key, buffer);
    return buffer;
  }

  /** Applies changes in their order; a document that was never opened has none. */
  change(
    key: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: Encoding,
  ): Buffer | undefined {
    let buffer = this.#buffers.get(key);
    for (const change of changes) {
      if (!buffer) return undefined;
      const text: string = 'range' in change ? spliced(buffer, change, encoding) : change.text;
      buffer = { uri: buffer.uri, version, text, lines: new LineTable(text) };
    }
    if (buffer) this.#buffers.set(key, buffer);
    return buffer;
  }

  close(key: string): void {
    this.#buffers.delete(key);
  }
}

function spliced(
  buffer: Buffer,
  { range, text }: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
  encoding: Encoding,
): string {
  const start = offsetAt(buffer, range.start, encoding);
  const end = Math.max(start, offsetAt(buffer, range.end, encoding));
  return buffer.text.slice(0, start) + text + buffer.text.slice(end);
}
