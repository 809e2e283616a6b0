import type { CatalogParts } from '../catalog.ts';

/** A criterion that its publisher has taken back: it is no member of the catalog, but people still cite it. */
export interface Withdrawn {
  readonly id: string;
  readonly title: string;
  /** Where its subject went: ids of the same catalog, as its publisher names them. */
  readonly successors: readonly string[];
}

/** What the reader of one format found in a file. */
export interface Found {
  readonly parts: CatalogParts;
  /** The name of the catalog whose words these are, where they are to be laid over another one's ids. */
  readonly over?: string;
  /** Other names by which a mapping may call the catalog, such as a URN. */
  readonly alsoCalled?: readonly string[];
  /** Other spellings of ids, in lower case (labels, URNs), with the id that each stands for. */
  readonly aliases?: ReadonlyMap<string, string>;
  readonly withdrawn?: readonly Withdrawn[];
}
