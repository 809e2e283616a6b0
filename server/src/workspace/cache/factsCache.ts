import { hash } from 'node:crypto';
import type { Role } from '../../core/formats/role.ts';
import { type LineData, LineTable } from '../../core/text/lineTable.ts';
import { type FileState, sameStamp } from '../disk/fileState.ts';
import type { ReadDocument } from '../programHost.ts';
import type { CacheFolder } from './cacheFolder.ts';
import { type Packed, Packer, Unpacker } from './packing.ts';

/** A document as it is packed. */
export type StoredDocument = Omit<ReadDocument, 'lines'> & { readonly lines: LineData | undefined };

/** Where a document was packed. */
export interface PackedPlace {
  readonly packed: Packed;
  readonly at: number;
}

/** What is known of a file and what it said when it was last read. */
interface Entry {
  readonly path: string;
  /** As what it was read. */
  readonly role: string;
  /** Of its content. */
  readonly hash: string;
  readonly state: FileState;
  readonly place: PackedPlace | { readonly document: ReadDocument };
}

/** An entry in the index of a part: where its document is packed there. */
type IndexEntry = Pick<Entry, 'path' | 'role' | 'hash' | 'state'> & { readonly at: number };

/** How many documents are packed together: where one has changed, so many are packed anew. */
const partSize = 100;

/**
 * What the documents of a program said when they were last read, so that those that have not changed need not be read
 * again. It depends on the content, on the role in which it was read and on this build of the engine; file times only tell
 * where looking is not needed. What a cache does not know, or what was written by another build or damaged, is as if it had
 * never been: nothing here throws.
 */
export class FactsCache {
  readonly #folder: CacheFolder;
  readonly #name: string;
  readonly #build: string;
  readonly #entries = new Map<string, Entry>();
  readonly #unpackers = new Map<Packed, Unpacker>();
  #changed = false;

  private constructor(folder: CacheFolder, name: string, build: string) {
    this.#folder = folder;
    this.#name = name;
    this.#build = build;
  }

  /**
   * Reads the cache of a program, in steps.
   * @param root the program's
   */
  static *open(folder: CacheFolder, root: string, build: string): Generator<undefined, FactsCache> {
    const cache = new FactsCache(folder, hash('sha256', root, 'hex').slice(0, 32), build);
    try {
      yield* cache.#read();
    } catch {
      // The seal was right and the content is not: a fault of another run.
      cache.#entries.clear();
    }
    return cache;
  }

  /** The hash of the content that was last read in this role. */
  hashOf(path: string, role: Role): string | undefined {
    const entry = this.#entries.get(path);
    return entry?.role === roleKey(role) ? entry.hash : undefined;
  }

  /** A document as it was last read, in a role that `hashOf` knows, where the file's state tells that it has not changed since. */
  recall(path: string, state: FileState): ReadDocument | undefined {
    const entry = this.#entries.get(path);
    const isFresh = entry?.state.isSettled && sameStamp(entry.state.stamp, state.stamp);
    return isFresh ? this.#documentOf(entry.place) : undefined;
  }

  /** The same where the content is known to be the same; the file has this state now. */
  recallSame(path: string, state: FileState): ReadDocument | undefined {
    const entry = this.#entries.get(path);
    if (!entry) return undefined;
    if (!entry.state.isSettled || !sameStamp(entry.state.stamp, state.stamp)) {
      this.#entries.set(path, { ...entry, state });
      this.#changed = true;
    }
    return this.#documentOf(entry.place);
  }

  /** Takes up a document that was read. What holds a credential is not kept. */
  keep(
    document: ReadDocument,
    role: Role,
    contentHash: string,
    state: FileState,
    packed: PackedPlace | undefined,
  ): void {
    const { path, analysis } = document;
    this.#changed = true;
    if (analysis?.findings.some(({ rule }) => rule.startsWith('secrets/'))) this.#entries.delete(path);
    else {
      const place = packed ?? { document };
      this.#entries.set(path, { path, role: roleKey(role), hash: contentHash, state, place });
    }
  }

  /** Writes the cache, where there is anything new, with these paths alone; in steps. */
  *save(paths: ReadonlySet<string>): Generator<undefined, void> {
    for (const path of this.#entries.keys()) {
      if (paths.has(path)) continue;
      this.#entries.delete(path);
      this.#changed = true;
    }
    if (!this.#changed) return;
    try {
      yield* this.#folder.write('facts', this.#name, this.#build, yield* this.#packed());
    } catch {
      // What cannot be packed is read again the next time.
    }
    this.#changed = false;
  }

  #documentOf(place: Entry['place']): ReadDocument {
    if ('document' in place) return place.document;
    return unpackDocument(this.#unpackerOf(place.packed), place.at);
  }

  #unpackerOf(packed: Packed): Unpacker {
    let unpacker = this.#unpackers.get(packed);
    if (!unpacker) this.#unpackers.set(packed, (unpacker = new Unpacker(packed)));
    return unpacker;
  }

  *#read(): Generator<undefined, void> {
    const packs = (yield* this.#folder.read('facts', this.#name, this.#build)) ?? [];
    // An index and the documents it is of, and so on.
    for (let i = 0; i < packs.length; i += 2) {
      const [index, packed] = packs.slice(i, i + 2);
      if (!index || !packed) return;
      // The seal and the build vouch for the form.
      const entries = new Unpacker(index).read(0) as readonly IndexEntry[];
      for (const { at, ...entry } of entries)
        this.#entries.set(entry.path, { ...entry, place: { packed, at } });
      yield;
    }
  }

  /** Parts of which every document is still there stay as they are; the others' documents are packed anew. */
  *#packed(): Generator<undefined, readonly Packed[]> {
    const whole = this.#wholeParts();
    const indexes = new Map<Packed, IndexEntry[]>();
    const loose: Entry[] = [];
    for (const entry of this.#entries.values()) {
      const { place } = entry;
      if (!('packed' in place) || !whole.has(place.packed)) loose.push(entry);
      else pushTo(indexes, place.packed, indexEntry(entry, place.at));
    }
    for (let from = 0; from < loose.length; from += partSize) {
      const packer = new Packer();
      const index = loose
        .slice(from, from + partSize)
        .map(entry => indexEntry(entry, packDocument(packer, this.#documentOf(entry.place))));
      indexes.set(packer.done(), index);
      yield;
    }
    const packs: Packed[] = [];
    for (const [packed, index] of indexes) {
      const packer = new Packer();
      packer.add(index);
      packs.push(packer.done(), packed);
      yield;
    }
    return packs;
  }

  #wholeParts(): ReadonlySet<Packed> {
    const live = new Map<Packed, number>();
    for (const { place } of this.#entries.values()) {
      if ('packed' in place) live.set(place.packed, (live.get(place.packed) ?? 0) + 1);
    }
    return new Set([...live].filter(([packed, count]) => count === packed.values).map(([packed]) => packed));
  }
}

/** Packs a document; gives where. */
export function packDocument(packer: Packer, document: ReadDocument): number {
  const stored: StoredDocument = { ...document, lines: document.lines?.data };
  return packer.add(stored);
}

/** A document as it was packed by this very build. */
export function unpackDocument(unpacker: Unpacker, at: number): ReadDocument {
  const stored = unpacker.read(at) as StoredDocument;
  return { ...stored, lines: stored.lines && new LineTable(stored.lines) };
}

function indexEntry({ path, role, hash: contentHash, state }: Entry, at: number): IndexEntry {
  return { path, role, hash: contentHash, state, at };
}

function pushTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Whether a document of the same content says the same in two roles. */
export function sameRole(one: Role, other: Role): boolean {
  return roleKey(one) === roleKey(other);
}

/** What a document's facts depend on beside its path, of which the file's name is a part, and its content. */
function roleKey(role: Role): string {
  return JSON.stringify({ ...role, stem: undefined });
}
