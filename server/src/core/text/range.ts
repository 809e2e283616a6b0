/** A stretch of a document: UTF-16 offsets, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A position as editors count: line and character from 0, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
