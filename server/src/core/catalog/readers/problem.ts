import type { TextRange } from '../../text/range.ts';

/** How many problems of one file are told: of more a list helps nobody, for one slip can make all that follows it wrong. */
export const mostProblems = 100;

/**
 * Something wrong with a file that describes a catalog or a mapping, in plain words. The place is in the text that was
 * read; the codes are those of the YAML reader and those that the readers of catalogs name.
 */
export interface CatalogProblem extends TextRange {
  readonly code: string;
  readonly message: string;
  /** What was probably meant. */
  readonly meant?: string;
}
