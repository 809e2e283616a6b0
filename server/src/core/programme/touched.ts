/** The keys by which programme rules read a programme, as far as a change has touched them. */
export class Touched {
  /** Ids of criteria and groups. */
  readonly criteria = new Set<string>();
  /** Keys of record ids (see `referenceKey`). */
  readonly records = new Set<string>();
  /** Folders that hold documents. */
  readonly folders = new Set<string>();
  /** The programme as a whole: its manifest, reports and counts, and which record comes first. */
  programme = false;

  /** Takes up what another change has touched. */
  add(other: Touched): void {
    for (const key of other.criteria) this.criteria.add(key);
    for (const key of other.records) this.records.add(key);
    for (const key of other.folders) this.folders.add(key);
    this.programme ||= other.programme;
  }
}

/** The folder of a path, '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * What an id, a file name or a path in a reference is looked up by: case does not matter, and a path to a document, with or
 * without an anchor, means the file's name.
 */
export function referenceKey(reference: string): string {
  const file = /(?:^|\/)([^/]+)\.(?:md|markdown|mdx|md\.tmpl|ya?ml)(?:#[^#]*)?$/i.exec(reference);
  return (file?.[1] ?? reference).toLowerCase();
}
