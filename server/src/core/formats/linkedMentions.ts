import type { MarkdownFacts } from '../markdown/facts.ts';
import { detach } from '../text/detach.ts';
import { firstIndex } from '../text/lists.ts';
import type { TextRange } from '../text/range.ts';
import type { Mention } from './denials.ts';
import { isDocument } from './layouts/endings.ts';
import { decodedOf } from './links.ts';

/** Fewer mentions are no overview, in which alone it matters what stands beside them. */
const fewest = 30;
/** A path, relative to the document, with or without an anchor; not that of a site or of what a folder is about. */
const relative = /^(?![a-z][a-z\d+.-]*:|\/|(?:[^#]*\/)?readme\b)([^#?]+)/i;

/**
 * Marks what is cited beside a link to another document, in the same row of a table or item of a list: there a page that goes
 * through all criteria says which document addresses the criterion.
 * @param mentions in the order of the text
 */
export function withLinks(
  mentions: readonly Mention[],
  { links, tables, items }: MarkdownFacts,
): readonly Mention[] {
  if (mentions.length < fewest) return mentions;
  const targets = links.flatMap(({ kind, destination, start }) => {
    const written = kind === 'link' || kind === 'reference' ? relative.exec(destination)?.[1] : undefined;
    const path = written === undefined ? undefined : decodedOf(written);
    return path !== undefined && isDocument(path) ? [{ start, path: detach(path) }] : [];
  });
  if (targets.length === 0) return mentions;
  const starts = targets.map(({ start }) => start);
  const rows = tables.flatMap(({ rows: [, ...body] }) =>
    body.map((cells): TextRange => ({ start: cells[0] ?? 0, end: cells.at(-1) ?? 0 })),
  );
  const unitAt = innermost([...rows, ...items].sort((a, b) => a.start - b.start));
  return mentions.map(mention => {
    const unit = unitAt(mention.start);
    if (!unit) return mention;
    const inside = targets.slice(firstFrom(starts, unit.start), firstFrom(starts, unit.end));
    return inside.length > 0 ? { ...mention, linkedTo: inside.map(({ path }) => path) } : mention;
  });
}

/** Gives for one offset after another, in order, the innermost of some ranges around it; they are sorted by their starts. */
function innermost(ranges: readonly TextRange[]): (offset: number) => TextRange | undefined {
  const around: TextRange[] = [];
  let next = 0;
  return offset => {
    for (let range = ranges[next]; range && range.start <= offset; range = ranges[++next]) {
      while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= range.start) around.pop();
      around.push(range);
    }
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= offset) around.pop();
    return around.at(-1);
  };
}

/** The index of the first of some numbers, in order, that is not below another. */
function firstFrom(numbers: readonly number[], least: number): number {
  return firstIndex(numbers.length, i => (numbers[i] ?? least) >= least);
}
