// Comply's dialect of Markdown: which words are code, and in how many lists the others are, is what Pandoc says, but for the
// differences listed here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { installPandoc } from '../../../scripts/pandoc/install.mjs';
import { envelopeOf } from '../../../server/src/core/formats/envelope.ts';
import { pandoc } from '../../../server/src/core/markdown/pandoc.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';
import { corpus, markdownBelow } from '../../corpora/corpora.ts';
import { anyLines, numbered, pandocDocuments } from './pandocDocuments.ts';
import { ourCode, ourWords, pandocCode, pandocWords, type ReadWord } from './pandocOracle.ts';

let program = '';
let skip: string | false = false;
try {
  program = installPandoc();
} catch (error) {
  skip = error instanceof Error ? error.message : String(error);
}

/** The words of a document, as our facts have them. */
const ours = (text: string) => ourWords(text, scanMarkdown(text, 0, pandoc));

/** Fails where Pandoc reads a word of one of the documents elsewhere than we do. */
function assertEqualsPandoc(texts: readonly string[]): void {
  const theirs = pandocWords(program, texts);
  for (const [i, text] of texts.entries())
    assert.deepEqual(sorted(ours(text)), sorted(theirs[i] ?? []), text);
}

/** By the numbers of the words: Pandoc puts a note where it is referred to. */
function sorted(words: readonly ReadWord[]): readonly ReadWord[] {
  return words.toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
}

const written = {
  'lettered and roman items with content indented by four': [
    ...['a. W', '', '    i. W', '', '    i. W', '', '        1. W', '', '            W', '', 'a. W'],
  ],
  'marks in parentheses': [
    '(a) W',
    '',
    '    (i) W',
    '',
    '    (v) W',
    '',
    '(b) W',
    '',
    '    W',
    '',
    '1) W',
    '2) W',
  ],
  'items that Pandoc numbers': [
    '#. W',
    '',
    '    W',
    '',
    '#. W',
    '',
    '        W',
    '',
    '(@) W',
    '',
    '    W',
    '',
    '(@a-b) W',
  ],
  'capital letters': ['A.  W', '', '    W', '', 'B.  W', '', 'C) W', '', '   W', '', 'X) W'],
  'an initial, which is no mark': ['B. W', '', '    W'],
  'a page number, which is no mark': ['p. 4 W', '', '    W'],
  'words that are no roman numbers': [
    'did. W',
    '',
    '    W',
    '',
    'ill) W',
    '',
    '    W',
    '',
    'ic. W',
    '',
    '    W',
  ],
  'roman numbers of several letters': [
    'xiv. W',
    '',
    '     W',
    '',
    'mix. W',
    '',
    '     W',
    '',
    'IV) W',
    '',
    '    W',
  ],
  'marks in the middle of a paragraph': ['W', 'a. W', '(i) W', '', '    W'],
  'marks below the text of an item': ['- W', '  2. W', '', '      W', '  b) W', '- W'],
  'bullets of one list': ['- W', '* W', '', '  W', '+ W', '', '      W'],
  'items that begin with nothing': ['-', '', '    W', '', 'W', '', 'a.', '', '    W'],
  'code in items': ['a. W', '', '        W', '', '-     W', '', '1. W', '', '    ```', '    W', '    ```'],
  'a definition': [
    'W',
    '',
    ':   W',
    '',
    '    W',
    '',
    '~   W',
    '    W',
    '',
    'W',
    ': W',
    '',
    'W',
    '',
    '',
    ': W',
    '',
    '    W',
  ],
  'a note': [
    'W[^1]',
    '',
    '[^1]: W',
    '',
    '    W',
    '',
    '        W',
    '',
    '[^b]: W',
    '    W',
    '',
    'W[^b]',
    '',
    '    W',
  ],
  'a table of lines of dashes': ['  W     W', '----- ----', '    W   W', '', 'W', '', '    W'],
  'a table whose rows have several lines': [
    ...[
      '------------- -----',
      '            W W',
      '',
      '            W W',
      '              W',
      '------------- -----',
      '',
      'W',
      '',
      '    W',
    ],
  ],
  'code that is not closed': ['W', '', '```', 'W', '', 'W', '', '~~~~', 'W', '~~~', '', 'W'],
  'code that is closed': ['W', '```', 'W', '', 'W', '`````', '', 'W', '', '~~~', 'W', '~~~', '', '    W'],
  'tildes in a paragraph': ['W', '~~~', 'W', '~~~'],
  quotes: [
    '> a. W',
    '>',
    '>     i. W',
    '>',
    '>         W',
    '',
    'a. W',
    '',
    '    > (b) W',
    '    >',
    '    >     W',
  ],
  tabs: ['a.\tW', '', '\ti.\tW', '', '\t\tW', '', '\t\t\tW'],
};

/** What is read otherwise on purpose. */
const differences = {
  // Pandoc 1 asked for four columns, whatever the mark; which Pandoc a user of Comply has, nobody knows.
  'content that is indented by four below a longer mark': ['(ii) W', '', '    W'],
  // Its author meant a list, and GitHub shows one.
  'a list without a blank line before it': ['W', '- W'],
  'code below a list without a blank line before it': ['W', '- W', '', '    W'],
  // It is read rather than left out.
  'an indented line right below code or an underlined heading': ['```', 'W', '```', '    W'],
};

describe("in Comply's dialect, words are code or in lists as for Pandoc", { skip }, () => {
  it('in texts as people write them', () => assertEqualsPandoc(Object.values(written).map(numbered)));

  it('with other line ends', () =>
    assertEqualsPandoc(Object.values(written).map(lines => numbered(lines).replaceAll('\n', '\r\n'))));

  it('in documents made up at random', () => {
    const documents = fc.array(pandocDocuments, { minLength: 1, maxLength: 150, size: 'max' });
    fc.assert(fc.property(documents, assertEqualsPandoc), { numRuns: 5 });
  });

  const { folder, skip } = corpus('comply');
  it('in real documents, where both read the same code', { skip }, () => {
    const paths = markdownBelow(folder);
    const bodies = paths.map(path => {
      const text = readFileSync(path, 'utf8');
      return text.slice(envelopeOf(text, true).bodyStart);
    });
    const theirs = pandocCode(program, bodies);
    for (const [i, body] of bodies.entries())
      assert.deepEqual(ourCode(body, scanMarkdown(body, 0, pandoc)), theirs[i], paths[i]);
  });

  it('where any lines are below each other, as far as nothing is code that Pandoc reads', () => {
    const documents = fc.array(anyLines, { minLength: 1, maxLength: 150, size: 'max' });
    const property = fc.property(documents, texts => {
      const theirs = pandocWords(program, texts);
      for (const [i, text] of texts.entries()) {
        const codeOfPandoc = new Map(theirs[i]);
        const unread = ours(text).filter(
          ([word, where]) => where === 'code' && codeOfPandoc.get(word) !== 'code',
        );
        assert.deepEqual(unread, [], text);
      }
    });
    fc.assert(property, { numRuns: 5 });
  });
});

describe('a difference from Pandoc is still one', { skip }, () => {
  for (const [name, lines] of Object.entries(differences)) {
    const text = numbered(lines);
    it(name, () => assert.notDeepEqual(sorted(ours(text)), sorted(pandocWords(program, [text])[0] ?? [])));
  }
});
