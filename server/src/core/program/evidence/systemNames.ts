import type { ManifestShape, Stated } from '../../model/shape.ts';

/** By what a system is called in one way: its id in the manifest, whichever of its names a record uses. */
export class SystemNames {
  readonly #ids: ReadonlyMap<string, string>;

  constructor(manifest: ManifestShape | undefined) {
    this.#ids = new Map(
      (manifest?.systems ?? []).flatMap(({ id, name }) =>
        [id, ...(name === undefined ? [] : [name])].map(one => [one.toLowerCase(), id] as const),
      ),
    );
  }

  /** The systems that a record names, each once; one that the manifest does not know as it is written. */
  of(systems: readonly Stated[]): readonly string[] {
    return [...new Set(systems.map(({ text }) => this.#ids.get(text.toLowerCase()) ?? text))];
  }
}
