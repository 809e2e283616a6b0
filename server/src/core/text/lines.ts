/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}

/** Where the next line begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** Where the line above that of an offset begins; undefined above the first line. */
export function lineAbove(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  return start === 0 ? undefined : lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
}

/** Where what stands in [start, end) ends without the white space behind it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}
