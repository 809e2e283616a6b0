import { readBlocks } from './blocks.ts';
import { commonMark } from './commonMark.ts';
import { placeBehind, placeOf } from './content.ts';
import type { Dialect } from './dialect.ts';
import type { Heading, Link, MarkdownFacts, Table } from './facts.ts';
import { withoutAttributes } from './headingAttributes.ts';
import { Markup } from './headingText.ts';
import { InlineReader } from './inlines.ts';
import type { Leaf } from './leaves.ts';
import { cellsOf } from './tables.ts';
import { readTaskBox } from './tasks.ts';

export { isProse } from './prose.ts';

/**
 * The facts of a Markdown document: CommonMark 0.31.2, or another dialect, with GitHub's tables and task lists. Takes any
 * text, in time linear in its length, and never throws. A byte order mark must have been cut off.
 * @param from offset at which the body begins, behind front matter; all offsets returned are offsets in `text`
 */
export function scanMarkdown(text: string, from = 0, dialect: Dialect = commonMark): MarkdownFacts {
  const { leaves, lists, items, definitions } = readBlocks(text, from, dialect);
  const headings: Heading[] = [];
  const tables: Table[] = [];
  const paragraphs: number[] = [];
  const links: Link[] = [];
  const code: number[] = [];
  const html: number[] = [];
  const hidden: number[] = [];
  const inlines = new InlineReader(text, definitions, { links, code, html, hidden });
  for (const leaf of leaves) {
    switch (leaf.kind) {
      case 'code':
        code.push(leaf.start, leaf.end);
        hidden.push(leaf.start, leaf.end);
        break;
      case 'html':
        html.push(leaf.start, leaf.end);
        hidden.push(leaf.start, leaf.end);
        break;
      case 'definition':
        links.push(leaf.link);
        hidden.push(leaf.link.start, leaf.link.end);
        break;
      case 'heading':
        headings.push(readHeading(leaf, inlines));
        break;
      case 'paragraph':
        paragraphs.push(leaf.start, leaf.end);
        readParagraph(leaf, inlines);
        break;
      case 'table':
        tables.push(readTable(text, leaf, inlines));
        break;
    }
  }
  return { headings, links, code, html, tables, lists, items, paragraphs, hidden };
}

type LeafOf<Kind extends Leaf['kind']> = Extract<Leaf, { readonly kind: Kind }>;

function readHeading({ level, start, end, content }: LeafOf<'heading'>, inlines: InlineReader): Heading {
  const markup = new Markup();
  inlines.read(content, markup);
  const { text, bare } = markup.read(content);
  return {
    level,
    start,
    end,
    text: withoutAttributes(text),
    textStart: placeOf(content, content.start),
    textEnd: placeBehind(content, content.end),
    bare,
  };
}

function readParagraph({ content, item }: LeafOf<'paragraph'>, inlines: InlineReader): void {
  const box = item && readTaskBox(content);
  if (item && box) item.checked = box.checked;
  inlines.read(box ? { ...content, start: box.after } : content);
}

function readTable(text: string, { start, end, lines }: LeafOf<'table'>, inlines: InlineReader): Table {
  const rows: number[][] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const cells = cellsOf(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    rows.push(cells);
    for (let cell = 0; cell + 1 < cells.length; cell += 2) {
      inlines.read({ source: text, start: cells[cell] ?? 0, end: cells[cell + 1] ?? 0 });
    }
  }
  return { start, end, rows };
}
