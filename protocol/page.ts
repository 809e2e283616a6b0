import type { Request } from './message.ts';
import type { DocumentPosition, Location } from './place.ts';

/** What the page is of: a criterion, point, group, category, description criterion, catalog or rule, or what to do next. */
export interface PageParams {
  /** The URI of the root of the program for which it is asked. */
  readonly root: string;
  /** Its id or name, spelled as documents spell it; `what-next` for what to do next. */
  readonly page: string;
}

/** A page, ready to be drawn. */
export interface ShownPage {
  /** Its id or name, in one spelling. */
  readonly page: string;
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
}

export type ShownBlock =
  /** The heading of a section. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: ShownText }
  | ShownList
  | { readonly kind: 'code'; readonly text: string }
  | ShownTable
  | ShownBars
  | ShownMatrix
  | ShownMap;

export interface ShownList {
  readonly kind: 'list';
  readonly items: readonly ShownText[];
  /** How deep each item is in others, from 0, at most one deeper than the item before; left out where none is in another. */
  readonly levels?: readonly number[];
}

/** Rows of cells, each row with one for every column. */
export interface ShownTable {
  readonly kind: 'table';
  /** What all of it is about. */
  readonly caption?: ShownText;
  /** The titles of the columns; left out where the cells speak for themselves. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly ShownText[])[];
}

/** Counts, each with a bar that shows its share of the largest. */
export interface ShownBars {
  readonly kind: 'bars';
  readonly caption?: ShownText;
  /** What the bars stand for, and what is counted. */
  readonly head: readonly [label: string, count: string];
  readonly bars: readonly { readonly label: ShownText; readonly count: number; readonly tone?: Tone }[];
}

/** Which rows go with which columns. */
export interface ShownMatrix {
  readonly kind: 'matrix';
  readonly caption?: ShownText;
  /** What a row stands for. */
  readonly head: string;
  readonly columns: readonly ShownText[];
  readonly rows: readonly {
    readonly label: ShownText;
    /** One for each column; null where the row does not go with it. */
    readonly signs: readonly (ShownSign | null)[];
    /** How many columns that are left out the row goes with, where any are left out. */
    readonly others?: number;
  }[];
  /** Every sign in it. */
  readonly legend: readonly ShownSign[];
}

/** Many things at a glance, each as a cell with its sign, in groups. */
export interface ShownMap {
  readonly kind: 'map';
  readonly caption?: ShownText;
  readonly groups: readonly {
    /** Left out where the cells belong to no group. */
    readonly label?: ShownText;
    readonly cells: readonly { readonly label: ShownText; readonly sign: ShownSign }[];
  }[];
  /** Every sign in it. */
  readonly legend: readonly ShownSign[];
}

/** One character, and what it means. The character tells it apart from others without its color. */
export interface ShownSign {
  readonly sign: string;
  readonly meaning: string;
  readonly tone?: Tone;
}

/** How well something is going; a client may give it a color. */
export type Tone = 'bad' | 'begun' | 'advanced' | 'furthest' | 'aside';

/** Running text: plain words, and words with a style or a link. */
export type ShownText = readonly (string | ShownWords)[];

/** Words with a style, or a link to another page, to a place of a document, or to something that the client does. */
export interface ShownWords {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  readonly target?: { readonly page: string } | { readonly action: string } | Location;
}

/** Asked by the client: what there is to say of something, and what the program has for it; null where there is no such thing. */
export const pageRequest: Request<PageParams, ShownPage | null> = { method: 'tickmark/page' };

export interface PagesParams {
  /** The URI of the root of a program. */
  readonly root: string;
  /** Where the cursor is, if it is in a document. */
  readonly at?: DocumentPosition;
}

/** Something that has a page, as it is chosen from a list. */
export interface ListedPage {
  readonly page: string;
  readonly title: string;
  /** What it is: `criterion`, `point`, `group`, `category`, `descriptionCriterion`, `catalog` or `rule`. */
  readonly kind: string;
}

export interface PagesResult {
  readonly pages: readonly ListedPage[];
  /** What the cursor is at. */
  readonly here?: ListedPage;
}

/** Asked by the client: everything that has a page, but for rules and points of focus, in the order of the catalog. */
export const pagesRequest: Request<PagesParams, PagesResult> = { method: 'tickmark/pages' };
