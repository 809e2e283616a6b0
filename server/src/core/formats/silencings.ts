import type { MarkdownFacts } from '../markdown/facts.ts';
import { isProse } from '../markdown/scan.ts';
import { detach } from '../text/detach.ts';
import { lineEnd, lineStart, nextLine } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlDocument, YamlNode } from '../yaml/node.ts';

/** A comment that silences rules: `tickmark-ignore group/name, group/name: reason`. */
export interface Silencing extends TextRange {
  /** `tickmark-ignore`, `tickmark-ignore-file`, or what is written instead and silences nothing. */
  readonly word: string;
  readonly rules: readonly (TextRange & { readonly name: string })[];
  /** Why; '' where it is not said. */
  readonly reason: string;
  /** What begins in [from, to] is silenced. */
  readonly from: number;
  readonly to: number;
}

/** A comment that begins with the word: [start, end) is the whole of it, `said` where the word begins, `to` where its text ends. */
interface Comment extends TextRange {
  readonly said: number;
  readonly to: number;
}

/** How such a comment begins. */
export const silencingWord = 'tickmark-ignore';
/** Of a long word that begins with a common letter, an expression is twice as fast as a search for the text. */
const silencingWords = new RegExp(silencingWord, 'g');

/**
 * What a document's comments silence: HTML comments of Markdown, `#` comments of YAML and front matter. A comment that is
 * alone on its line is for the next line that says something, one beside other words for its own line, and
 * `tickmark-ignore-file` for the whole document.
 */
export function silencingsIn(
  text: string,
  markdown: MarkdownFacts | undefined,
  yaml: readonly YamlDocument[],
): readonly Silencing[] {
  const comments: Comment[] = [];
  let scalars: readonly number[] | undefined;
  let end = 0;
  silencingWords.lastIndex = 0;
  for (let match = silencingWords.exec(text); match; match = silencingWords.exec(text)) {
    const at = match.index;
    // In a comment there is no other.
    if (at < end) continue;
    const isYaml = !markdown || yaml.some(one => one.start <= at && at < one.end);
    const found = isYaml ? numberSign(text, at) : htmlComment(text, at, markdown, yaml[0]?.start ?? 0);
    if (!found) continue;
    scalars ??= scalarsIn(yaml);
    if (!isProse({ hidden: scalars }, found.start, found.start + 1)) continue;
    comments.push(found);
    end = found.end;
  }
  return withLines(text, comments);
}

/** The comment of YAML that begins with the word at an offset. */
function numberSign(text: string, said: number): Comment | undefined {
  let start = said - 1;
  while (/[ \t]/.test(text.charAt(start))) start--;
  if (text.charAt(start) !== '#' || /\S/.test(text.charAt(start - 1))) return undefined;
  const end = said + text.slice(said, lineEnd(text, said)).trimEnd().length;
  return { start, end, said, to: end };
}

/** The comment of HTML that begins with the word at an offset; before the front matter there is nothing else. */
function htmlComment(
  text: string,
  said: number,
  { html }: MarkdownFacts,
  metaStart: number,
): Comment | undefined {
  let opened = said;
  while (/\s/.test(text.charAt(opened - 1))) opened--;
  const start = opened - '<!--'.length;
  if (text.slice(start, opened) !== '<!--') return undefined;
  if (said >= metaStart && isProse({ hidden: html }, start, opened)) return undefined;
  const to = text.indexOf('-->', said);
  return to < 0 ? undefined : { start, end: to + '-->'.length, said, to };
}

/** The scalars of all records, in which a number sign begins no comment. */
function scalarsIn(yaml: readonly YamlDocument[]): readonly number[] {
  const scalars: number[] = [];
  const walk = (node: YamlNode | undefined): void => {
    if (node?.type === 'scalar') scalars.push(node.start, node.end);
    else if (node?.type === 'sequence') node.items.forEach(walk);
    else if (node?.type === 'mapping') for (const { key, value } of node.entries) [key, value].forEach(walk);
  };
  for (const { root } of yaml) walk(root);
  return scalars;
}

/** Read from the last to the first, so that comments above each other are for the same line. */
function withLines(text: string, comments: readonly Comment[]): Silencing[] {
  const silencings: Silencing[] = [];
  let below: { readonly line: number; readonly lines: TextRange } | undefined;
  for (const comment of comments.toReversed()) {
    const { start, end } = comment;
    const line = lineStart(text, start);
    let lines = { start: line, end: lineEnd(text, end) };
    if (isAlone(text, comment)) {
      let next = nextLine(text, end);
      while (next < text.length && text.slice(next, lineEnd(text, next)).trim() === '')
        next = nextLine(text, next);
      lines = next === below?.line ? below.lines : { start: next, end: lineEnd(text, next) };
      below = { line, lines };
    }
    silencings.push(read(text, comment, lines));
  }
  return silencings.reverse();
}

/** Whether nothing else stands in the lines of a comment, the signs of a quote aside. */
function isAlone(text: string, { start, end }: Comment): boolean {
  const before = text.slice(lineStart(text, start), start);
  return /^[\s>]*$/.test(before) && text.slice(end, lineEnd(text, end)).trim() === '';
}

function read(text: string, { start, end, said, to }: Comment, lines: TextRange): Silencing {
  const content = text.slice(said, to);
  const [written = silencingWord] = /^[\w-]+/.exec(content) ?? [];
  const colon = content.indexOf(':');
  const names = content.slice(written.length, colon < 0 ? content.length : colon);
  const namesStart = said + written.length;
  return {
    start,
    end,
    word: detach(written),
    rules: [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
      name: detach(name),
      start: namesStart + index,
      end: namesStart + index + name.length,
    })),
    reason: detach(colon < 0 ? '' : content.slice(colon + 1).trim()),
    ...(written === `${silencingWord}-file`
      ? { from: 0, to: text.length }
      : { from: lines.start, to: lines.end }),
  };
}
