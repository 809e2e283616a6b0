// A document reduced to what the rest of the program may see of it: its shape, which holds no offsets and is compared,
// and its places, which hold nothing else and never are. A place is named by its number, in the order of the shape's facts.

import type { TextRange } from '../text/range.ts';
import type { Component } from './components.ts';
import type { Frequency } from './frequency.ts';
import type { KeyName, ListKey, ValueKey } from './keyNames.ts';
import type { RecordKind } from './kinds.ts';

/** The number of a place among those of its record (or of the manifest): other records of the file do not shift it. */
export type Place = number;

/** A value as it is written, and where. */
export interface Stated {
  readonly text: string;
  readonly at: Place;
}

/** A criterion, point or group that a record cites. */
export interface CitationShape {
  /** The key under which it is cited, such as TSC. */
  readonly catalog: string;
  readonly form: 'criterion' | 'group' | 'point';
  readonly id: string;
  readonly at: Place;
  /** Of a mention, whether the words around it say that the criterion is not addressed here: "CC6.4 is out of scope". */
  readonly isDenied?: true;
  /**
   * Of a mention among very many, the paths of the links to other documents beside it, as in `LinkShape`: those are said to
   * address the criterion. Absent where there are none.
   */
  readonly linkedTo?: readonly string[];
}

/** Another record that a record names, by a key such as `policies`. */
export interface ReferenceShape extends InnerReferenceShape {
  readonly key: KeyName;
}

/** The same inside of a mapping. */
export interface InnerReferenceShape {
  /** The kind the key asks for; absent where any will do. */
  readonly kind?: RecordKind;
  readonly id: string;
  readonly at: Place;
}

/**
 * Whether a record counts: drafts, templates, stubs (a body of nothing but "coming soon") and retired records do not.
 */
export type Standing = 'counts' | 'draft' | 'template' | 'stub' | 'retired';

/**
 * What the statement of a control says of the duties of several people: that somebody acts who is not the one who acted
 * before (of administrators, where it speaks of those), or that somebody builds, releases, grants, or enters something.
 */
export type Duty = 'second' | 'second, of administrators' | 'first';

/** What a policy tells of its past in words that are not read: when it was reviewed, or which versions were before it. */
export type Past = 'reviews' | 'versions';

/** An earlier version of a control. */
export interface VersionShape {
  readonly from: Stated | undefined;
  /** Its last day. */
  readonly to: Stated | undefined;
  /** How often the control was performed then, as it is written. */
  readonly frequencies: readonly Stated[];
}

/** What the record of a population says of how it was drawn, also under the names that other tools have for these keys. */
export interface PopulationShape {
  /** Whether something says which query produced it. */
  readonly hasQuery: boolean;
  /** How many items it has; undefined where nothing says so, or only about how many. */
  readonly count: Stated | undefined;
  /** Whether that is none. */
  readonly isEmpty: boolean;
  /** The day on which it was drawn, else that on which it was collected; what no date can be read of is none. */
  readonly drawn: Stated | undefined;
}

/** One record, as the program sees it. */
export interface RecordShape {
  readonly kind: RecordKind;
  /** Where the record is shown: its id, else its title, else its first line. */
  readonly at: Place;
  readonly id: Stated | undefined;
  /**
   * The file's name without its ending, or its folder's where the file is the `index`, by which a record that is alone in its
   * file can be referred to as well.
   */
  readonly stem: string | undefined;
  /**
   * What its front matter calls it in the addresses of a site, by which it can be referred to too; absent where it says
   * nothing.
   */
  readonly slug?: string;
  readonly title: string | undefined;
  /** Of a row of a table, whether its page lies in a folder of controls; absent for what is a record by itself. */
  readonly row?: 'controls' | 'page';
  readonly standing: Standing;
  /** Single values by the key's own name, for the keys of types word, date, boolean, interval, number, window and person, those of texts with words that are common there, and of files and hashes that are surely such; dates and words inside of a mapping by their paths, such as `covers.from`. */
  readonly values: Readonly<Partial<Record<ValueKey, Stated>>>;
  /** The lists of words and persons by the key's own name, words that are only common there too; undefined where it has none. */
  readonly lists: Readonly<Partial<Record<ListKey, readonly Stated[]>>> | undefined;
  /** Whether it has a cadence: a frequency or a cron expression. */
  readonly recurs: boolean;
  /** Its cron expression, as it is written; absent where it has none. */
  readonly cron?: Stated;
  /** Of a control, its earlier versions in the order in which they are written; absent where it names none. */
  readonly history?: readonly VersionShape[];
  /** Of evidence that is a population, how it was drawn; absent for any other. */
  readonly population?: PopulationShape;
  /** Of evidence, what the auditor selected of it: the items, or the file that lists them; absent where it names nothing. */
  readonly selected?: readonly Stated[];
  /** What `systems` names: those that a control operates on, or that evidence covers. */
  readonly systems: readonly Stated[];
  /** What `satisfies` cites. */
  readonly satisfies: readonly CitationShape[];
  /** What its other values and its body cite. */
  readonly mentions: readonly CitationShape[];
  /** Of a vendor, those of its mentions that depend on controls assumed at it; absent where there are none. */
  readonly csocs?: readonly CitationShape[];
  /** Of a vendor that has keys, what they say of its report in words of their own. */
  readonly vendorReport?: VendorReport;
  readonly references: readonly ReferenceShape[];
  /** The words under `tags`; absent where there are none. */
  readonly tags?: readonly string[];
  /** Those inside of mappings, such as `controls` of `userControls`, which editors follow and no rule does; absent where none is. */
  readonly innerReferences?: readonly InnerReferenceShape[];
  /** The description criteria that it answers, as `DC 3`; absent where it names none. */
  readonly describes?: readonly string[];
  /** Of a deviation, whether it has a response of management; absent where it has none. */
  readonly hasResponse?: true;
  /** Of a request, what the auditor asks for; absent where it does not say. */
  readonly asks?: string;
  /** Of a task, what it names as its gap, as it is written; absent where it names nothing. */
  readonly gap?: readonly string[];
  /** Of a control, what its statement says of the duties of several people; absent where that is nothing. */
  readonly duty?: Duty;
  /** Of a policy, what it tells of its past in other words than its keys; absent where that is nothing. */
  readonly past?: readonly Past[];
  /** Of one that answers DC 3, the components of the system that its body mentions; absent where that cannot be told. */
  readonly components?: readonly Component[];
}

/** What a vendor's record says of the vendor's own report, beside the values of the keys that we know. */
export interface VendorReport {
  /** Where it names a report that is on file; absent where it names none, the report is still to come, or `<<` may say more. */
  readonly onFile?: Place;
  /** Whether a key of another name may say that somebody read it. */
  readonly isAssessed: boolean;
  /** The days of the bridge letter, whatever it is called; `unread` where there is one whose last day cannot be read. */
  readonly bridge: { readonly start: Stated | undefined; readonly end: Stated } | 'unread' | 'none';
}

/** A report of the manifest, as it is written there. */
export interface ReportShape {
  readonly at: Place;
  readonly id: Stated | undefined;
  readonly kind: Stated | undefined;
  readonly type: Stated | undefined;
  readonly asOf: Stated | undefined;
  readonly periodStart: Stated | undefined;
  readonly periodEnd: Stated | undefined;
  readonly state: Stated | undefined;
  /** Undefined where the report leaves the categories to `scope`. */
  readonly categories: NamesShape | undefined;
  /** What `systems` names: those that the report covers; undefined where it does not say. */
  readonly systems: NamesShape | undefined;
  /** Names of catalogs; undefined where the report leaves them to its kind. */
  readonly catalogs: NamesShape | undefined;
}

/** A list of names with the key that holds it. */
export interface NamesShape {
  readonly at: Place;
  readonly names: readonly Stated[];
}

export interface ExclusionShape {
  readonly criterion: Stated;
  /** The name of its catalog, where that is said. */
  readonly catalog: string | undefined;
  readonly reason: string | undefined;
}

/** Somebody the manifest names. */
export interface PersonShape {
  readonly id: string;
  /** Where the id is stated. */
  readonly at: Place;
  readonly name: string | undefined;
  readonly role: string | undefined;
}

/** What the manifest sets for the rules of one folder and below it, or of the whole program. */
export interface RulesShape {
  /** The folder, relative to the root and without slashes at its ends; '' for the whole program. */
  readonly folder: string;
  /** Where the folder is named; absent for the whole program. */
  readonly at?: Place;
  readonly preset: Stated | undefined;
  readonly rules: readonly RuleSettingShape[];
}

export interface RuleSettingShape {
  readonly name: Stated;
  /** Undefined where only options are set. */
  readonly severity: Stated | undefined;
  readonly options: readonly OptionShape[];
}

export interface OptionShape {
  readonly name: Stated;
  /** The texts of a list; a lone value is a list of one. */
  readonly values: readonly Stated[];
}

/** A system that the manifest names. */
export interface SystemShape {
  readonly id: string;
  /** Where the id is stated. */
  readonly at: Place;
  readonly name: string | undefined;
  /** The person or role that is responsible for it. */
  readonly owner: Stated | undefined;
}

/** For how many days after its end a window of a cadence can still be filled in time. */
export interface GraceShape {
  readonly cadence: Frequency;
  readonly days: Stated;
}

/** A file with a catalog, and the name under which that is cited where it is said here. */
export interface CatalogFileShape {
  readonly file: Stated;
  readonly name: Stated | undefined;
}

/** The manifest, as it is written. */
export interface ManifestShape {
  readonly at: Place;
  readonly organization: string | undefined;
  readonly reports: readonly ReportShape[];
  /** The key `categories` of the scope is the scope line. */
  readonly categories: NamesShape | undefined;
  readonly exclusions: readonly ExclusionShape[];
  readonly people: readonly PersonShape[];
  readonly systems: readonly SystemShape[];
  readonly privacyRole: Stated | undefined;
  /** The month in which the fiscal year begins, as a number or by its name; absent where it is not stated. */
  readonly fiscalYearBegins?: Stated;
  /** Absent where none is stated. */
  readonly grace?: readonly GraceShape[];
  readonly catalogs: readonly CatalogFileShape[];
  /** Files with mappings between catalogs. */
  readonly mappings: readonly Stated[];
  /** Globs of files that are read for citations though they are no records, and of files that are not read at all. */
  readonly include: readonly Stated[];
  readonly exclude: readonly string[];
  /** What is set for the whole program first, then for folders, in the order in which they stand. */
  readonly rules: readonly RulesShape[];
  /** The folder for new evidence records, relative to the root: with `/`, and inside of it. */
  readonly evidenceFolder: Stated | undefined;
  /** Whether the local suffix of an id is the number of a point of focus. */
  readonly suffixesArePoints: boolean;
}

/** A link of a document's body to another document, to a heading, or to a file that is no document. */
export interface LinkShape {
  /**
   * Relative to the document, or to a folder of its site if it begins with `/` or `@site/`; as a path is written in a file
   * system; '' for the document itself.
   */
  readonly path: string;
  /** What follows the `#`, undefined where there is none. */
  readonly anchor: string | undefined;
  /** Among the places of record 0. */
  readonly at: Place;
  /** Where it leads to a file that is no document. */
  readonly isFile?: true;
}

/** Folders from which a generator of sites follows links, in the order in which it tries them. */
export interface LinkRoots {
  /**
   * The program's root, relative to what the other folders are relative to; '' where they are relative to it, and not to the
   * folder of a site around it.
   */
  readonly frame: string;
  /** For a link that begins with a name, behind the document's own folder. */
  readonly bases: readonly string[];
  /** For a link that begins with `/`. */
  readonly rooted: readonly string[];
  /** For a link that begins with `@site/`. */
  readonly site: string;
  /** Whether something may have links lead elsewhere: a plugin, a theme, or code of the site. */
  readonly mayBeAnywhere?: true;
}

/** The generators of sites whose behavior is known. */
export type SiteName = 'mkdocs' | 'docusaurus' | 'vitepress' | 'hugo' | 'jekyll';

/** What a document is to the program. */
export interface DocumentShape {
  readonly format: string;
  readonly records: readonly RecordShape[];
  readonly manifest: ManifestShape | undefined;
  /** Its links to documents, headings and files; absent where it has none. */
  readonly links?: readonly LinkShape[];
  /** Where the generator of its site looks for them beside its own folder; absent where nowhere else, or without links. */
  readonly linkRoots?: LinkRoots;
  /**
   * What can be linked to in it, a line each: the anchors of its headings, and those that its author set; absent where there
   * is nothing.
   */
  readonly anchors?: string;
  /** The generator of the site that surely makes them so; absent where they are those of any, in lower case. */
  readonly anchorsBy?: SiteName;
  /** Where its body takes in another document or a component: it may have headings that do not stand in it. */
  readonly takesIn?: true;
  /**
   * Where it is a page that looks like control documentation and is not read as such: the ids of the criteria that it cites,
   * each once, if any.
   */
  readonly passedOver?: readonly string[];
  /** Where the document is too large to be read. */
  readonly unread?: true;
}

/** Whether a document is left out of its program: it is too large to be read, or only looks like documentation. */
export function isLeftOut({ unread, passedOver }: DocumentShape): boolean {
  return unread === true || passedOver !== undefined;
}

/** A document's shape and its places. */
export interface DocumentSummary {
  readonly shape: DocumentShape;
  /** For each record (the manifest is record 0 of its file) pairs of offsets: [start, end) of place n at 2n and 2n + 1. */
  readonly places: readonly Int32Array[];
}

/** The offsets of a place of a record; the start of the document where there is no such place. */
export function rangeOf({ places }: DocumentSummary, record: number, at: Place): TextRange {
  const offsets = places[record];
  return { start: offsets?.[2 * at] ?? 0, end: offsets?.[2 * at + 1] ?? 0 };
}

/** Collects places in the order of the facts they belong to. */
export class PlaceBuilder {
  readonly #offsets: number[] = [];

  /** Adds a place and gives its number. */
  add(start: number, end: number): Place {
    return this.#offsets.push(start, end) / 2 - 1;
  }

  /** All the places added. */
  done(): Int32Array {
    return new Int32Array(this.#offsets);
  }
}

/** Whether two shapes (or any parts of them) are equal: plain data, compared to the bottom. */
export function sameShape(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameShape(a[i], b[i])) return false;
    return true;
  }
  const [ofA, ofB] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let count = 0;
  for (const key in ofA) {
    if (!Object.hasOwn(ofB, key) || !sameShape(ofA[key], ofB[key])) return false;
    count++;
  }
  for (const _ in ofB) count--;
  return count === 0;
}
