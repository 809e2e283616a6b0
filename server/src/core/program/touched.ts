import { endingPattern } from '../formats/layouts/endings.ts';

/**
 * What the key is by which a program rule reads: an id of a criterion or group, the key of a record id, a folder, the path of a
 * document that others link to, or ''.
 */
export type ProgramKey = 'criterion' | 'record' | 'folder' | 'path' | 'program';

/** The keys by which program rules read a program, as far as a change has touched them. */
export class Touched {
  /** Ids of criteria and groups. */
  readonly criteria = new Set<string>();
  /** Keys of record ids (see `referenceKey`). */
  readonly records = new Set<string>();
  /** Folders that hold documents. */
  readonly folders = new Set<string>();
  /** Paths that documents link to, whether there is a document or not. */
  readonly paths = new Set<string>();
  /** The program as a whole ('' or nothing): its manifest, reports and counts, and which record comes first. */
  readonly program = new Set<''>();

  /** How many keys there are. */
  get size(): number {
    return this.criteria.size + this.records.size + this.folders.size + this.paths.size + this.program.size;
  }

  /** The keys by what they are. */
  byKind(): readonly (readonly [ProgramKey, Set<string>])[] {
    return [
      ['criterion', this.criteria],
      ['record', this.records],
      ['folder', this.folders],
      ['path', this.paths],
      ['program', this.program],
    ];
  }

  /** Takes up what another change has touched. */
  add(other: Touched): void {
    for (const key of other.criteria) this.criteria.add(key);
    for (const key of other.records) this.records.add(key);
    for (const key of other.folders) this.folders.add(key);
    for (const key of other.paths) this.paths.add(key);
    for (const key of other.program) this.program.add(key);
  }
}

/** The folder of a path, '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const documentPath = new RegExp(`(?:^|/)([^/]+)\\.(?:${endingPattern})(?:#[^#]*)?$`, 'i');

/**
 * What an id, a file name or a path in a reference is looked up by: case does not matter, nor does a slash at either end. A
 * path to a document, with or without an anchor, means the file's name, or the folder's where the file is its `index`.
 */
export function referenceKey(reference: string): string {
  const name = reference.includes('/') ? reference.replace(/^\/+|(?<!\/)\/+$/g, '') : reference;
  if (!name.includes('.')) return name.toLowerCase();
  const file = documentPath.exec(name)?.[1]?.toLowerCase();
  const folder = file === 'index' ? /(?<![^/])([^/]+)\/index\.[^/#]*(?:#.*)?$/i.exec(name)?.[1] : undefined;
  return folder?.toLowerCase() ?? file ?? name.toLowerCase();
}
