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
  | { readonly kind: 'code'; readonly text: string };

/** Running text: plain words, and words with a style or a link. */
export type Inlines = readonly (string | Inline)[];

export interface Inline {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  readonly target?: Target;
}

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

/** Sentences of our own, in which `code` stands in backticks. */
export function prose(text: string): Inlines {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? { text: piece, style: 'code' } : piece));
}
