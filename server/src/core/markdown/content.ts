/** The text of a paragraph, a heading or a cell, ready to be read for links and code: one stretch of one string. */
export interface Content {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Where the source stands in the document; undefined where it is the document. */
  readonly pieces?: Pieces | undefined;
}

/** How a text that was put together from lines lies in the document: offsets there, and offsets here. */
interface Pieces {
  readonly there: readonly number[];
  readonly here: readonly number[];
}

/**
 * Puts the lines of a paragraph together where other characters (a quote's marks) stand between them in the document.
 * @param lines flat ranges of the document, line ends included
 */
export function joinLines(text: string, lines: readonly number[]): Content {
  const there: number[] = [];
  const here: number[] = [];
  let source = '';
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const start = lines[i] ?? 0;
    there.push(start);
    here.push(source.length);
    source += text.slice(start, lines[i + 1]);
  }
  return { source, start: 0, end: source.length, pieces: { there, here } };
}

/** The offset in the document of the character at an offset of the content's source. */
export function placeOf({ pieces }: Content, offset: number): number {
  if (!pieces) return offset;
  const { there, here } = pieces;
  let low = 0;
  let high = here.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((here[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (there[low] ?? 0) + offset - (here[low] ?? 0);
}

/** The offset in the document behind the character before an offset of the content's source: where something ends. */
export function placeBehind(content: Content, offset: number): number {
  return offset > 0 ? placeOf(content, offset - 1) + 1 : placeOf(content, offset);
}
