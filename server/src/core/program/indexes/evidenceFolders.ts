import { type FolderFile, folderFileOf } from '../evidenceFiles.ts';
import { MultiMap } from '../multiMap.ts';
import type { RecordEntry } from '../record.ts';
import { pathsOfSource } from '../sources.ts';
import { referenceKey, type Touched } from '../touched.ts';
import type { RecordIndex } from './programIndex.ts';

/** A folder of evidence without a record: it names a control, and the window that its files belong to. */
export interface EvidenceFolder {
  /** Relative to the root, without a `/` at its end. */
  readonly path: string;
  /** As the folder is called. */
  readonly control: string;
  readonly label: string;
}

interface TrackedFolder extends EvidenceFolder {
  readonly files: Set<string>;
}

/**
 * The folders of evidence whose files no record names (`evidence/AC-04/2026-Q1/`), by the controls that they name. Somebody who
 * sees files says which there are.
 */
export class EvidenceFolders implements RecordIndex {
  readonly #byPath = new Map<string, TrackedFolder>();
  readonly #byControl = new MultiMap<TrackedFolder>();
  /** By their own paths, and those of the folders around them. */
  readonly #atOrBelow = new MultiMap<TrackedFolder>();
  /** What names a file or folder as its source, by the paths that it may mean. */
  readonly #naming = new MultiMap<RecordEntry>();
  readonly #changed: (control: string, touched: Touched) => void;

  /** @param changed told of a control (by the key of a reference to it) that has other folders now */
  constructor(changed: (control: string, touched: Touched) => void) {
    this.#changed = changed;
  }

  /** The files of all folders, sorted. */
  get files(): readonly string[] {
    return [...this.#byPath.values()].flatMap(({ files }) => [...files]).sort();
  }

  /** The controls that folders name, by the keys of references to them. */
  get controls(): Iterable<string> {
    return this.#byControl.keys();
  }

  /** The folders of a control that hold a file that no record names, by path. */
  of(names: readonly string[]): readonly EvidenceFolder[] {
    const found = new Set(names.flatMap(name => [...this.#byControl.get(name)]));
    return [...found]
      .filter(({ files }) => [...files].some(file => !this.#isNamed(file)))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Takes up which files there are. */
  setFiles(paths: readonly string[], touched: Touched): void {
    const now = new Set(paths);
    for (const file of this.files) if (!now.has(file)) this.#forget(file, touched);
    for (const path of now) {
      const file = folderFileOf(path);
      if (file) this.#add(path, file, touched);
    }
  }

  set(entry: RecordEntry, touched: Touched): void {
    this.#name(entry, path => this.#naming.add(path, entry), touched);
  }

  remove(entry: RecordEntry, touched: Touched): void {
    this.#name(entry, path => this.#naming.delete(path, entry), touched);
  }

  touchAll(touched: Touched): void {
    for (const control of this.#byControl.keys()) this.#changed(control, touched);
  }

  picture(): unknown {
    return [...this.#byControl.keys()]
      .sort()
      .map(control => [control, this.of([control]).map(({ path }) => path)]);
  }

  #add(path: string, { folder, control, label }: FolderFile, touched: Touched): void {
    let tracked = this.#byPath.get(folder);
    if (!tracked) {
      tracked = { path: folder, control, label, files: new Set() };
      this.#byPath.set(folder, tracked);
      this.#byControl.add(referenceKey(control), tracked);
      for (const around of pathsUp(folder)) this.#atOrBelow.add(around, tracked);
    }
    if (tracked.files.has(path)) return;
    tracked.files.add(path);
    this.#changed(referenceKey(control), touched);
  }

  #forget(path: string, touched: Touched): void {
    const { folder = '', control = '' } = folderFileOf(path) ?? {};
    const tracked = this.#byPath.get(folder);
    if (!tracked?.files.delete(path)) return;
    if (tracked.files.size === 0) {
      this.#byPath.delete(folder);
      this.#byControl.delete(referenceKey(control), tracked);
      for (const around of pathsUp(folder)) this.#atOrBelow.delete(around, tracked);
    }
    this.#changed(referenceKey(control), touched);
  }

  #name({ path, shape }: RecordEntry, note: (path: string) => void, touched: Touched): void {
    const { source } = shape.values;
    if (shape.kind !== 'evidence' || !source) return;
    for (const named of pathsOfSource(source.text, path)) {
      const own = named.replace(/\/$/, '');
      note(own);
      const around = pathsUp(own).flatMap(one => this.#byPath.get(one) ?? []);
      for (const { control } of new Set([...around, ...this.#atOrBelow.get(own)]))
        this.#changed(referenceKey(control), touched);
    }
  }

  /** Whether a record names a file, or a folder that it lies in. */
  #isNamed(file: string): boolean {
    return pathsUp(file).some(path => this.#naming.get(path).size > 0);
  }
}

/** A path, and those of the folders around it. */
function pathsUp(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.map((_, i) => steps.slice(0, steps.length - i).join('/'));
}
