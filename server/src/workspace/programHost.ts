import type { Catalog } from '../core/catalog/catalog.ts';
import { tsc } from '../core/catalog/tsc.ts';
import { type Analysis, analysisOf, analyze } from '../core/engine/analysis.ts';
import { Engine } from '../core/engine.ts';
import type { DocumentFacts } from '../core/formats/facts.ts';
import type { PageReading } from '../core/formats/layouts/layout.ts';
import { readDocument } from '../core/formats/readDocument.ts';
import { isManifest, type Role, roleOf, roleUnder } from '../core/formats/role.ts';
import type { Site } from '../core/formats/sites/site.ts';
import { sameShape } from '../core/model/shape.ts';
import { isToldUnread } from '../core/rules/running/judge.ts';
import { globMatcher } from '../core/text/globs.ts';
import { LineTable } from '../core/text/lineTable.ts';
import { sourceOf } from '../core/text/source.ts';
import type { ProgramFolder } from './discover.ts';

/** A document that was read for a program and is to be taken up by it. */
export interface ReadDocument {
  readonly path: string;
  /** Undefined where the file turned out to be no part of the program. */
  readonly analysis: Analysis | undefined;
  readonly lines: LineTable | undefined;
  /** Where it was read as a file of catalogs; without a text it cannot be read. */
  readonly catalog?: { readonly text: string | undefined };
}

/** What came of taking up documents. */
export interface TakenUp {
  /** The paths whose findings may have changed. */
  readonly changed: Set<string>;
  /** Whether the manifest now has every file read otherwise. */
  readonly readAgain: boolean;
  /** Files that have come to be read as catalogs, or are no more. */
  readonly otherwise: readonly string[];
}

/** The facts of a document, and the catalog that it was read with. */
interface KeptFacts {
  readonly catalog: Catalog;
  readonly facts: DocumentFacts;
}

/** Of how many documents the facts are kept. */
const mostKept = 2;

/** Reads one document in a role: a function of its arguments alone, so that any thread can do it. */
export function readAs(path: string, content: string, role: Role | undefined): ReadDocument {
  const { text } = sourceOf(content);
  return asRead(path, text, role, role && analyze(path, text, role, tsc));
}

function asRead(
  path: string,
  text: string,
  role: Role | undefined,
  analysis: Analysis | undefined,
): ReadDocument {
  const shape = analysis?.summary.shape;
  // A large file that lies nowhere in particular is no document that could not be read.
  const isUnread = shape?.unread && (role?.folder !== undefined || role?.included || role?.manifest);
  const says = shape && (shape.records.length > 0 || shape.manifest !== undefined);
  const belongs =
    says ||
    isUnread ||
    shape?.passedOver !== undefined ||
    (shape !== undefined && role?.included) ||
    (analysis !== undefined && isToldUnread(analysis.findings));
  return belongs
    ? { path, analysis, lines: new LineTable(text) }
    : { path, analysis: undefined, lines: undefined };
}

function readCatalogFile(path: string, content: string | undefined): ReadDocument {
  const text = content === undefined ? undefined : sourceOf(content).text;
  return { path, analysis: undefined, lines: new LineTable(text ?? ''), catalog: { text } };
}

/** A program that is kept up to date with its texts, wherever they come from. */
export class ProgramHost {
  readonly folder: ProgramFolder;
  readonly engine: Engine;
  /** The line tables of the documents, for showing offsets as positions without keeping their texts. */
  readonly #lines = new Map<string, LineTable>();
  /** What the manifest includes, excludes, sets for the options of rules and says of suffixes: by it files are read. */
  #applied = JSON.stringify([[], [], '[]', false]);
  /** How pages outside the conventional folders are known as policies (see ProgramFolder). */
  #pages: PageReading | undefined;
  /** The sites in and around the program. */
  #sites: readonly Site[];
  #isIncluded: (path: string) => boolean = () => false;
  #isExcluded: (path: string) => boolean = () => false;
  /** The facts last asked for, of few documents: most is asked of the one that was just edited, and of the manifest. */
  readonly #facts = new Map<string, KeptFacts>();

  #timesTakenUp = 0;

  /** @param isTimeUp whether judging is to go on later (see EngineOptions) */
  constructor(folder: ProgramFolder, today: string, isTimeUp?: () => boolean) {
    this.folder = folder;
    this.#pages = folder.pages;
    this.#sites = folder.sites ?? [];
    this.engine = new Engine({ catalog: tsc, today, ...(isTimeUp ? { isTimeUp } : {}) });
  }

  /** What a path (relative to the root) is to the program; undefined where it is not read. */
  roleOf(path: string): Role | undefined {
    if (this.isCatalogFile(path)) return undefined;
    if (this.isExcluded(path)) return undefined;
    const role = roleOf(path, this.folder.layout, this.#isIncluded(path), this.#pages, this.#sites);
    const { program, settings } = this.engine;
    return role && roleUnder(role, program.manifest?.shape, settings.documentOptions(path));
  }

  /**
   * Has pages outside the conventional folders known as policies otherwise.
   * @returns whether that is otherwise: such pages are to be read again
   */
  setPages(pages: PageReading | undefined): boolean {
    if (pages === this.#pages) return false;
    this.#pages = pages;
    return true;
  }

  /**
   * Has other sites in and around the program.
   * @returns whether they are others: pages are to be read again
   */
  setSites(sites: readonly Site[]): boolean {
    if (sameShape(sites, this.#sites)) return false;
    this.#sites = sites;
    return true;
  }

  /** Whether the manifest names a file as a catalog or mapping, or one that it names imports it. */
  isCatalogFile(path: string): boolean {
    return !isManifest(path) && this.engine.catalogFiles.has(path);
  }

  /** Whether the manifest excludes a file. */
  isExcluded(path: string): boolean {
    return !isManifest(path) && this.#isExcluded(path);
  }

  /** Whether something that cannot be read (see Listing) may be a document, hold documents or hide them. */
  mayHold(path: string): boolean {
    // The root itself has no path.
    if (path === '') return true;
    if (path.endsWith('/')) return !this.#isExcluded(`${path}document.md`);
    return path.endsWith('.gitignore') || path.endsWith('.git') || this.roleOf(path) !== undefined;
  }

  /** Reads one document, without taking it up; of undefined comes what takes leave of the program. */
  read(path: string, content: string | undefined): ReadDocument {
    if (this.isCatalogFile(path)) return readCatalogFile(path, content);
    return content === undefined
      ? { path, analysis: undefined, lines: undefined }
      : readAs(path, content, this.roleOf(path));
  }

  /** Reads one document from the buffer in which it is edited, with a text without a byte order mark. */
  readBuffer(path: string, text: string): ReadDocument {
    if (this.isCatalogFile(path)) return readCatalogFile(path, text);
    const facts = this.#factsOf(path, text, tsc);
    return asRead(path, text, facts?.role, facts && analysisOf(path, facts, tsc));
  }

  /** What a document says to the editor, by its text without a byte order mark; undefined where it is not read. */
  factsOf(path: string, text: string): DocumentFacts | undefined {
    return this.#factsOf(path, text, this.engine.program.catalog);
  }

  /** Takes up documents that were read. */
  takeUp(documents: readonly ReadDocument[]): TakenUp {
    this.#timesTakenUp++;
    const before = this.engine.catalogFiles;
    for (const { path, lines } of documents) {
      if (lines) this.#lines.set(path, lines);
      else this.#lines.delete(path);
    }
    const changed = this.engine.put(documents.map(({ path, analysis }) => [path, analysis]));
    const texts = documents.flatMap(({ path, catalog }) => (catalog ? [[path, catalog.text] as const] : []));
    if (texts.length > 0) for (const path of this.engine.setCatalogFiles(texts)) changed.add(path);
    const after = this.engine.catalogFiles;
    const otherwise = [...before, ...after].filter(path => before.has(path) !== after.has(path));
    return { changed, readAgain: this.#applyManifest(), otherwise };
  }

  /** How often documents have been taken up: since an equal number nothing has changed. */
  get timesTakenUp(): number {
    return this.#timesTakenUp;
  }

  /** The line table of a document as it was last taken up. */
  lines(path: string): LineTable | undefined {
    return this.#lines.get(path);
  }

  #factsOf(path: string, text: string, catalog: Catalog): DocumentFacts | undefined {
    const role = this.roleOf(path);
    if (!role) return undefined;
    const kept = this.#facts.get(path);
    if (kept?.facts.text === text && kept.catalog === catalog && sameShape(kept.facts.role, role))
      return kept.facts;
    const facts = readDocument(text, role, catalog);
    this.#facts.delete(path);
    this.#facts.set(path, { catalog, facts });
    const [oldest] = this.#facts.keys();
    if (this.#facts.size > mostKept && oldest !== undefined) this.#facts.delete(oldest);
    return facts;
  }

  #applyManifest(): boolean {
    const { program, settings } = this.engine;
    const { include: stated = [], exclude = [], suffixesArePoints = false } = program.manifest?.shape ?? {};
    const include = stated.map(({ text }) => text);
    const applied = JSON.stringify([include, exclude, settings.optionsKey, suffixesArePoints]);
    if (applied === this.#applied) return false;
    this.#applied = applied;
    this.#isIncluded = globMatcher(include);
    this.#isExcluded = globMatcher(exclude);
    return true;
  }
}
