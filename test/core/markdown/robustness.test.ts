// Any text is read, and in time linear in its length: one that took time by the square of it would not end here.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { commonMark } from '../../../server/src/core/markdown/commonMark.ts';
import type { MarkdownFacts, Ranges } from '../../../server/src/core/markdown/facts.ts';
import { pandoc } from '../../../server/src/core/markdown/pandoc.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';
import { documents } from './documents.ts';
import { anyLines } from './pandocDocuments.ts';

/** Fails where a range is not in the text or behind an earlier one. */
function assertRanges(ranges: Ranges, from: number, to: number): void {
  assert.equal(ranges.length % 2, 0);
  for (const [i, offset] of ranges.entries()) {
    const before = i === 0 ? from : (ranges[i - 1] ?? from);
    assert.ok(i % 2 === 0 ? offset >= before : offset > before);
  }
  assert.ok((ranges.at(-1) ?? from) <= to);
}

/** Fails where things are not in the text, each in itself in order, or not in the order of their starts. */
function assertSorted(things: readonly { start: number; end: number }[], from: number, to: number): void {
  let last = from;
  for (const { start, end } of things) {
    assert.ok(last <= start && start < end && end <= to);
    last = start;
  }
}

function assertFacts(facts: MarkdownFacts, from: number, to: number): void {
  for (const ranges of [facts.code, facts.html, facts.lists, facts.paragraphs, facts.hidden])
    assertRanges(ranges, from, to);
  for (const things of [facts.headings, facts.links, facts.tables, facts.items])
    assertSorted(things, from, to);
  for (const { start, textStart, textEnd, end } of facts.headings) {
    assert.ok(start <= textStart && textStart <= textEnd && textEnd <= end);
  }
  for (const { start, destinationStart, destinationEnd, end } of facts.links) {
    assert.ok(start < destinationStart && destinationStart <= destinationEnd && destinationEnd <= end);
  }
  for (const { start, end, rows } of facts.tables) {
    const cells = rows.flat();
    for (const [i, offset] of cells.entries()) assert.ok(offset >= (cells[i - 1] ?? start) && offset <= end);
  }
}

describe('any text', () => {
  const anything = fc.oneof(
    documents,
    anyLines,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 200 }),
  );

  it('has facts in it and in order', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(commonMark, pandoc), (text, dialect) =>
        assertFacts(scanMarkdown(text, 0, dialect), 0, text.length),
      ),
      { numRuns: 3000 },
    );
  });

  it('has facts behind any start of the body', () => {
    fc.assert(
      fc.property(anything, fc.nat(200), (text, from) => {
        const start = Math.min(from, text.length);
        assertFacts(scanMarkdown(text, start), start, text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

const megabyte = 1_000_000;

/** A unit repeated to a megabyte, between a beginning and an end. */
function long(unit: string, beginning = '', end = ''): string {
  return beginning + unit.repeat(megabyte / unit.length) + end;
}

/** Runs of backticks of all lengths, none of which closes another. */
function backticks(): string {
  let text = '';
  for (let length = 1; text.length < megabyte; length++) text += `${'`'.repeat(length)} `;
  return text;
}

const nestedLists = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('');

const texts: Record<string, string> = {
  'open brackets': long('['),
  'closed brackets': long(']'),
  'brackets in brackets': long('[', '', ']'.repeat(megabyte)),
  'images in images': long('![', '', '](a)'.repeat(megabyte / 4)),
  'open images before links': long('![', '', '[a](b)'.repeat(megabyte / 6)),
  'brackets with a definition': long('[a', '', `${']'.repeat(megabyte / 2)}\n\n[a]: b\n`),
  'references to nothing': long('[a][b]', '', '\n\n[c]: d\n'),
  'open destinations': long('[a](b'),
  'open destinations in angle brackets': long('[a](<b'),
  'open titles': long('[a](b "c'),
  'open titles in parentheses': long('[a](b (c', '', ')'),
  'open parentheses': long('(', '[a](', ')'),
  'white space in a destination': long(' ', '[a](', ')'),
  'backticks of all lengths': backticks(),
  'backticks apart': long('` `` '),
  backslashes: long('\\'),
  'open angle brackets': long('<'),
  'open comments': long('a <!-- '),
  'open instructions': long('a <? '),
  'open declarations': long('a <!A '),
  'open CDATA': long('a <![CDATA['),
  'open tags': long('<a b="c '),
  'open tags with both quotes': long(`<a b="' c='" d="`),
  'attributes without end': long(' a', '<b'),
  'addresses without end': long('<a@b.c'),
  'schemes without end': long('<a:b'),
  entities: long('&amp', '# '),
  'emphasis that is only opened': long('*a ', '# '),
  'emphasis that is only closed': long('a* ', '# '),
  'emphasis of both marks': long('*a_ ', '# '),
  'emphasis of all lengths': long('*a**b***c_d__', '# '),
  'emphasis in links': long('[*a](b)', '# '),
  'one long line': long('a'),
  'one long word line by line': long('a\n'),
  'blank lines': long('\n'),
  'lines that end in a carriage return': long('a\r'),
  'spaces in a line': long(' ', 'a', 'b'),
  'lines of spaces': long('                    \n'),
  'quotes in quotes': long('>'),
  'quotes in quotes, and lazy lines': long('a\n', `${'>'.repeat(10_000)}a\n`),
  'quotes in quotes, and blank quotes': long('>\n', `${'>'.repeat(10_000)}a\n`),
  'lists in lists on a line': long('- '),
  'lists in lists on a line, with text': long('* ', '', 'a'),
  'lists in lists, and blank lines': long('\n', `${'- '.repeat(100_000)}a\n`),
  'lists in lists, and lazy lines': long('b\n', `${'- '.repeat(100_000)}a\n`),
  'lists in lists by indentation': nestedLists,
  'lists and quotes in each other': long('> - '),
  'lists with numbers in each other': long('1. '),
  'items without content': long('-\n'),
  'one list': long('- a\n'),
  'open fences': long('```\na\n~~~\n'),
  'open blocks of comments in quotes': long('> <!--\n\n'),
  'open blocks of scripts in quotes': long('> <script> </a\n\n'),
  'open comments in quotes and paragraphs by turns': long('> a\n> <!--\n\nb <!--\n\n'),
  definitions: long('[a]: b\n'),
  'definitions with open titles': long(`[a]: b\n'c\n\n`),
  'an open label': long('a', '[', ']: b'),
  'headers without tables': long('| a '),
  'lines of dashes': long('|-', 'a\n', '\n'),
  'lines under headers, all of them wrong': long('a\n|-|-|\n'),
  'a table of many cells': long('|a', '|a|a|\n|-|-|\n'),
  'a table of many rows': long('| a | b |\n', '| a | b |\n| - | - |\n'),
  'headings of one name': long('# a\n'),
  'headings under definitions': long('[a]: b\n===\n'),
  'paragraphs in a quote': long('> a `b\n'),
};

/** What only Pandoc sees marks or code in. */
const pandocTexts: Record<string, string> = {
  'lettered lists in each other': long('a. '),
  'lists with parentheses in each other': long('(i) ', '', 'a'),
  'lists in lists, and blank lines': long('\n', `${'(@a) '.repeat(100_000)}a\n`),
  'a roman number without end': long('m', 'a\n\n'),
  'an item with a name without end': long('a-', '(@', ') b'),
  'names without end': long('(@a-b\n\n'),
  'notes without end': long('[^a'),
  notes: long('[^a]: b\n'),
  'terms and definitions': long('a\n: b\n\n'),
  'definitions without terms': long(': b\n\n', 'a\nb\n\n'),
  'a long term before many definitions': long(': \n***\n', `${'a'.repeat(megabyte)}\n\n`),
  'definitions behind blank lines': long('\n', 'a\n', ': b'),
  'fences of all lengths that nothing closes': backticks().replaceAll(' ', ' a\n\n'),
  'open fences of both kinds': long('```\n~~~~ a\n', '', '\n````\n'),
  'lines of dashes': long('-- --\n  a\n\n'),
};

describe("a megabyte is read at once in Pandoc's dialect", () => {
  const blocks = Object.entries(texts).filter(([name]) =>
    /\b(?:lists|items|lazy|fences|definitions)\b/.test(name),
  );
  for (const [name, text] of [...blocks, ...Object.entries(pandocTexts)]) {
    it(`of ${name}`, () => assertFacts(scanMarkdown(text, 0, pandoc), 0, text.length));
  }
});

describe('a megabyte is read at once', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`of ${name}`, () => assertFacts(scanMarkdown(text), 0, text.length));
  }
});
