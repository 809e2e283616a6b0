import { isManifest, type Role } from '../../core/formats/role.ts';
import { contentOf, type Files, unreadable } from '../files.ts';
import type { ReadDocument } from '../programHost.ts';
import type { CachedFacts } from './cachedFacts.ts';
import type { Discovery } from './discovery.ts';
import type { KeptProgram, Reading } from './keptProgram.ts';
import type { HostedDocument, KeptDocument, KeptPrograms } from './keptPrograms.ts';
import type { Slices } from './slices.ts';
import type { StaleDocuments } from './staleDocuments.ts';

/** What reading takes. */
export interface ReadingFrom {
  readonly files: Files;
  /** The texts of the open documents, by their keys. */
  readonly buffers: ReadonlyMap<string, string>;
  readonly programs: KeptPrograms;
  readonly discovery: Discovery;
  readonly stale: StaleDocuments;
  readonly slices: Slices;
}

/** Reads the documents of programs one by one, from their buffers, from disk or as an earlier run read them. */
export class DocumentReader {
  readonly #from: ReadingFrom;
  /** Files that were listed and then not there: the folders are listed anew for the sake of each once. */
  readonly #vanished = new Set<string>();
  /** Those that have been told what will be read. */
  readonly #toldAhead = new WeakSet<CachedFacts>();

  constructor(from: ReadingFrom) {
    this.#from = from;
  }

  /** A file has changed, or is listed no more: if it was not there, that says nothing now. */
  forget(key: string): void {
    this.#vanished.delete(key);
  }

  /** Reads one document; what is there no more leaves its program. Undefined where there is nothing to take up. */
  async read(key: string, { program, host, path }: KeptDocument): Promise<Reading | undefined> {
    if (host.isCatalogFile(path)) return this.#readCatalog(key, { host, path });
    if (!host.roleOf(path) && !host.engine.program.summary(path)) return undefined;
    const { files, buffers, discovery } = this.#from;
    const { cached } = program;
    const role = host.roleOf(path);
    if (cached && role && !buffers.has(key)) {
      if (!isManifest(path)) await this.#tellAhead(program, cached, key);
      const document = await cached.read(path, role);
      if (document) return { key, buffer: undefined, document };
    }
    const content = await files.read(key);
    const buffer = buffers.get(key);
    // What is listed, and still not there after another list, is there and cannot be read.
    const isUnreadable = content === unreadable || (content === undefined && this.#vanished.has(key));
    if (isUnreadable && buffer === undefined) program.unreadFiles.add(path);
    else program.unreadFiles.delete(path);
    if (content !== undefined) this.#vanished.delete(key);
    if (content !== undefined || isUnreadable)
      return { key, buffer, document: documentOf({ host, path }, buffer, contentOf(content)) };
    this.#vanished.add(key);
    program.unlist(path);
    if (!program.isMarked || program.hasSource(path)) discovery.request();
    return { key, buffer, document: host.read(path, undefined) };
  }

  /** Says what will be read of a program, from one document on, once its manifest has said which files are. */
  async #tellAhead(program: KeptProgram, cached: CachedFacts, first: string): Promise<void> {
    if (this.#toldAhead.has(cached)) return;
    this.#toldAhead.add(cached);
    const { buffers, programs, slices, stale } = this.#from;
    const items: { path: string; role: Role }[] = [];
    for (const key of [first, ...stale]) {
      await slices.pauseIfDue();
      const hosted = buffers.has(key) ? undefined : programs.hostedAt(key);
      const role = hosted?.program === program ? hosted.host.roleOf(hosted.path) : undefined;
      if (hosted && role && !cached.isCached(hosted.path, role)) items.push({ path: hosted.path, role });
    }
    cached.readAhead(items);
  }

  /** Reads a file that the manifest names: it may lie anywhere below the root, and be in no list of documents. */
  async #readCatalog(key: string, { host, path }: HostedDocument): Promise<Reading> {
    const content = contentOf(await this.#from.files.read(key, host.folder.root));
    const buffer = this.#from.buffers.get(key);
    return { key, buffer, document: documentOf({ host, path }, buffer, content) };
  }
}

/** Reads a document from its buffer, which is without a byte order mark, else from the content of its file. */
function documentOf(
  { host, path }: HostedDocument,
  buffer: string | undefined,
  content: string | undefined,
): ReadDocument {
  return buffer === undefined ? host.read(path, content) : host.readBuffer(path, buffer);
}
