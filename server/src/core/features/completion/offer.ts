import type { Stop } from '../../formats/begun.ts';
import type { Block } from '../../pages/page.ts';
import type { Editing } from '../editing.ts';
import type { YamlCursor } from './yamlCursor.ts';

/** Something that can be put where the cursor is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'criterion' | 'record' | 'person' | 'word' | 'key' | 'skeleton' | 'file' | 'folder';
  /** A few words beside the label. */
  readonly detail: string;
  readonly documentation: readonly Block[];
  /** What replaces [start, end). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where in `text` a person goes on typing, in this order; absent where that is at its end. */
  readonly stops?: readonly Stop[];
  /** Completions are shown in the order of this, and found by the words of `filter`. */
  readonly order: string;
  readonly filter: string;
}

/** Something to be offered, wherever the cursor is: `placed` makes a completion of it. */
export type Offer = Omit<Completion, 'start' | 'end' | 'order' | 'filter'> & {
  readonly rank: number;
  /** Words beside the label by which it can be found too. */
  readonly words?: string;
  /** By what alone it is found, where that depends on what is typed. */
  readonly filter?: string;
};

/** What is replaced: [start, end), and in YAML whether it is a key or a value. */
type Span = Pick<YamlCursor, 'start' | 'end'> & Partial<YamlCursor>;

/** Puts offers in their place. A value right behind a colon or the dash of an item is parted from it. */
export function placed(
  { facts }: Editing,
  offers: readonly Offer[],
  { start, end, typing }: Span,
): Completion[] {
  const blank = typing === 'value' && /[:-]/.test(facts.text.charAt(start - 1)) ? ' ' : '';
  // Inside of quotes that are there an id needs none of its own.
  const isQuoted = /["']/.test(facts.text.charAt(start - 1));
  return offers.map(({ label, kind, detail, documentation, text, rank, words, filter }, i) => ({
    label,
    kind,
    detail,
    documentation,
    text: isQuoted && kind === 'criterion' ? label : blank + text,
    start,
    end: Math.max(start, end),
    order: `${rank}${String(i).padStart(5, '0')}`,
    filter: filter ?? (words ? `${label} ${words}` : label),
  }));
}

/** A word of its own, with a few more beside it. */
export function wordOffer(word: string, detail = ''): Offer {
  return { label: word, kind: 'word', detail, documentation: [], text: word, rank: 0 };
}
