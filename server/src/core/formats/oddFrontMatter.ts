import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';
import { lineEnd, nextLine } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import { type Envelope, leadEnd } from './envelope.ts';
import { foreignFrontMatter } from './foreignFrontMatter.ts';

/** Front matter that is not read, or that other tools do not read, with the line in which it begins. */
export interface OddFrontMatter extends TextRange {
  /**
   * `language`: TOML or JSON, as Hugo and gray-matter have it; `late`: no front matter where it stands; `words`: read, but more
   * than the fence stands in its first line.
   */
  readonly is: 'language' | 'late' | 'words';
  /** The language, or what stands behind the fence. */
  readonly words: string;
}

/** Front matter that begins further down than this was not meant as such, and it has no more lines than that. */
const latest = 1000;
const mostLines = 60;
const behindFence = /^---[ \t]*([^\s-][^\r\n]*)/my;
/** A fence as it is meant: indented, of more dashes, or behind other words. */
const fenceLike = /^[ \t]*-{3,}[ \t]*$/;
const closingLike = /^[ \t]*(?:-{3,}|\.\.\.)[ \t]*$/;
const metaLike = /^[ \t]*(?:[A-Za-z_][\w-]*:(?:[ \t].*)?|-[ \t].*|#.*)$/;
/** Keys of which one is in nearly all front matter. */
const usualKey = /^[ \t]*(?:id|title|owner|satisfies|status|kind|approvedBy|reviewed):/;

/** What is odd about the front matter of a Markdown document; undefined where nothing is. */
export function oddFrontMatter(
  text: string,
  envelope: Envelope,
  markdown: MarkdownFacts,
): OddFrontMatter | undefined {
  const start = leadEnd(text);
  const line = { start, end: start + text.slice(start, lineEnd(text, start)).trimEnd().length };
  if (envelope.style === 'fenced') {
    behindFence.lastIndex = start;
    const words = behindFence.exec(text)?.[1]?.trimEnd();
    return words === undefined ? undefined : { ...line, is: 'words', words };
  }
  if (envelope.style !== 'none') return undefined;
  const foreign = foreignFrontMatter(text);
  return foreign ? { ...line, is: 'language', words: foreign.language } : lateIn(text, markdown);
}

function lateIn(text: string, markdown: MarkdownFacts): OddFrontMatter | undefined {
  for (let start = 0; start < Math.min(latest, text.length); start = nextLine(text, start)) {
    const line = text.slice(start, lineEnd(text, start));
    if (!fenceLike.test(line) || !isMetaBehind(text, nextLine(text, start))) continue;
    const from = start + line.length - line.trimStart().length;
    const end = from + line.trim().length;
    return isProse(markdown, from, end) ? { start: from, end, is: 'late', words: '' } : undefined;
  }
  return undefined;
}

/** Whether nothing but keys and their values stand between here and a closing fence, with a key that tells. */
function isMetaBehind(text: string, from: number): boolean {
  let tells = false;
  for (let start = from, lines = 0; start < text.length && lines < mostLines; lines++) {
    const line = text.slice(start, lineEnd(text, start));
    if (closingLike.test(line)) return tells;
    if (!metaLike.test(line)) return false;
    tells ||= usualKey.test(line);
    start = nextLine(text, start);
  }
  return false;
}
