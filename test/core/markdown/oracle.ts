// What remark says about a document, in the form of our facts: the scanner must agree with it (architecture: one lane).
import type { Definition, ListItem, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { MarkdownFacts } from '../../../server/src/core/markdown/facts.ts';

export const extensions = [gfmTable(), gfmTaskListItem()];
export const mdastExtensions = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()];

/** The facts that remark's tree holds, in a form that is compared with `comparable`. */
export type Comparable = ReturnType<typeof comparable>;

/** Our facts without what a tree does not say: where a destination is, and how an anchor is called. */
export function comparable(facts: MarkdownFacts) {
  return {
    headings: facts.headings.map(({ slug, ...heading }) => heading),
    links: facts.links.map(({ destinationStart, destinationEnd, ...link }) => link),
    code: [...facts.code],
    html: [...facts.html],
    tables: facts.tables.map(({ start, end, rows }) => ({ start, end, rows: rows.map(row => [...row]) })),
    lists: [...facts.lists],
    items: facts.items.map(item => ({ ...item })),
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
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
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
        facts.headings.push({
          level: node.depth,
          // remark begins a heading that follows definitions at the first of them.
          start: Math.max(start, endOfDefinitions(tree, text, start, end)),
          end,
          text: textOf(node),
          ...contentOf(node.children, text, start, node.depth),
        });
        break;
      case 'link':
        facts.links.push({ kind: text[start] === '<' ? 'autolink' : 'link', start, end, destination: node.url });
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
        facts.code.push(start, end);
        break;
      case 'html':
        facts.html.push(start, end);
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
        // remark ends a list in a quote behind quote marks that follow it.
        if (!ancestors.some(({ type }) => type === 'list')) facts.lists.push(start, rangeOf(node.children.at(-1) ?? node).end);
        break;
      case 'listItem':
        facts.items.push({
          start,
          end,
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

export function visit(node: Nodes, ancestors: Nodes[], see: (node: Nodes, ancestors: readonly Nodes[]) => void): void {
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

/** What mdast-util-to-string gives with `includeHtml: false`. */
function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function contentRange(children: readonly Nodes[]): { start: number; end: number } | undefined {
  const [first, last] = [children[0], children.at(-1)];
  return first && last && { start: rangeOf(first).start, end: rangeOf(last).end };
}

function contentOf(children: readonly Nodes[], text: string, start: number, depth: number) {
  const content = contentRange(children);
  const behindMarks = start + depth + (text[start] === '#' ? 0 : Number.NaN);
  return { textStart: content?.start ?? behindMarks, textEnd: content?.end ?? behindMarks };
}

function endOfDefinitions(tree: Root, text: string, start: number, end: number): number {
  let last = start;
  visit(tree, [], node => {
    if (node.type !== 'definition') return;
    const range = rangeOf(node);
    if (range.start < start || range.end > end) return;
    last = range.end;
    while (/[\s>]/.test(text[last] ?? '')) last++;
  });
  return last;
}

function isTask(node: Nodes | undefined): node is ListItem {
  return node?.type === 'listItem' && typeof node.checked === 'boolean';
}

/** remark begins a task's paragraph behind the box, if text follows it. */
function startOfBox(text: string, start: number): number {
  return text[start] === '[' ? start : text.lastIndexOf('[', start);
}
