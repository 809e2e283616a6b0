import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LineTable } from '../core/text/lineTable.ts';
import { sourceOf } from '../core/text/source.ts';
import { contentOffsetAt, type Encoding, type Measured } from './positions.ts';

/** An open document. */
export interface Buffer extends Measured {
  /** As the client writes it. */
  readonly uri: string;
  readonly content: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/**
 * The buffers of a client, by key, and the keys of the URIs that it opened. The protocol library's own know no other encoding
 * than UTF-16.
 */
export class Buffers {
  readonly #buffers = new Map<string, Buffer>();
  readonly #keys = new Map<string, string>();

  /** The key of an open document, by the URI it was opened with: to look it up on disk for each letter takes long. */
  keyOf(uri: string): string | undefined {
    return this.#keys.get(uri);
  }

  get(key: string): Buffer | undefined {
    return this.#buffers.get(key);
  }

  /** Takes up an opened document. */
  open(key: string, uri: string, content: string): Buffer {
    const buffer = bufferOf(uri, content);
    this.#buffers.set(key, buffer);
    this.#keys.set(uri, key);
    return buffer;
  }

  /** Applies changes in their order; a document that was never opened has none. */
  change(
    key: string,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: Encoding,
  ): Buffer | undefined {
    let buffer = this.#buffers.get(key);
    for (const change of changes) {
      if (!buffer) return undefined;
      buffer = bufferOf(buffer.uri, 'range' in change ? spliced(buffer, change, encoding) : change.text);
    }
    if (buffer) this.#buffers.set(key, buffer);
    return buffer;
  }

  close(key: string, uri: string): void {
    this.#keys.delete(uri);
    this.#buffers.delete(key);
  }
}

function bufferOf(uri: string, content: string): Buffer {
  const { text, bom } = sourceOf(content);
  return { uri, content, text, lines: new LineTable(content), mark: bom ? 1 : 0 };
}

function spliced(
  buffer: Buffer,
  { range, text }: Extract<TextDocumentContentChangeEvent, { range: unknown }>,
  encoding: Encoding,
): string {
  const start = contentOffsetAt(buffer, range.start, encoding);
  const end = Math.max(start, contentOffsetAt(buffer, range.end, encoding));
  return buffer.content.slice(0, start) + text + buffer.content.slice(end);
}
