import { CatalogFiles, type NamedFiles, type ReadFiles } from '../catalog/catalogFiles.ts';
import { type ManifestShape, sameShape } from '../model/shape.ts';

/** The files of catalogs and mappings that the manifest names, with their texts as far as those are known. */
export class NamedCatalogs {
  readonly #files = new CatalogFiles();
  #named: NamedFiles = namesIn(undefined);

  /** What the files say that are named now. */
  read(): ReadFiles {
    return this.#files.read(this.#named);
  }

  /**
   * Follows the manifest.
   * @returns whether it names other files than before
   */
  follow(manifest: ManifestShape | undefined): boolean {
    const named = namesIn(manifest);
    if (sameShape(named, this.#named)) return false;
    this.#named = named;
    return true;
  }

  /** Takes up the text of a file; undefined for one that cannot be read. */
  setText(path: string, text: string | undefined): void {
    this.#files.setText(path, text);
  }

  /** Everything that was taken up, by path. */
  get texts(): ReadonlyMap<string, string | undefined> {
    return this.#files.texts;
  }
}

/** The files that a manifest names, without their places. */
function namesIn(manifest: ManifestShape | undefined): NamedFiles {
  return {
    catalogs: (manifest?.catalogs ?? []).map(({ file, name }) => ({ file: file.text, name: name?.text })),
    mappings: (manifest?.mappings ?? []).map(({ text }) => text),
  };
}
