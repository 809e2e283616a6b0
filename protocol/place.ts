// Places in documents, in the form of the language server protocol.

/** A line and a character in it, both counted from 0, the character as client and server have agreed to count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A range of a document, which its URI names. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A position in a document. */
export interface DocumentPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}
