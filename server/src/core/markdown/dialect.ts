/** What the ways to write Markdown differ in, as far as the block pass is concerned. */
export interface Dialect {
  /** The mark of a list item that begins at `at`, with white space or nothing behind it; undefined where none does. */
  readonly markAt: (text: string, at: number, end: number) => ListMark | undefined;
  /** What only Pandoc does, beside its marks: see `pandoc`. */
  readonly isPandoc: boolean;
  /**
   * How much of a line stands before the title of a note that it begins, which holds what is indented by four below it; 0 where
   * it begins none. Absent where there are no notes.
   */
  readonly noteAt?: (text: string, at: number, end: number) => number;
}

/** The mark with which a list item begins. */
export interface ListMark {
  /** In characters. */
  readonly length: number;
  /** The kind of list that it begins, as one bit. */
  readonly begins: number;
  /** The kinds of lists that it can be the next item of, as bits: a letter may be a roman number too. */
  readonly continues: number;
  /**
   * Which paragraphs end before it: `all`; those `inLists`, where the lines of the next item need no blank line; `none`.
   */
  readonly interrupts: 'all' | 'inLists' | 'none';
  /** The columns by which lines must be indented to belong to the item, where its content does not say so. */
  readonly size?: number;
  /** Whether only a paragraph of one line before it, the term that it defines, makes it a mark. */
  readonly needsTerm?: true;
}
