// Where our facts differ from remark's on purpose. Each is checked to be still different, and documents made up at random
// in which one occurs are passed over.
import type { Nodes, Root } from 'mdast';
import type { MarkdownFacts } from '../../../server/src/core/markdown/facts.ts';
import { rangeOf, textOf, visit } from './oracle.ts';

export interface Difference {
  readonly name: string;
  readonly example: string;
  readonly reason: string;
  /** What is looked at, in our facts and in remark's tree. */
  readonly ours: (facts: MarkdownFacts) => unknown;
  readonly remarks: (tree: Root) => unknown;
  /** Whether it may occur in a document, by remark's tree; left out where made up documents cannot show it. */
  readonly occursIn?: (tree: Root, text: string) => boolean;
}

const all = (tree: Nodes, type: Nodes['type']): Nodes[] => {
  const found: Nodes[] = [];
  visit(tree, [], node => {
    if (node.type === type) found.push(node);
  });
  return found;
};
const rangesOf = (type: Nodes['type']) => (tree: Root) =>
  all(tree, type).flatMap(node => [rangeOf(node).start, rangeOf(node).end]);

export const differences: readonly Difference[] = [
  {
    name: 'a tag of any name in a line that goes on with a paragraph lazily',
    example: '> a\n<b>\n',
    reason:
      'HTML of the seventh kind interrupts no paragraph (CommonMark 4.6); remark makes it a block, now in the quote, now not.',
    ours: facts => facts.paragraphs,
    remarks: rangesOf('paragraph'),
    occursIn: (tree, text) => {
      const isTag = (node: Nodes) =>
        node.type === 'html' && /^[ \t]*<[a-z/]/i.test(text.slice(rangeOf(node).start));
      return followEachOther(
        tree,
        text,
        node => node.type === 'paragraph' || node.type === 'definition',
        isTag,
      );
    },
  },
  {
    name: 'indented code that begins in a line without the marks of the container before it',
    example: '> # a\n    b\n    c\n',
    reason: 'It is one block of code (CommonMark 5.1); remark makes its first line one of its own.',
    ours: facts => facts.code,
    remarks: rangesOf('code'),
    occursIn: (tree, text) => {
      const isIndented = (node: Nodes) =>
        node.type === 'code' && /[ \t]/.test(text[rangeOf(node).start] ?? '');
      return followEachOther(tree, text, isIndented, isIndented, blankLines);
    },
  },
  {
    name: 'a table that begins in a line without the marks of the container around the table before it',
    example: '> | a |\n> | - |\n| b |\n| - |\n',
    reason: 'The quote ends, so that a table can begin, as on GitHub; remark makes it a paragraph.',
    ours: facts => facts.tables.map(({ start }) => start),
    remarks: tree => all(tree, 'table').map(node => rangeOf(node).start),
    occursIn: (tree, text) =>
      followEachOther(
        tree,
        text,
        node => node.type === 'table',
        node => node.type === 'paragraph' || node.type === 'heading',
      ),
  },
  {
    name: 'a list that begins, but with neither a bullet nor 1, behind indented code',
    example: '    a\n\n2. b\n',
    reason: 'Only in a paragraph would it need to begin with 1 (CommonMark 5.3).',
    ours: facts => facts.items.map(({ start }) => start),
    remarks: tree => all(tree, 'listItem').map(node => rangeOf(node).start),
    occursIn: hasParagraphWithMark,
  },
  {
    name: 'a list in a quote that interrupts a paragraph',
    example: 'a\n> 2. b\n',
    reason: 'The quote interrupts the paragraph; the list in it interrupts nothing.',
    ours: facts => facts.items.map(({ start }) => start),
    remarks: tree => all(tree, 'listItem').map(node => rangeOf(node).start),
    occursIn: hasParagraphWithMark,
  },
  {
    name: 'a reference by its text alone before a bracket that is no label',
    example: '[a][b\n\n[a]: /c\n',
    reason: 'Only a label, or [], behind it would keep it from being one (CommonMark 6.3).',
    ours: facts => facts.links.map(({ start }) => start),
    remarks: tree =>
      [...all(tree, 'linkReference'), ...all(tree, 'definition')].map(node => rangeOf(node).start),
    occursIn: (tree, text) =>
      all(tree, 'definition').length > 0 && /\]\[(?!\]|[^[\]\\\r\n]*[^[\]\\\s][^[\]\\\r\n]*\])/.test(text),
  },
  {
    name: 'the box of a task in the second paragraph of an item',
    example: '1. -\n   [x] a\n',
    reason: 'The item begins with a list; remark takes the paragraph behind it for a part of that.',
    ours: facts => facts.items.map(({ checked }) => checked),
    remarks: tree =>
      all(tree, 'listItem').map(node => ('checked' in node ? (node.checked ?? undefined) : undefined)),
    occursIn: tree =>
      all(tree, 'listItem').some(
        node =>
          node.type === 'listItem' &&
          typeof node.checked === 'boolean' &&
          !['paragraph', 'definition'].includes(node.children[0]?.type ?? ''),
      ),
  },
  {
    name: 'HTML in the description of an image in a heading',
    example: '# ![a <b>](c)\n',
    reason: 'A reader sees no tags.',
    ours: facts => facts.headings.map(({ text }) => text),
    remarks: headingTexts,
    occursIn: tree =>
      all(tree, 'heading').some(heading =>
        all(heading, 'image').some(node => 'alt' in node && node.alt?.includes('<') === true),
      ),
  },
  {
    name: 'line ends in the code of a heading',
    example: 'a `b\nc`\n===\n',
    reason: 'A reader sees a space, and nothing of the indentation behind it (CommonMark 6.1 and 4.8).',
    ours: facts => facts.headings.map(({ text }) => text),
    remarks: headingTexts,
    occursIn: (tree, text) =>
      all(tree, 'heading').some(heading =>
        all(heading, 'inlineCode').some(node =>
          /[\r\n]/.test(text.slice(rangeOf(node).start, rangeOf(node).end)),
        ),
      ),
  },
  {
    name: 'a heading behind definitions',
    example: '[a]: /b\nc\n===\n',
    reason:
      'The heading begins with its own text, not with the first definition. Compared with that made equal.',
    ours: facts => facts.headings.map(({ start }) => start),
    remarks: tree => all(tree, 'heading').map(node => rangeOf(node).start),
  },
  {
    name: 'where a list in a quote ends',
    example: '> - a\n>\n\nb\n',
    reason:
      'A list ends where its last item does, not behind quote marks that follow. Compared with that made equal.',
    ours: facts => facts.lists,
    remarks: rangesOf('list'),
  },
  {
    name: 'code that nothing closes',
    example: '- ```\n- a\n',
    reason:
      'It ends with its last line; remark takes in the line end, and makes items overlap. Compared with that made equal.',
    ours: facts => facts.code,
    remarks: rangesOf('code'),
  },
  {
    name: 'a title with an open parenthesis in parentheses',
    example: '[a](b (c(d))\n',
    reason: 'It would have to be escaped (CommonMark 6.3), so that a run of them is read in linear time.',
    ours: facts => facts.links.length,
    remarks: tree => all(tree, 'link').length,
  },
  {
    name: 'a slash in an attribute without quotes',
    example: 'a <a href=b/c>\n',
    reason: 'It is a part of the value (CommonMark 6.6).',
    ours: facts => facts.html,
    remarks: rangesOf('html'),
  },
  {
    name: 'more than two brackets at the end of a block of CDATA',
    example: '<![CDATA[a]]]>\n\nb\n',
    reason: 'The line holds `]]>`, which ends it (CommonMark 4.6).',
    ours: facts => facts.html,
    remarks: rangesOf('html'),
  },
  {
    name: 'a tab in the box of a task',
    example: '1. [\t] a\n',
    reason: 'It is white space, however wide; remark takes it where it happens to be one column wide.',
    ours: facts => facts.items.map(({ checked }) => checked),
    remarks: itemChecks,
  },
  {
    name: 'names of characters that HTML 4 did not have',
    example: '# &CounterClockwiseContourIntegral;\n',
    reason: 'The full list is thirty times as long, and nobody writes these (entities.ts).',
    ours: facts => facts.headings.map(({ text }) => text),
    remarks: headingTexts,
  },
];

function itemChecks(tree: Root): (boolean | undefined)[] {
  return all(tree, 'listItem').map(node => ('checked' in node ? (node.checked ?? undefined) : undefined));
}

function headingTexts(tree: Root): string[] {
  return all(tree, 'heading').map(textOf);
}

/** Whether a paragraph, a heading or a table begins as a list item does: remark left a list out. */
function hasParagraphWithMark(tree: Root, text: string): boolean {
  const types: readonly Nodes['type'][] = ['paragraph', 'heading', 'table'];
  const mark = /^(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n])/;
  return types.some(type => all(tree, type).some(node => mark.test(text.slice(rangeOf(node).start))));
}

const lineEnd = /^(?:\r\n|[\r\n])[> \t]*$/;
const blankLines = /^[\r\n][>\s]*$/;

/** Whether a node of one kind is followed by one of another kind, with nothing between. */
function followEachOther(
  tree: Root,
  text: string,
  isFirst: (node: Nodes) => boolean,
  isSecond: (node: Nodes) => boolean,
  between = lineEnd,
): boolean {
  const firstEnds: number[] = [];
  let isFound = false;
  visit(tree, [], node => {
    const { start, end } = rangeOf(node);
    if (isSecond(node) && firstEnds.some(before => between.test(text.slice(before, start)))) isFound = true;
    if (isFirst(node)) firstEnds.push(end);
  });
  return isFound;
}
