import { lineEnd, lineStart } from '../text/lines.ts';
import { silencingWord } from './silencings.ts';

/** Where a Markdown document keeps its metadata: [metaStart, metaEnd) is YAML, the body begins at bodyStart. */
export interface Envelope {
  /**
   * `fenced` between two `---` lines (the second may be `...`), behind blank lines and HTML comments too; `bare` before the
   * first `---` line, as Comply writes it; `unclosed` after an opening fence that nothing closes (up to the first blank line);
   * `none` where there is no metadata. A first line `---` with nothing like a key behind it is a rule across the page.
   */
  readonly style: 'fenced' | 'bare' | 'unclosed' | 'none';
  readonly metaStart: number;
  readonly metaEnd: number;
  readonly bodyStart: number;
}

/**
 * The opening fence. Behind it nothing should stand: a comment there is read by Hugo only, and the name of a language
 * (`---yaml`) by what uses gray-matter.
 */
const fence = /^---[ \t]*(?:#[^\r\n]*|ya?ml[ \t]*)?(?:\r\n|\n|\r|$)/imy;
const closingFence = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/gm;
const nextFence = /^---[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/gm;
const keyLine = /^(?:[A-Za-z_][\w -]*|"[^"\n]*"|'[^'\n]*'):(?:\s|$)/;
/** What metadata has at the start of one of its lines: a key without spaces, a bracket, or git's mark of a conflict. */
const metaLine = /^(?:\{|<{7}|(?:[\p{L}\w$@][\p{L}\w.$@/-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$))/mu;

/** Comments that silence rules, at the start of metadata: other lines that begin with `#` may be headings. */
const ownComments = new RegExp(`^(?:# ?${silencingWord}[^\\r\\n]*(?:\\r\\n|\\n|\\r))+`);

const none: Envelope = { style: 'none', metaStart: 0, metaEnd: 0, bodyStart: 0 };

/**
 * Finds a Markdown document's metadata.
 * @param hasOptionalFence whether the layout needs no opening fence; elsewhere a document without one has metadata only if its
 *   first piece reads as Comply's: `satisfies`, or `name` with `acronym` or `cron`
 */
export function envelopeOf(text: string, hasOptionalFence: boolean): Envelope {
  const lead = leadEnd(text);
  fence.lastIndex = lead;
  const opening = fence.exec(text);
  if (opening) {
    const metaStart = lead + opening[0].length;
    const closing = fenceFrom(text, metaStart, closingFence);
    const isPlain = lead === 0 && opening[0].trimEnd() === '---';
    const looksIt = isPlain ? looksLikeMeta : isSurelyMeta;
    if (closing && looksIt(text.slice(metaStart, closing.index)))
      return {
        style: 'fenced',
        metaStart,
        metaEnd: closing.index,
        bodyStart: closing.index + closing[0].length,
      };
    if (closing || !isPlain) return none;
    const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.exec(text);
    const metaEnd = blank ? Math.max(metaStart, blank.index) : text.length;
    return looksLikeMeta(text.slice(metaStart, metaEnd)) && metaEnd > metaStart
      ? { style: 'unclosed', metaStart, metaEnd, bodyStart: metaEnd }
      : none;
  }
  if (keyLine.test(text.slice(0, 200))) {
    const closing = fenceFrom(text, 0, nextFence);
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

/**
 * Where front matter may begin: behind blank lines and HTML comments that have their lines to themselves, which site
 * generators leave out and license tools write.
 */
export function leadEnd(text: string): number {
  let at = 0;
  for (;;) {
    const content = contentFrom(text, at);
    if (!text.startsWith('<!--', content)) return lineStart(text, content);
    const end = text.indexOf('-->', content);
    const behind = end < 0 ? text.length : lineEnd(text, end);
    if (end < 0 || text.slice(end + 3, behind).trim() !== '') return lineStart(text, content);
    at = behind;
  }
}

/** The offset of the first character at or behind an offset that is no white space. */
function contentFrom(text: string, at: number): number {
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

function looksLikeMeta(text: string): boolean {
  const piece = text.trimStart();
  return piece === '' || keyLine.test(piece.slice(0, 200)) || metaLine.test(piece);
}

/** Behind other things than nothing, a fence may be a rule across the page: a key then has to follow it at once. */
function isSurelyMeta(text: string): boolean {
  const piece = text.replace(ownComments, '');
  return /^[^\s]/.test(piece) && keyLine.test(piece.slice(0, 200));
}

function fenceFrom(text: string, from: number, form: RegExp): RegExpExecArray | null {
  form.lastIndex = from;
  return form.exec(text);
}

function isComplyPiece(piece: string): boolean {
  return /^satisfies\s*:/m.test(piece) || (/^name\s*:/m.test(piece) && /^(?:acronym|cron)\s*:/m.test(piece));
}
