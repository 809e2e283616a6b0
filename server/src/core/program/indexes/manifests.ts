import { type ManifestShape, sameShape } from '../../model/shape.ts';
import type { DocumentChange } from '../document.ts';
import type { Touched } from '../touched.ts';
import type { DocumentIndex, ProgramIndex } from './programIndex.ts';

/** A manifest and its path. */
export interface StatedManifest {
  readonly path: string;
  readonly shape: ManifestShape;
}

/** A key of the manifest, and the indexes that are read otherwise, by whatever key, when what it says has changed. */
export type ManifestReader = readonly [key: keyof ManifestShape, ...indexes: readonly ProgramIndex[]];

/** The manifest, where the program has one, and others that stand beside it. */
export class Manifests implements DocumentIndex {
  readonly #readers: readonly ManifestReader[];
  readonly #all = new Map<string, ManifestShape>();
  /** The one that is read. */
  #stated: StatedManifest | undefined;

  constructor(...readers: readonly ManifestReader[]) {
    this.#readers = readers;
  }

  replace(change: DocumentChange, touched: Touched): void {
    const before = change.before?.summary.shape.manifest;
    const after = change.after?.summary.shape.manifest;
    if (sameShape(before, after)) return;
    if (after) this.#all.set(change.path, after);
    else this.#all.delete(change.path);
    const was = this.#stated?.shape;
    this.#stated = this.#first();
    const is = this.#stated?.shape;
    this.touchAll(touched);
    for (const [key, ...indexes] of this.#readers) {
      if (sameShape(was?.[key], is?.[key])) continue;
      for (const index of indexes) index.touchAll(touched);
    }
  }

  /** The one that is read: of several the first by name. */
  get stated(): StatedManifest | undefined {
    return this.#stated;
  }

  /** The paths of those that are not read, because another is. */
  get others(): readonly string[] {
    return [...this.#all.keys()].filter(path => path !== this.#stated?.path).sort();
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    return [this.#stated, this.others];
  }

  #first(): StatedManifest | undefined {
    const [path] = [...this.#all.keys()].sort();
    const shape = path === undefined ? undefined : this.#all.get(path);
    if (path === undefined || !shape) return undefined;
    return path === this.#stated?.path && shape === this.#stated.shape ? this.#stated : { path, shape };
  }
}
