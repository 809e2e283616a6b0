/** What the engine knows of a Markdown document. All offsets are UTF-16 units in the whole text, ends are exclusive. */

/** Flat ranges: [start0, end0, start1, end1, ...], ascending and apart from each other. */
export type Ranges = readonly number[];

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The whole heading, with its marks and its underline. */
  readonly start: number;
  readonly end: number;
  /**
   * As a reader sees it: no marks, no tags, no attributes in braces at its end, escapes and entities read, an image by its
   * description.
   */
  readonly text: string;
  /** The source of the text; empty and after the marks where there is none. */
  readonly textStart: number;
  readonly textEnd: number;
  /** The text without the descriptions of images, and with attributes: what GitHub makes its anchor of (see `anchorsOf`). */
  readonly bare: string;
}

export interface Link {
  readonly kind: 'link' | 'image' | 'autolink' | 'reference' | 'imageReference' | 'definition';
  readonly start: number;
  readonly end: number;
  /** Escapes and entities read; of a reference that of its definition; an address without scheme begins `mailto:`. */
  readonly destination: string;
  /** The source of the destination, without the brackets around it; of a reference that of its label. */
  readonly destinationStart: number;
  readonly destinationEnd: number;
  /** Of a reference and a definition: white space and case folded, so that equal labels are equal strings. */
  readonly label?: string;
}

export interface Table {
  readonly start: number;
  readonly end: number;
  /** The header first, the line of dashes left out. Of each row the cells' contents, without pipes and padding. */
  readonly rows: readonly Ranges[];
}

export interface ListItem {
  readonly start: number;
  readonly end: number;
  /** How many lists are around its own list. */
  readonly depth: number;
  /** Of a task: whether it is done. */
  readonly checked?: boolean;
}

export interface MarkdownFacts {
  /** In the order of the document, as everything here. */
  readonly headings: readonly Heading[];
  /** By start; definitions included. */
  readonly links: readonly Link[];
  /** Fenced code with its fences, indented code, code in a line with its backticks. */
  readonly code: Ranges;
  /** Blocks of HTML and tags in a line, comments included. */
  readonly html: Ranges;
  readonly tables: readonly Table[];
  /** Lists that are in no other list. */
  readonly lists: Ranges;
  readonly items: readonly ListItem[];
  readonly paragraphs: Ranges;
  /** What no reader sees as prose: code, HTML, where links lead and their titles, autolinks, definitions. */
  readonly hidden: Ranges;
}
