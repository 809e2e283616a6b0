// What is shown of one thing, as plain data: each face draws it in its own way, as Markdown, on a terminal or in a view.
import type { Place } from '../model/shape.ts';

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** The heading of a section; the page's own is its title. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Inlines }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | { readonly kind: 'code'; readonly text: string }
  | Table;

/** Rows of cells, each row with one for every column. Tables of one page that have as many columns are drawn alike. */
export interface Table {
  readonly kind: 'table';
  /** What all of it is about. */
  readonly caption?: Inlines;
  /** The titles of the columns; left out where the cells speak for themselves. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Inlines[])[];
}

/** Running text: plain words, and words with a style or a link. */
export type Inlines = readonly (string | Inline)[];

export interface Inline {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  readonly target?: Target;
  readonly tone?: Tone;
}

/** How well what the words say is going; a face that has colors may give them one. */
export type Tone = 'bad' | 'begun' | 'advanced' | 'good' | 'aside';

/** What a link leads to: the page of what an id names, or a place of a record. */
export type Target =
  | { readonly page: string }
  | { readonly path: string; readonly record: number; readonly at: Place };

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(...text: Inlines): Block {
  return { kind: 'paragraph', text };
}

/** A list below its heading; nothing where there is nothing to list. */
export function section(title: string, items: readonly Inlines[]): Block[] {
  return items.length > 0 ? [heading(title), { kind: 'list', items }] : [];
}

/** A table for who cannot draw one: its caption, and its rows as items whose cells stand beside each other. */
export function asList({ caption, head, rows }: Table): Block[] {
  const heads = head?.map((title): Inlines => [title]);
  const items = [...(heads ? [heads] : []), ...rows].map(cells =>
    cells.flatMap((cell, i) => (i === 0 ? cell : [' · ', ...cell])),
  );
  return [...(caption ? [paragraph(...caption)] : []), { kind: 'list', items }];
}

/** Sentences of our own, in which `code` stands in backticks. */
export function prose(text: string): Inlines {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? { text: piece, style: 'code' } : piece));
}
