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

/** The manifest, where the program has one. */
export class Manifests implements DocumentIndex {
  readonly #readers: readonly ManifestReader[];
  #stated: StatedManifest | undefined;

  constructor(...readers: readonly ManifestReader[]) {
    this.#readers = readers;
  }

  replace(change: DocumentChange, touched: Touched): void {
    const before = change.before?.summary.shape.manifest;
    const after = change.after?.summary.shape.manifest;
    if (sameShape(before, after)) return;
    if (after) this.#stated = { path: change.path, shape: after };
    else if (this.#stated?.path === change.path) this.#stated = undefined;
    this.touchAll(touched);
    for (const [key, ...indexes] of this.#readers) {
      if (sameShape(before?.[key], after?.[key])) continue;
      for (const index of indexes) index.touchAll(touched);
    }
  }

  /** The one that was stated last. */
  get stated(): StatedManifest | undefined {
    return this.#stated;
  }

  touchAll(touched: Touched): void {
    touched.program.add('');
  }

  picture(): unknown {
    return this.#stated;
  }
}
