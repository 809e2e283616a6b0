// What is shown of one thing, as plain data: each face draws it in its own way, as Markdown, on a terminal or in a view.
import type { Place } from '../model/shape.ts';
import type { TextRange } from '../text/range.ts';

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a page. `Text` is the running text in it: a face that gives its links another form has its own. */
export type Block<Text = Inlines> =
  /** The heading of a section; the page's own is its title. `detail` marks what a short form of the page leaves out. */
  | { readonly kind: 'heading'; readonly text: string; readonly detail?: true }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | List<Text>
  | { readonly kind: 'code'; readonly text: string }
  | Table<Text>
  | Bars<Text>
  | Matrix<Text>
  | CellMap<Text>;

export interface List<Text = Inlines> {
  readonly kind: 'list';
  readonly items: readonly Text[];
  /** How deep each item is in others, from 0, at most one deeper than the item before; left out where none is in another. */
  readonly levels?: readonly number[];
}

/** Rows of cells, each row with one for every column. Tables below one heading that have as many columns are drawn alike. */
export interface Table<Text = Inlines> {
  readonly kind: 'table';
  /** What all of it is about. */
  readonly caption?: Text;
  /** The titles of the columns; left out where the cells speak for themselves. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Text[])[];
}

/** Counts, each with a bar that shows its share of the largest. */
export interface Bars<Text = Inlines> {
  readonly kind: 'bars';
  readonly caption?: Text;
  /** What the bars stand for, and what is counted: `State`, `Criteria`. */
  readonly head: readonly [label: string, count: string];
  readonly bars: readonly Bar<Text>[];
}

export interface Bar<Text = Inlines> {
  readonly label: Text;
  /** A whole number, not below 0. */
  readonly count: number;
  readonly tone?: Tone;
}

/** Which rows go with which columns, as signs. */
export interface Matrix<Text = Inlines> {
  readonly kind: 'matrix';
  readonly caption?: Text;
  /** What a row stands for: `Criterion`. */
  readonly head: string;
  readonly columns: readonly Text[];
  readonly rows: readonly MatrixRow<Text>[];
  /** Every sign in it. */
  readonly legend: readonly Sign[];
}

export interface MatrixRow<Text = Inlines> {
  readonly label: Text;
  /** One for each column; null where the row does not go with it. */
  readonly signs: readonly (Sign | null)[];
  /** How many columns that are left out the row goes with, where any are left out. */
  readonly others?: number;
}

/** Many things at a glance, each as a cell with its sign, in groups. */
export interface CellMap<Text = Inlines> {
  readonly kind: 'map';
  readonly caption?: Text;
  readonly groups: readonly CellGroup<Text>[];
  /** Every sign in it. */
  readonly legend: readonly Sign[];
}

export interface CellGroup<Text = Inlines> {
  /** Left out where the cells belong to no group. */
  readonly label?: Text;
  readonly cells: readonly Cell<Text>[];
}

export interface Cell<Text = Inlines> {
  readonly label: Text;
  readonly sign: Sign;
}

/** One character, and what it means. The character tells it apart from others without its color. */
export interface Sign {
  readonly sign: string;
  readonly meaning: string;
  readonly tone?: Tone;
}

/** Running text: plain words, and words with a style or a link. */
export type Inlines = readonly (string | Inline)[];

export interface Inline {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  readonly target?: Target;
  readonly tone?: Tone;
}

/**
 * How far along what the words say is; a face that has colors may give them one. `furthest` has none: green would read as
 * passed.
 */
export type Tone = 'bad' | 'begun' | 'advanced' | 'furthest' | 'aside';

/**
 * What a link leads to: the page of what an id names, something that a face does when asked to, a place of a record, or a
 * stretch of a document. A face that does no such thing shows the words alone.
 */
export type Target =
  | { readonly page: string }
  | { readonly action: Action }
  | { readonly path: string; readonly record: number; readonly at: Place }
  | { readonly path: string; readonly range: TextRange };

/** Something that a person can have done from a page. */
export type Action = 'newControl' | 'newEvidence' | 'newPolicy' | 'proposeCriteria' | 'showCoverage';

export function heading(text: string, detail?: 'detail'): Block {
  return detail ? { kind: 'heading', text, detail: true } : { kind: 'heading', text };
}

export function paragraph(...text: Inlines): Block {
  return { kind: 'paragraph', text };
}

/** A list below its heading; nothing where there is nothing to list. */
export function section(title: string, items: readonly Inlines[], detail?: 'detail'): Block[] {
  return items.length > 0 ? [heading(title, detail), { kind: 'list', items }] : [];
}

/** The first items of a list, and an item that tells of the others. */
export function firstItems(list: List, count: number, others: Inlines): List {
  const levels = list.levels && { levels: [...list.levels.slice(0, count), 0] };
  return { kind: 'list', items: [...list.items.slice(0, count), others], ...levels };
}

/** Sentences of our own, in which `code` stands in backticks. */
export function prose(text: string): Inlines {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? { text: piece, style: 'code' } : piece));
}
