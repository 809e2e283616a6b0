/** Where a Markdown document keeps its metadata: [metaStart, metaEnd) is YAML, the body begins at bodyStart. */
export interface Envelope {
  /**
   * `fenced` between two `---` lines; `bare` before the first `---` line, as Comply writes it; `unclosed` after an opening
   * fence that nothing closes (up to the first blank line); `none` where there is no metadata. A first line `---` with
   * nothing like a key behind it is a rule across the page.
   */
  readonly style: 'fenced' | 'bare' | 'unclosed' | 'none';
  readonly metaStart: number;
  readonly metaEnd: number;
  readonly bodyStart: number;
}

const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/my;
const nextFence = /^---[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/gm;
const keyLine = /^(?:[A-Za-z_][\w -]*|"[^"\n]*"|'[^'\n]*'):(?:\s|$)/;
/** What metadata has at the start of one of its lines: a key without spaces, a bracket, or git's mark of a conflict. */
const metaLine = /^(?:\{|<{7}|(?:[\p{L}\w$@][\p{L}\w.$@/-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$))/mu;

const none: Envelope = { style: 'none', metaStart: 0, metaEnd: 0, bodyStart: 0 };

/**
 * Finds a Markdown document's metadata.
 * @param hasOptionalFence whether the layout needs no opening fence; elsewhere a document without one has metadata only if its
 *   first piece reads as Comply's: `satisfies`, or `name` with `acronym` or `cron`
 */
export function envelopeOf(text: string, hasOptionalFence: boolean): Envelope {
  fence.lastIndex = 0;
  const opening = fence.exec(text);
  if (opening) {
    const metaStart = opening[0].length;
    const closing = fenceFrom(text, metaStart);
    if (closing && looksLikeMeta(text.slice(metaStart, closing.index)))
      return {
        style: 'fenced',
        metaStart,
        metaEnd: closing.index,
        bodyStart: closing.index + closing[0].length,
      };
    if (closing) return none;
    const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.exec(text);
    const metaEnd = blank ? Math.max(metaStart, blank.index) : text.length;
    return looksLikeMeta(text.slice(metaStart, metaEnd)) && metaEnd > metaStart
      ? { style: 'unclosed', metaStart, metaEnd, bodyStart: metaEnd }
      : none;
  }
  if (keyLine.test(text.slice(0, 200))) {
    const closing = fenceFrom(text, 0);
    if (closing && (hasOptionalFence || isComplyPiece(text.slice(0, closing.index)))) {
      return {
        style: 'bare',
        metaStart: 0,
        metaEnd: closing.index,
        bodyStart: closing.index + closing[0].length,
      };
    }
  }
  return none;
}

function looksLikeMeta(text: string): boolean {
  const piece = text.trimStart();
  return piece === '' || keyLine.test(piece.slice(0, 200)) || metaLine.test(piece);
}

function fenceFrom(text: string, from: number): RegExpExecArray | null {
  nextFence.lastIndex = from;
  return nextFence.exec(text);
}

function isComplyPiece(piece: string): boolean {
  return /^satisfies\s*:/m.test(piece) || (/^name\s*:/m.test(piece) && /^(?:acronym|cron)\s*:/m.test(piece));
}
