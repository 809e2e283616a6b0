import type { DocumentFacts } from '../formats/facts.ts';
import type { Ranges } from '../markdown/facts.ts';
import { sectionEnds } from '../markdown/sections.ts';
import { lineAbove, lineEnd, lineStart, nextLine, trimmedEnd } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';
import type { YamlNode } from '../yaml/node.ts';

/** Lines of a document that can be folded into the first of them. */
export interface Fold {
  /** From somewhere in the first line to somewhere in the last line. */
  readonly range: TextRange;
  readonly isComment?: true;
}

/**
 * What can be folded in a document, by start, the outer before the inner: front matter, records, keys, comments in YAML, and the
 * sections, lists, tables, and code of Markdown. A fold can lie on one line, where nothing is to be folded.
 * @param hasMarkdown whether the editor itself folds what any Markdown has
 */
export function foldsOf(facts: DocumentFacts, hasMarkdown: boolean): readonly Fold[] {
  const { text, envelope, yaml } = facts;
  const folds: Fold[] = [];
  if (envelope && envelope.style !== 'none' && envelope.bodyStart > 0) folds.push(frontMatter(facts));
  for (const [index, document] of yaml.entries()) {
    const { root, start, end } = document;
    const isOneOfSeveral = yaml.length > 1 && root?.type === 'mapping' && !root.flow;
    if (isOneOfSeveral && root) folds.push({ range: { start: openingOf(facts, index), end: root.end } });
    addNodes(text, root, folds);
    addComments(facts, { start, end }, folds);
  }
  if (!hasMarkdown) addMarkdown(facts, folds);
  return withoutLineEnds(text, folds).sort(
    ({ range: one }, { range: other }) => one.start - other.start || other.end - one.end,
  );
}

function frontMatter({ text, envelope }: DocumentFacts): Fold {
  const [metaStart, bodyStart] = [envelope?.metaStart ?? 0, envelope?.bodyStart ?? 0];
  // The line above is the opening fence, where there is one.
  return { range: { start: lineAbove(text, metaStart) ?? 0, end: bodyStart } };
}

/** Where a record of several begins: at its `---` or `-`, or at its first key. */
function openingOf({ text, yaml }: DocumentFacts, index: number): number {
  const { root, start = 0 } = yaml[index] ?? {};
  const first = root?.start ?? start;
  const before = text.slice(start, first);
  const marker = /(?:^|[\r\n])---[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)\s*$/.exec(before);
  return marker ? start + marker.index + (marker.index > 0 ? 1 : 0) : first;
}

/** Each entry and item over several lines, in the line of its key or dash. */
function addNodes(text: string, node: YamlNode | undefined, folds: Fold[]): void {
  if (node?.type === 'mapping') {
    for (const { key, value } of node.entries) {
      if (value && value.type !== 'alias') folds.push({ range: { start: key.start, end: value.end } });
      addNodes(text, value, folds);
    }
  } else if (node?.type === 'sequence') {
    for (const item of node.items) {
      if (item?.type === 'mapping' || item?.type === 'sequence')
        folds.push({ range: { start: item.start, end: item.end } });
      addNodes(text, item, folds);
    }
  }
}

/** Comments of two lines and more, with nothing between them. */
function addComments({ text }: DocumentFacts, { start, end }: TextRange, folds: Fold[]): void {
  let first: number | undefined;
  let last = start;
  const close = () => {
    if (first !== undefined) folds.push({ range: { start: first, end: last }, isComment: true });
    first = undefined;
  };
  for (let line = lineStart(text, start); line < end; line = nextLine(text, line)) {
    const words = text.slice(line, lineEnd(text, line));
    if (/^[ \t]*#/.test(words)) {
      first ??= line;
      last = lineEnd(text, line);
    } else {
      close();
    }
    if (nextLine(text, line) === line) break;
  }
  close();
}

function addMarkdown({ text, markdown }: DocumentFacts, folds: Fold[]): void {
  if (!markdown) return;
  const { headings, code, html, tables, items } = markdown;
  const ends = sectionEnds(headings, text.length);
  for (const [index, { start }] of headings.entries())
    folds.push({ range: { start, end: ends[index] ?? text.length } });
  for (const range of pairs(code)) folds.push({ range });
  for (const range of pairs(html))
    folds.push(text.startsWith('<!--', range.start) ? { range, isComment: true } : { range });
  for (const { start, end } of [...tables, ...items]) folds.push({ range: { start, end } });
}

function pairs(ranges: Ranges): readonly TextRange[] {
  return ranges.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: ranges[i + 1] ?? start }] : []));
}

/** Line ends and empty lines at the end of a fold stay outside of it. */
function withoutLineEnds(text: string, folds: readonly Fold[]): Fold[] {
  return folds.map(fold => {
    const { start, end } = fold.range;
    return { ...fold, range: { start, end: trimmedEnd(text, start, end) } };
  });
}
