/** What a reader sees of a heading. */
import { BACKSLASH, isLineEnd, skipSpaces, trimSpaces } from './characters.ts';
import type { Content } from './content.ts';
import { emphasisMarks, type MarkRun } from './emphasis.ts';
import { unescapeText } from './unescape.ts';

/** A stretch of the source that a reader sees as another text, or not at all. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it holds only for the anchor: an image's description is part of the text, and not of the anchor. */
  readonly isImage: boolean;
}

/** Gathers what the inline pass finds out about the text of a heading. */
export class Markup {
  readonly #replacements: Replacement[] = [];
  readonly #runs: MarkRun[] = [];

  /** How many runs of marks were added so far. */
  get runs(): number {
    return this.#runs.length;
  }

  replace(start: number, end: number, text = ''): void {
    this.#replacements.push({ start, end, text, isImage: false });
  }

  addImage(start: number, end: number): void {
    this.#replacements.push({ start, end, text: '', isImage: true });
  }

  addRun(run: MarkRun): void {
    this.#runs.push(run);
  }

  /** Takes out the marks of emphasis among the runs from that one on: those behind the `[` of what became a link. */
  closeRuns(first: number): void {
    const marks = emphasisMarks(this.#runs.splice(first));
    for (let i = 0; i + 1 < marks.length; i += 2) this.replace(marks[i] ?? 0, marks[i + 1] ?? 0);
  }

  /** The text, and the same without the descriptions of images: what GitHub makes the anchor of. */
  read(content: Content): { readonly text: string; readonly bare: string } {
    this.closeRuns(0);
    const inOrder = this.#replacements.sort((a, b) => a.start - b.start || b.end - a.end);
    const text = replaced(
      content,
      inOrder.filter(({ isImage }) => !isImage),
    );
    return { text, bare: inOrder.some(({ isImage }) => isImage) ? replaced(content, inOrder) : text };
  }
}

function replaced({ source, start, end }: Content, replacements: readonly Replacement[]): string {
  let text = '';
  let at = start;
  for (const replacement of replacements) {
    if (replacement.start < at) continue;
    text += plainText(source, at, replacement.start) + replacement.text;
    at = replacement.end;
  }
  return (text + plainText(source, at, end)).replaceAll('\0', '\uFFFD');
}

/** Text without markup: escapes and entities read, white space around line ends dropped, and hard breaks altogether. */
function plainText(source: string, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    if (!isLineEnd(source.charCodeAt(at))) continue;
    const lineEnd = source.startsWith('\r\n', at) ? at + 2 : at + 1;
    const hardBreak = hardBreakStart(source, start, at);
    if (hardBreak >= 0) text += unescapeText(source.slice(start, hardBreak));
    else text += unescapeText(source.slice(start, trimSpaces(source, start, at))) + source.slice(at, lineEnd);
    start = skipSpaces(source, lineEnd, end);
    at = start - 1;
  }
  return text + unescapeText(source.slice(start, end));
}

/** Where the hard break begins that the line end at `at` is a part of: two spaces or a backslash; -1 where it is none. */
function hardBreakStart(source: string, start: number, at: number): number {
  const textEnd = trimSpaces(source, start, at);
  if (textEnd === at) {
    let marks = at;
    while (marks > start && source.charCodeAt(marks - 1) === BACKSLASH) marks--;
    return (at - marks) % 2 === 1 ? at - 1 : -1;
  }
  const hasTab = source.slice(textEnd, at).includes('\t');
  return at - textEnd >= 2 && !hasTab ? textEnd : -1;
}
