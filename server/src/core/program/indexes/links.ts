import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { sameShape } from '../../model/shape.ts';
import type { DocumentChange, DocumentEntry } from '../document.ts';
import type { LinkEntry } from '../link.ts';
import { MultiMap } from '../multiMap.ts';
import type { Touched } from '../touched.ts';
import type { Documents } from './documents.ts';
import { pictureOf } from './picture.ts';
import type { DocumentIndex } from './programIndex.ts';
import type { Sources } from './sources.ts';

/**
 * The links by the paths that they lead to. Such a path is touched by a link that has come, changed or gone, and by the
 * coming and going of its document, its anchors and whether it is confidential.
 */
export class Links implements DocumentIndex {
  readonly #sources: Sources;
  readonly #linking = new MultiMap<LinkEntry>();

  /** @param sources is told of the links to files that are no documents */
  constructor(sources: Sources) {
    this.#sources = sources;
  }

  replace({ path, before, after }: DocumentChange, touched: Touched): void {
    const isSame = before && after && sameShape(asTarget(before), asTarget(after));
    if (!isSame && this.#linking.has(path)) touched.paths.add(path);
    // How a document stands decides too whether its links are judged.
    for (const link of before?.links ?? []) {
      this.#linking.delete(link.to, link);
      if (link.link.isFile) this.#sources.remove(link);
      touched.paths.add(link.to);
    }
    for (const link of after?.links ?? []) {
      this.#linking.add(link.to, link);
      if (link.link.isFile && layoutNamed(after?.summary.shape.format).holdsFiles) this.#sources.set(link);
      touched.paths.add(link.to);
    }
  }

  /** The links that lead to a path. */
  to(path: string): ReadonlySet<LinkEntry> {
    return this.#linking.get(path);
  }

  touchAll(touched: Touched): void {
    for (const target of this.#linking.keys()) touched.paths.add(target);
  }

  /** Touches the paths that start with that of a folder. */
  touchBelow(folder: string, touched: Touched): void {
    for (const target of this.#linking.keys()) if (target.startsWith(folder)) touched.paths.add(target);
  }

  /** Touches the paths of documents that say whether they are confidential. */
  touchConfidential(documents: Documents, touched: Touched): void {
    for (const target of this.#linking.keys()) {
      const document = documents.at(target);
      if (document && confidentialIn(document).some(Boolean)) touched.paths.add(target);
    }
  }

  picture(): unknown {
    return pictureOf(this.#linking, ({ from, link }) => `${from} ${link.at}`);
  }
}

/** What of a document matters to those that link to it. */
function asTarget(document: DocumentEntry) {
  const { anchors, takesIn } = document.summary.shape;
  return [anchors, takesIn, ...confidentialIn(document)];
}

/** What the records of a document say of whether they are confidential. */
function confidentialIn({ records }: DocumentEntry) {
  return records.map(({ shape: { values } }) => values['confidential']);
}
