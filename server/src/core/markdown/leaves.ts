/** Leaf blocks: what the block pass makes, and what it is still adding lines to. */
import type { Item } from './containers.ts';
import type { Content } from './content.ts';
import type { Heading, Link, Ranges } from './facts.ts';
import type { HtmlKind } from './htmlBlocks.ts';

/** A block that holds no other. A thematic break is of no interest. */
export type Leaf =
  | { readonly kind: 'code' | 'html'; readonly start: number; readonly end: number }
  | { readonly kind: 'definition'; readonly link: Link }
  | {
      readonly kind: 'heading';
      readonly level: Heading['level'];
      readonly start: number;
      readonly end: number;
      readonly content: Content;
    }
  | {
      readonly kind: 'paragraph';
      readonly start: number;
      readonly end: number;
      readonly content: Content;
      /** The list item that this paragraph begins, and may make a task. */
      readonly item: Item | undefined;
    }
  | { readonly kind: 'table'; readonly start: number; readonly end: number; readonly lines: Ranges };

/** A leaf that lines may still be added to. */
export type OpenLeaf = OpenParagraph | OpenTable | OpenFence | OpenHtml | OpenIndented;

export interface OpenParagraph {
  readonly kind: 'paragraph';
  readonly start: number;
  end: number;
  readonly item: Item | undefined;
  /** Its lines as flat ranges, where it is in a quote whose marks stand between them. */
  readonly lines: number[] | undefined;
  lastLine: number;
  /** The end of the line before the last; -1 without one. */
  lastLineBefore: number;
  lastIsIndented: boolean;
}

interface OpenTable {
  readonly kind: 'table';
  readonly start: number;
  end: number;
  readonly lines: number[];
}

interface OpenFence {
  readonly kind: 'fence';
  readonly start: number;
  end: number;
  readonly mark: number;
  readonly length: number;
}

interface OpenHtml {
  readonly kind: 'html';
  readonly start: number;
  end: number;
  readonly html: HtmlKind;
}

interface OpenIndented {
  readonly kind: 'indented';
  readonly start: number;
  end: number;
}
