// What remark says about a document, in the form of our facts: the scanner must agree with it (architecture: one lane).
import type { Definition, Heading, ListItem, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { MarkdownFacts, Ranges } from '../../../server/src/core/markdown/facts.ts';
import { withoutAttributes } from '../../../server/src/core/markdown/headingAttributes.ts';

export const extensions = [gfmTable(), gfmTaskListItem()];
export const mdastExtensions = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()];

/** The facts that remark's tree holds, in a form that is compared with `comparable`. */
export type Comparable = ReturnType<typeof comparable>;

/** Our facts without what a tree does not say: where a destination is, and how an anchor is called. */
export function comparable(facts: MarkdownFacts, text: string) {
  return {
    headings: facts.headings.map(({ bare, ...heading }) => heading),
    links: facts.links.map(({ destinationStart, destinationEnd, ...link }) => link),
    code: trimRanges(facts.code, text),
    html: trimRanges(facts.html, text),
    tables: facts.tables.map(({ start, end, rows }) => ({ start, end, rows: rows.map(row => [...row]) })),
    lists: trimRanges(facts.lists, text),
    items: facts.items.map(item => ({ ...item, end: trimEnd(text, item.start, item.end) })),
    paragraphs: [...facts.paragraphs],
  };
}

export function remarkTree(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions });
}

export function remarkFacts(text: string): Comparable {
  const tree = remarkTree(text);
  const definitions = new Map<string, Definition>();
  visit(tree, [], node => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  const facts: Comparable = {
    headings: [],
    links: [],
    code: [],
    html: [],
    tables: [],
    lists: [],
    items: [],
    paragraphs: [],
  };
  visit(tree, [], (node, ancestors) => {
    const { start, end } = rangeOf(node);
    switch (node.type) {
      case 'heading':
        facts.headings.push(headingOf(node, tree));
        break;
      case 'link':
        facts.links.push({
          kind: text[start] === '<' ? 'autolink' : 'link',
          start,
          end,
          destination: node.url,
        });
        break;
      case 'image':
        facts.links.push({ kind: 'image', start, end, destination: node.url });
        break;
      case 'linkReference':
      case 'imageReference': {
        const destination = definitions.get(node.identifier)?.url ?? '';
        const kind = node.type === 'linkReference' ? 'reference' : 'imageReference';
        facts.links.push({ kind, start, end, destination, label: node.identifier });
        break;
      }
      case 'definition':
        facts.links.push({ kind: 'definition', start, end, destination: node.url, label: node.identifier });
        break;
      case 'code':
      case 'inlineCode':
        facts.code.push(start, trimEnd(text, start, end));
        break;
      case 'html':
        facts.html.push(start, trimEnd(text, start, end));
        break;
      case 'table':
        facts.tables.push({
          start,
          end,
          rows: node.children.map(row =>
            row.children.flatMap(cell => {
              const { start: from, end: to } = rangeOf(cell);
              const behindPipe = text[from] === '|' ? from + 1 : from;
              const content = contentRange(cell.children);
              return content ? [content.start, content.end] : [behindPipe, Math.min(behindPipe, to)];
            }),
          ),
        });
        break;
      case 'list':
        if (!ancestors.some(({ type }) => type === 'list')) facts.lists.push(start, endOf(node, text));
        break;
      case 'listItem':
        facts.items.push({
          start,
          end: endOf(node, text),
          depth: ancestors.filter(({ type }) => type === 'list').length - 1,
          ...(typeof node.checked === 'boolean' ? { checked: node.checked } : {}),
        });
        break;
      case 'paragraph':
        facts.paragraphs.push(isTask(ancestors.at(-1)) ? startOfBox(text, start) : start, end);
        break;
    }
  });
  return facts;
}

export function visit(
  node: Nodes,
  ancestors: Nodes[],
  see: (node: Nodes, ancestors: readonly Nodes[]) => void,
): void {
  see(node, ancestors);
  if (!('children' in node)) return;
  ancestors.push(node);
  for (const child of node.children) visit(child, ancestors, see);
  ancestors.pop();
}

export function rangeOf({ position }: Nodes): { start: number; end: number } {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) throw new Error('remark gives every node a position');
  return { start, end };
}

/**
 * remark lets code and HTML that nothing closes reach, now and then, behind the last line end, and lists with them; and
 * lists in quotes behind the quote marks that follow. So lists and items end where the last block in them does.
 */
function endOf(node: Nodes, text: string): number {
  const { start, end } = rangeOf(node);
  const last = node.type === 'list' || node.type === 'listItem' ? node.children.at(-1) : undefined;
  return trimEnd(text, start, last ? endOf(last, text) : end);
}

/** The end of a range without the empty lines, and lines of quote marks, it ends with. */
function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\r\n][>\s]*$/, '').length;
}

function trimRanges(ranges: Ranges, text: string): number[] {
  return ranges.map((offset, index) =>
    index % 2 === 0 ? offset : trimEnd(text, ranges[index - 1] ?? 0, offset),
  );
}

/** What mdast-util-to-string gives with `includeHtml: false`. */
export function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function contentRange(children: readonly Nodes[]): { start: number; end: number } | undefined {
  const [first, last] = [children[0], children.at(-1)];
  return first && last && { start: rangeOf(first).start, end: rangeOf(last).end };
}

function headingOf(node: Heading, tree: Root): Comparable['headings'][number] {
  const { start, end } = rangeOf(node);
  const content = contentRange(node.children);
  const behindMarks = start + node.depth;
  return {
    level: node.depth,
    // remark begins a heading that follows definitions at the first of them.
    start: content && holdsDefinition(tree, start, end) ? content.start : start,
    end,
    text: withoutAttributes(textOf(node)),
    textStart: content?.start ?? behindMarks,
    textEnd: content?.end ?? behindMarks,
  };
}

function holdsDefinition(tree: Root, start: number, end: number): boolean {
  let isFound = false;
  visit(tree, [], node => {
    if (node.type === 'definition' && rangeOf(node).start >= start && rangeOf(node).end <= end)
      isFound = true;
  });
  return isFound;
}

function isTask(node: Nodes | undefined): node is ListItem {
  return node?.type === 'listItem' && typeof node.checked === 'boolean';
}

/** remark begins a task's paragraph behind the box and a character of white space, if text follows it. */
function startOfBox(text: string, start: number): number {
  const box = text.slice(0, start).search(/\[(?:\r\n|[ \t\r\nxX])\][ \t]*[ \t\r\n]$/);
  return box < 0 ? start : box;
}
