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
  /** As the client last counted, where it does. */
  readonly version: number | undefined;
}

type Change = TextDocumentContentChangeEvent;
type RangedChange = Extract<Change, { range: unknown }>;

/** How a client may be at fault with a document, and what comes of it. */
const faults = {
  reopened: 'was opened a second time. The text of the second time is used.',
  unopened: 'was changed or closed, but is not open. The message is ignored.',
  older: 'has a version older than before. Changes are applied anyway, in the order in which they arrive.',
  outside: 'was changed outside its text. The nearest position in it is used.',
  reversed: 'was changed in a range that ends before it starts. The two are swapped.',
} as const;

/**
 * The buffers of a client, by key, and the keys of the URIs that it opened. The protocol library's own know no other encoding
 * than UTF-16.
 */
export class Buffers {
  readonly #buffers = new Map<string, Buffer>();
  readonly #keys = new Map<string, string>();
  readonly #report: (fault: string) => void;
  /** What has been reported: a client repeats its fault with each letter. */
  readonly #reported = new Set<string>();

  /** @param report told of what a client does that the protocol does not allow, once for each document */
  constructor(report: (fault: string) => void = () => undefined) {
    this.#report = report;
  }

  /** The key of an open document, by the URI it was opened with: to look it up on disk for each letter takes long. */
  keyOf(uri: string): string | undefined {
    return this.#keys.get(uri);
  }

  get(key: string): Buffer | undefined {
    return this.#buffers.get(key);
  }

  /** Takes up an opened document. */
  open(key: string, uri: string, content: string, version?: number): Buffer {
    if (this.#keys.get(uri) === key) this.#tell(uri, 'reopened');
    const buffer = bufferOf(uri, content, version);
    this.#buffers.set(key, buffer);
    this.#keys.set(uri, key);
    return buffer;
  }

  /** Applies changes in their order; a document that was never opened has none. */
  change(key: string, changes: readonly Change[], encoding: Encoding, version?: number): Buffer | undefined {
    let buffer = this.#buffers.get(key);
    if (!buffer) {
      this.#tell(key, 'unopened');
      return undefined;
    }
    if ((version ?? 0) < (buffer.version ?? 0)) this.#tell(buffer.uri, 'older');
    for (const change of changes) {
      const content =
        'range' in change && change.range ? this.#spliced(buffer, change, encoding) : change.text;
      buffer = bufferOf(buffer.uri, content, version);
    }
    this.#buffers.set(key, buffer);
    return buffer;
  }

  /** @returns whether the document was open */
  close(key: string, uri: string): boolean {
    this.#keys.delete(uri);
    const wasOpen = this.#buffers.delete(key);
    if (!wasOpen) this.#tell(uri, 'unopened');
    return wasOpen;
  }

  #spliced(buffer: Buffer, { range, text }: RangedChange, encoding: Encoding): string {
    const [one, other] = [range.start, range.end].map(position => {
      if (!isInside(buffer, position)) this.#tell(buffer.uri, 'outside');
      return contentOffsetAt(buffer, position, encoding);
    });
    const [start, end] = [one ?? 0, other ?? 0];
    if (start > end) this.#tell(buffer.uri, 'reversed');
    return buffer.content.slice(0, Math.min(start, end)) + text + buffer.content.slice(Math.max(start, end));
  }

  #tell(document: string, fault: keyof typeof faults): void {
    const key = `${fault} ${document}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#report(`${document} ${faults[fault]}`);
  }
}

function bufferOf(uri: string, content: string, version: number | undefined): Buffer {
  const { text, bom } = sourceOf(content);
  return { uri, content, text, lines: new LineTable(content), mark: bom ? 1 : 0, version };
}

/** Whether there is such a line. A character beyond its end counts as that (LSP, Position). */
function isInside({ lines }: Buffer, { line, character }: RangedChange['range']['start']): boolean {
  return line >= 0 && character >= 0 && lines.positionAt(lines.startOf(line)).line === line;
}
