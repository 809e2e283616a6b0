import { madeOf } from '../../formats/layouts/endings.ts';
import { layoutNamed } from '../../formats/layouts/layouts.ts';
import { sameShape } from '../../model/shape.ts';
import type { DocumentChange, DocumentEntry } from '../document.ts';
import { fileNameOf, type LinkEntry } from '../link.ts';
import { MultiMap } from '../multiMap.ts';
import type { Touched } from '../touched.ts';
import type { Documents } from './documents.ts';
import { pictureOf } from './picture.ts';
import type { DocumentIndex } from './programIndex.ts';
import type { Sources } from './sources.ts';

/**
 * The links by the paths that they lead to. Such a path is touched by a link that has come, changed or gone, and by the
 * coming and going of its document, its anchors and whether it is confidential. A path that a link may lead to is touched with
 * every other that it may lead to.
 */
export class Links implements DocumentIndex {
  readonly #sources: Sources;
  readonly #documents: Documents;
  /** By each path that they may lead to. */
  readonly #linking = new MultiMap<LinkEntry>();
  /** Those in sources of a template language, by the name of the file that they mean. */
  readonly #named = new MultiMap<LinkEntry>();
  /** The documents that are such sources, by the name of the file that is made of them. */
  readonly #rendered = new MultiMap<string>();

  /**
   * @param sources is told of the links to files that are no documents
   * @param documents has taken up a change before this does
   */
  constructor(sources: Sources, documents: Documents) {
    this.#sources = sources;
    this.#documents = documents;
  }

  replace({ path, before, after }: DocumentChange, touched: Touched): void {
    const isSame = before && after && sameShape(asTarget(before), asTarget(after));
    if (!isSame) this.#replaceTarget(path, after !== undefined, touched);
    // How a document stands decides too whether its links are judged.
    for (const link of before?.links ?? []) {
      for (const to of pathsOf(link)) this.#linking.delete(to, link);
      if (link.rendered !== undefined) this.#named.delete(link.rendered, link);
      this.#sources.remove(link);
      this.#touch(link, touched);
    }
    for (const link of after?.links ?? []) {
      for (const to of pathsOf(link)) this.#linking.add(to, link);
      if (link.rendered !== undefined) this.#named.add(link.rendered, link);
      if (isLookedFor(link, after)) this.#sources.set(link);
      this.#touch(link, touched);
    }
  }

  /** The links that lead to a path. */
  to(path: string): readonly LinkEntry[] {
    return [...this.#mayLeadTo(path)].filter(link => this.endOf(link) === path);
  }

  /** The documents with a link that may lead to a path. */
  linking(path: string): ReadonlySet<string> {
    return new Set([...this.#mayLeadTo(path)].map(({ from }) => from));
  }

  /** Whether a document is where a link leads. */
  leads(link: LinkEntry): boolean {
    return this.#documents.at(this.endOf(link)) !== undefined;
  }

  /** Where a link leads: to the first document that is there, else to the path that comes first. */
  endOf(link: LinkEntry): string {
    if (link.link.isFile) return link.to;
    for (const path of pathsOf(link)) if (this.#documents.at(path)) return path;
    if (this.#rendered.has(fileNameOf(link.to))) {
      const made = new Set(this.#rendered.get(fileNameOf(link.to)));
      for (const path of pathsOf(link)) for (const one of made) if (madeOf(one) === path) return one;
      if (link.rendered !== undefined) return [...made].sort()[0] ?? link.to;
    }
    return link.to;
  }

  touchAll(touched: Touched): void {
    for (const target of this.#linking.keys()) touched.paths.add(target);
    for (const name of this.#rendered.keys())
      for (const path of this.#rendered.get(name)) touched.paths.add(path);
  }

  /** Touches the paths that start with that of a folder. */
  touchBelow(folder: string, touched: Touched): void {
    for (const target of this.#linking.keys()) if (target.startsWith(folder)) touched.paths.add(target);
  }

  /** Touches the paths of documents that say whether they are confidential. */
  touchConfidential(documents: Documents, touched: Touched): void {
    const sources = [...this.#rendered.keys()].flatMap(name => [...this.#rendered.get(name)]);
    for (const target of [...this.#linking.keys(), ...sources]) {
      const document = documents.at(target);
      if (document && confidentialIn(document).some(Boolean)) touched.paths.add(target);
    }
  }

  picture(): unknown {
    const nameOfLink = ({ from, link }: LinkEntry) => `${from} ${link.at}`;
    return [
      pictureOf(this.#linking, nameOfLink),
      pictureOf(this.#named, nameOfLink),
      pictureOf(this.#rendered, path => path),
    ];
  }

  /** A document has come, gone, or changed in what matters to those that link to it. */
  #replaceTarget(path: string, isThere: boolean, touched: Touched): void {
    const made = madeOf(path);
    if (made !== undefined) {
      if (isThere) this.#rendered.add(fileNameOf(made), path);
      else this.#rendered.delete(fileNameOf(made), path);
      touched.paths.add(path);
    }
    for (const link of this.#mayLeadTo(path)) this.#touch(link, touched);
  }

  /** The links that lead to a path if it is there and what they lead to first is not. */
  #mayLeadTo(path: string): ReadonlySet<LinkEntry> {
    const here = this.#linking.get(path);
    const made = madeOf(path);
    if (made === undefined) return here;
    return new Set([...here, ...this.#linking.get(made), ...this.#named.get(fileNameOf(made))]);
  }

  /** Touches all that a link may lead to. */
  #touch(link: LinkEntry, touched: Touched): void {
    for (const path of pathsOf(link)) touched.paths.add(path);
    if (!this.#rendered.has(fileNameOf(link.to))) return;
    for (const path of this.#rendered.get(fileNameOf(link.to))) touched.paths.add(path);
  }
}

/** Whether what a link leads to may be a file that is no document of the program. */
function isLookedFor({ link, others }: LinkEntry, document: DocumentEntry | undefined): boolean {
  if (!link.isFile) return others !== undefined;
  return layoutNamed(document?.summary.shape.format).holdsFiles;
}

/** The paths that a link may lead to, in the order in which they are tried. */
function pathsOf({ to, others }: LinkEntry): readonly string[] {
  return others ? [to, ...others] : [to];
}

/** What of a document matters to those that link to it. */
function asTarget(document: DocumentEntry) {
  const { anchors, anchorsBy, takesIn } = document.summary.shape;
  return [anchors, anchorsBy, takesIn, ...confidentialIn(document)];
}

/** What the records of a document say of whether they are confidential. */
function confidentialIn({ records }: DocumentEntry) {
  return records.map(({ shape: { values } }) => values['confidential']);
}
