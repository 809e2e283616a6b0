import { append } from '../text/lists.ts';
import { Catalogs, foldedName, type LoadedCatalog, loadedCatalog } from './catalogs.ts';
import { isTsc } from './isTsc.ts';
import { type CatalogMapping, readMappings } from './mapping.ts';
import { pathInside } from './pathInside.ts';
import type { CatalogProblem } from './readers/problem.ts';
import { type ReadCatalog, readCatalog } from './readers/readCatalog.ts';
import { tsc } from './tsc.ts';

/** A file of catalogs as a manifest names it. */
export interface NamedCatalog {
  /** Relative to the program's root. */
  readonly file: string;
  /** The name under which it is cited, whatever the file says. */
  readonly name: string | undefined;
}

/** The files that a manifest names, in its order. */
export interface NamedFiles {
  readonly catalogs: readonly NamedCatalog[];
  readonly mappings: readonly string[];
}

/** What keeps a file that the manifest names from being a catalog or mapping, apart from what is wrong inside it. */
export type Lack =
  /** Its path leads out of the program, or is none. */
  | 'outside'
  | 'missing'
  /** Nothing has been read of it yet. */
  | 'unread'
  /** `satisfies` reads its name as the TSC. */
  | 'named-tsc'
  /** An earlier one has its name. */
  | 'name-taken';

/** What came of one file that the manifest names. */
export interface NamedResult {
  readonly path: string | undefined;
  readonly lack: Lack | undefined;
  /** The name that it has, or would have. */
  readonly name: string;
}

/** Everything that the files say. */
export interface ReadFiles {
  readonly catalogs: Catalogs;
  readonly mappings: readonly CatalogMapping[];
  /** What came of each file named, in the order in which they are named. */
  readonly named: { readonly catalogs: readonly NamedResult[]; readonly mappings: readonly NamedResult[] };
  /** What is wrong in each file, by its path. */
  readonly problems: ReadonlyMap<string, readonly CatalogProblem[]>;
  /** Every file named, and every one that those import, as paths relative to the root. */
  readonly files: ReadonlySet<string>;
}

/** A file read before, which says the same as long as its text, and that of what it imports, is the same. */
interface Kept {
  readonly text: string;
  readonly name: string | undefined;
  readonly imports: ReadonlyMap<string, string | undefined>;
  readonly read: ReadCatalog;
}

/**
 * Reads the files of catalogs and mappings that a manifest names. What comes out depends on what is named and on the texts
 * alone; a file whose text has not changed is not read again.
 */
export class CatalogFiles {
  readonly #texts = new Map<string, string | undefined>();
  readonly #kept = new Map<string, Kept>();

  /** Takes up the text of a file, without a byte order mark; undefined where it cannot be read. */
  setText(path: string, text: string | undefined): void {
    this.#texts.set(path, text);
  }

  /** The texts taken up so far. */
  get texts(): ReadonlyMap<string, string | undefined> {
    return this.#texts;
  }

  /** Reads what is named. A file whose text is not known yet is in `files` all the same: it is to be fetched. */
  read(named: NamedFiles): ReadFiles {
    const files = new Set<string>();
    const problems = new Map<string, readonly CatalogProblem[]>();
    const known = new Map<string, LoadedCatalog>([[foldedName(tsc.name), loadedCatalog(tsc)]]);
    const first = named.catalogs.map(one => this.#first(one, files));
    // What is laid over another comes after all that it may be laid over.
    const results = new Map<NamedCatalog, NamedResult>();
    for (const isOver of [false, true]) {
      for (const [i, one] of named.catalogs.entries()) {
        const { path, text, read } = first[i] ?? {};
        if (results.has(one) || (read?.over !== undefined) !== isOver) continue;
        const result =
          read && path !== undefined ? take(one, path, text ?? '', read, known, problems) : undefined;
        results.set(one, result ?? { path, lack: this.#lackOf(path), name: one.name ?? '' });
        // What it imports may be there all the same.
        if (path !== undefined && this.#waits(path)) problems.delete(path);
      }
    }
    const catalogs = new Catalogs([...known.values()]);
    const mappings: CatalogMapping[] = [];
    const mapped = named.mappings.map(file => {
      const path = pathInside(file, '');
      if (path !== undefined) files.add(path);
      const text = path === undefined ? undefined : this.#texts.get(path);
      if (path !== undefined && text !== undefined) {
        const called = (name: string) => calledOf(name, catalogs, known);
        const read = readMappings(text, { catalogNamed: called });
        append(mappings, read.mappings);
        problems.set(path, read.problems);
      }
      return { path, lack: this.#lackOf(path), name: '' };
    });
    // What is named no more may change unseen.
    for (const kept of [this.#texts, this.#kept]) {
      for (const path of kept.keys()) if (!files.has(path)) kept.delete(path);
    }
    const ofCatalogs = named.catalogs.flatMap(one => results.get(one) ?? []);
    return { catalogs, mappings, named: { catalogs: ofCatalogs, mappings: mapped }, problems, files };
  }

  /** Whether a file imports another that nothing has been said of. */
  #waits(path: string): boolean {
    return [...(this.#kept.get(path)?.imports.keys() ?? [])].some(other => !this.#texts.has(other));
  }

  #lackOf(path: string | undefined): Lack | undefined {
    if (path === undefined) return 'outside';
    if (!this.#texts.has(path)) return 'unread';
    return this.#texts.get(path) === undefined ? 'missing' : undefined;
  }

  /** Reads a file as if there were nothing to lay it over. */
  #first({ file, name }: NamedCatalog, files: Set<string>) {
    const path = pathInside(file, '');
    if (path === undefined) return { path };
    files.add(path);
    const text = this.#texts.get(path);
    if (text === undefined) return { path };
    const kept = this.#kept.get(path);
    const isSame = kept?.text === text && kept.name === name;
    if (kept && isSame && [...kept.imports].every(([other, then]) => this.#texts.get(other) === then)) {
      for (const other of kept.imports.keys()) files.add(other);
      return { path, text, read: kept.read };
    }
    const imports = new Map<string, string | undefined>();
    const read = readCatalog(text, {
      ...(name === undefined ? {} : { name }),
      resolve: this.#resolver(path, imports),
    });
    for (const other of imports.keys()) files.add(other);
    this.#kept.set(path, { text, name, imports, read });
    return { path, text, read };
  }

  /** Gives profiles what they import: files inside the program, named from where the profile lies. */
  #resolver(path: string, imports: Map<string, string | undefined>) {
    const pathsOf = new Map<string | undefined, string>([[undefined, path]]);
    return (href: string, within: string | undefined): string | undefined => {
      const from = pathsOf.get(within) ?? path;
      const trestle = /^trestle:\/\/(.+)$/.exec(href)?.[1];
      const other = pathInside(
        trestle ?? href,
        trestle === undefined ? from.slice(0, Math.max(0, from.lastIndexOf('/'))) : '',
      );
      if (other === undefined) return undefined;
      const text = this.#texts.get(other);
      imports.set(other, text);
      pathsOf.set(href, other);
      return text;
    };
  }
}

/** Adds a catalog to those known, or lays it over one of them. */
function take(
  { name }: NamedCatalog,
  path: string,
  text: string,
  read: ReadCatalog,
  known: Map<string, LoadedCatalog>,
  problems: Map<string, readonly CatalogProblem[]>,
): NamedResult {
  if (read.over !== undefined) {
    const base = (other: string) => known.get(foldedName(other));
    const catalogNamed = (other: string) => base(other)?.catalog;
    const laid = readCatalog(text, { ...(name === undefined ? {} : { name }), catalogNamed });
    problems.set(path, laid.problems);
    const under = base(read.over);
    if (under) known.set(foldedName(read.over), { ...under, catalog: laid.catalog });
    return { path, lack: undefined, name: read.over };
  }
  problems.set(path, read.problems);
  const { name: called } = read.catalog;
  const meansTsc = isTsc(called) || tsc.group(called.toUpperCase()) !== undefined;
  const lack = meansTsc ? 'named-tsc' : known.has(foldedName(called)) ? 'name-taken' : undefined;
  if (lack === undefined && called !== '') known.set(foldedName(called), read);
  return { path, lack, name: called };
}

function calledOf(name: string, catalogs: Catalogs, known: ReadonlyMap<string, LoadedCatalog>) {
  return catalogs.loaded(name) ?? [...known.values()].find(({ alsoCalled }) => alsoCalled.includes(name));
}
