/** A file's text as every part of the engine sees it, without a byte order mark. */
export interface Source {
  readonly text: string;
  /** Whether the file began with a byte order mark, to be kept when it is written back. */
  readonly bom: boolean;
}

/** Takes a file's decoded content apart: the one place where a byte order mark is looked for. */
export function sourceOf(content: string): Source {
  return content.charCodeAt(0) === 0xfeff
    ? { text: content.slice(1), bom: true }
    : { text: content, bom: false };
}

/**
 * The line end of a text: that of its first line, `\n` where it has none.
 * An edit writes this one, so that a file keeps its form.
 */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const found = text.search(/[\r\n]/);
  if (found < 0 || text[found] === '\n') return '\n';
  return text[found + 1] === '\n' ? '\r\n' : '\r';
}
