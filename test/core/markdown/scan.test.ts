// What the facts of a document are, by its text: `slices` shows ranges as the source they cover.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anchorsOf } from '../../../server/src/core/markdown/anchors.ts';
import type { Ranges } from '../../../server/src/core/markdown/facts.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';

function slices(text: string, ranges: Ranges): string[] {
  return ranges.flatMap((start, i) => (i % 2 === 0 ? [text.slice(start, ranges[i + 1])] : []));
}

/** Each heading as `level text #slug`. */
function headings(text: string): string[] {
  const { headings } = scanMarkdown(text);
  const anchors = anchorsOf(headings);
  return headings.map(({ level, text: words }, i) => `${level} ${words} #${anchors[i]}`);
}

/** Each link as `kind: source -> destination`. */
function links(text: string): string[] {
  return scanMarkdown(text).links.map(
    ({ kind, start, end, destination }) => `${kind}: ${text.slice(start, end)} -> ${destination}`,
  );
}

function code(text: string): string[] {
  return slices(text, scanMarkdown(text).code);
}

function html(text: string): string[] {
  return slices(text, scanMarkdown(text).html);
}

function cells(text: string): string[][] {
  return scanMarkdown(text).tables.flatMap(({ rows }) => rows.map(row => slices(text, row)));
}

/** Each list item as its source, `done` or `open` before that of a task, a dot for each list around its own. */
function items(text: string): string[] {
  return scanMarkdown(text).items.map(({ start, end, depth, checked }) => {
    const task = checked === undefined ? '' : checked ? 'done ' : 'open ';
    return '.'.repeat(depth) + task + text.slice(start, end);
  });
}

describe('headings', () => {
  it('have a level, by their marks or their underline', () => {
    assert.deepEqual(headings('# a\n###### b\n####### c\n\nd\n===\ne\n---\n'), [
      '1 a #a',
      '6 b #b',
      '1 d #d',
      '2 e #e',
    ]);
  });

  it('reach over their marks, and their text does not', () => {
    const text = 'a\n\n> ##  Access *control* ##  \n';
    const [heading] = scanMarkdown(text).headings;
    assert.ok(heading);
    assert.equal(text.slice(heading.start, heading.end), '##  Access *control* ##  ');
    assert.equal(text.slice(heading.textStart, heading.textEnd), 'Access *control*');
  });

  it('reach over their underline, and over the lines of a quote', () => {
    const text = '> a\n> b \n> ===\n';
    const [heading] = scanMarkdown(text).headings;
    assert.ok(heading);
    assert.equal(text.slice(heading.start, heading.end), 'a\n> b \n> ===');
    assert.equal(text.slice(heading.textStart, heading.textEnd), 'a\n> b');
    assert.equal(heading.text, 'a\nb');
  });

  it('have the text a reader sees', () => {
    assert.deepEqual(
      headings('# **a** _b_ ~~c~~ `d*` [e](f "g") ![h](i) <b>j</b> &amp; k\\* <https://l.org> \\\n').map(
        line => line.split(' #')[0],
      ),
      ['1 a b ~~c~~ d* e h j & k* https://l.org \\'],
    );
  });

  it('take emphasis apart as a reader does', () => {
    const texts = [
      '*a**',
      '**a*',
      '***a** b*',
      'a*b*c',
      'a_b_c',
      '*a _b* c_',
      '* a*',
      '**',
      '*[a*](b)',
      '[*a](b)*',
      '*a\\**',
    ];
    assert.deepEqual(
      texts.map(text => scanMarkdown(`# ${text}`).headings[0]?.text),
      ['a*', '*a', 'a b', 'abc', 'a_b_c', 'a _b c_', '* a*', '**', '*a*', '*a*', 'a*'],
    );
  });

  it('may be empty', () => {
    assert.deepEqual(
      scanMarkdown('## ##\n').headings.map(({ text, textStart, textEnd }) => [text, textStart, textEnd]),
      [['', 2, 2]],
    );
  });

  it('are neither in code nor in HTML', () => {
    assert.deepEqual(headings('```\n# a\n```\n    # b\n\n<div>\n# c\n</div>\n\n# d\n'), ['1 d #d']);
  });
});

describe('anchors', () => {
  it('are lower case, without punctuation, with hyphens for spaces', () => {
    assert.deepEqual(
      headings('# 6.1 Who & what? (A_b-C)\n').map(line => line.split('#').at(-1)),
      ['61-who--what-a_b-c'],
    );
  });

  it('keep the letters of every script, and drop symbols', () => {
    assert.deepEqual(
      headings('# Zugriffsübersicht für Kunden 😀\n# 访问控制 ²\n# é\n').map(line => line.split('#').at(-1)),
      ['zugriffsübersicht-für-kunden-', '访问控制-', 'é'],
    );
  });

  it('are counted up where they are taken', () => {
    assert.deepEqual(
      headings('# a\n# a\n# a-1\n# a\n# A\n').map(line => line.split('#').at(-1)),
      ['a', 'a-1', 'a-1-1', 'a-2', 'a-3'],
    );
  });

  it('are made without tags and without the descriptions of images', () => {
    assert.deepEqual(
      headings('# ![build](b.svg) <a name="x"></a>Access\n').map(line => line.split('#').at(-1)),
      ['-access'],
    );
  });
});

describe('links', () => {
  it('are of six kinds', () => {
    assert.deepEqual(links('[a](b) ![c](d) <https://e.org> [f][g] ![h][G] [g]\n\n[g]: i\n'), [
      'link: [a](b) -> b',
      'image: ![c](d) -> d',
      'autolink: <https://e.org> -> https://e.org',
      'reference: [f][g] -> i',
      'imageReference: ![h][G] -> i',
      'reference: [g] -> i',
      'definition: [g]: i -> i',
    ]);
  });

  it('have the range of their destination, or of their label', () => {
    const text = '[a](<b c> "d") [e][f g] [f g] <m@n.org>\n\n[f g]: /h\n';
    assert.deepEqual(
      scanMarkdown(text).links.map(({ destinationStart, destinationEnd }) =>
        text.slice(destinationStart, destinationEnd),
      ),
      ['b c', 'f g', 'f g', 'm@n.org', '/h'],
    );
  });

  it('have a destination with its escapes and entities read', () => {
    assert.deepEqual(links('[a](b\\)c&amp;d&#x41;&nope;) <m@n.org>\n'), [
      'link: [a](b\\)c&amp;d&#x41;&nope;) -> b)c&dA&nope;',
      'autolink: <m@n.org> -> mailto:m@n.org',
    ]);
  });

  it('have a label that is equal for equal names', () => {
    const { links: found } = scanMarkdown('[ Foo\tBAR ]\n\n[fOO bar]: a\n');
    assert.deepEqual(
      found.map(({ label }) => label),
      ['foo bar', 'foo bar'],
    );
  });

  it('lead where the first definition says, wherever that stands', () => {
    assert.deepEqual(links('[a]\n\n> [a]: b\n\n[a]: c\n')[0], 'reference: [a] -> b');
  });

  it('are none without a definition', () => {
    assert.deepEqual(links('[a] [b][c] [d][] ![e]\n'), []);
  });

  it('hold images and no links', () => {
    assert.deepEqual(links('[a [b](c) d](e) [![f](g)](h)\n'), [
      'link: [b](c) -> c',
      'link: [![f](g)](h) -> h',
      'image: ![f](g) -> g',
    ]);
  });

  it('are plain text in the description of an image', () => {
    assert.deepEqual(links('![a [b](c) `d`](e)\n'), ['image: ![a [b](c) `d`](e) -> e']);
    assert.deepEqual(code('![a [b](c) `d`](e)\n'), []);
  });

  it('are none in code, in tags, or behind a backslash', () => {
    assert.deepEqual(links('`[a](b)` <x y="[a](b)"> \\[a](b) [a`](b)`\n'), []);
    assert.deepEqual(links('\\![a](b)\n'), ['link: [a](b) -> b']);
  });

  it('stand in headings, tables and lists, and over the lines of a quote', () => {
    assert.deepEqual(
      links('# [a](b)\n\n| [c](d) |\n| - |\n| [e](f) |\n\n- [g](h)\n\n> [i\n> j](k\n> "l")\n'),
      [
        'link: [a](b) -> b',
        'link: [c](d) -> d',
        'link: [e](f) -> f',
        'link: [g](h) -> h',
        'link: [i\n> j](k\n> "l") -> k',
      ],
    );
  });

  it('begin behind the marks of a quote that a definition goes over', () => {
    const text = '> [a]:\n> /b\n> "c"\n> d\n';
    const { links: found, paragraphs } = scanMarkdown(text);
    assert.deepEqual(
      found.map(({ start, end, destinationStart }) => [text.slice(start, end), destinationStart]),
      [['[a]:\n> /b\n> "c"', 9]],
    );
    assert.deepEqual(slices(text, paragraphs), ['d']);
  });
});

describe('code', () => {
  it('is fenced, indented, or in a line', () => {
    assert.deepEqual(code('```sh\na\n```\n\n    b\n\n    c\n\nd `` e`f `` g\n'), [
      '```sh\na\n```',
      '    b\n\n    c',
      '`` e`f ``',
    ]);
  });

  it('goes to the end of what it is in where nothing closes it', () => {
    assert.deepEqual(code('> ```\n> a\n\nb\n\n~~~\nc\n'), ['```\n> a', '~~~\nc']);
  });

  it('is closed by a fence of its own kind and length', () => {
    assert.deepEqual(code('````\n```\n~~~~\n````\na\n'), ['````\n```\n~~~~\n````']);
  });

  it('interrupts a paragraph only where it is fenced', () => {
    assert.deepEqual(code('a\n    b\n```\nc\n```\n'), ['```\nc\n```']);
  });
});

describe('HTML', () => {
  it('is a block, to its end or to a blank line', () => {
    assert.deepEqual(html('<!-- a\n\nb --> c\nd\n\n<div>\ne\n\nf\n'), ['<!-- a\n\nb --> c', '<div>\ne']);
  });

  it('is a tag or a comment in a line', () => {
    assert.deepEqual(html('a <b c="d>">e</b> <!-- f --> <1> <g\n'), ['<b c="d>">', '</b>', '<!-- f -->']);
  });
});

describe('tables', () => {
  it('have rows of cells without pipes and padding', () => {
    assert.deepEqual(cells('| a | b |\n| --- | :-: |\n|  c `d` | e \\| f |\n| | g\nh\n'), [
      ['a', 'b'],
      ['c `d`', 'e \\| f'],
      ['', 'g'],
      ['h'],
    ]);
  });

  it('begin in the last line of a paragraph, and end before a blank line or another block', () => {
    const text = 'a\nb | c\n-|-\nd | e\n# f\n';
    const { tables, paragraphs } = scanMarkdown(text);
    assert.deepEqual(slices(text, paragraphs), ['a']);
    assert.deepEqual(
      tables.map(({ start, end }) => text.slice(start, end)),
      ['b | c\n-|-\nd | e'],
    );
  });

  it('need as many dashes as cells', () => {
    assert.deepEqual(cells('| a | b |\n| - |\n\nc\n---\n'), []);
  });

  it('stand in lists and quotes', () => {
    assert.deepEqual(cells('- | a |\n  | - |\n  | b |\n\n> | c |\n> | - |\n'), [['a'], ['b'], ['c']]);
  });
});

describe('lists', () => {
  it('are those that are in no other', () => {
    const text = '- a\n  - b\n\nc\n\n1. d\n2. e\n\n> * f\n';
    assert.deepEqual(slices(text, scanMarkdown(text).lists), ['- a\n  - b', '1. d\n2. e', '* f']);
  });

  it('have items that end with what is in them', () => {
    assert.deepEqual(items('- a\n  b\n\n  c\n- d\n  1. e\n\n     f\n- g\nh\n\n'), [
      '- a\n  b\n\n  c',
      '- d\n  1. e\n\n     f',
      '.1. e\n\n     f',
      '- g\nh',
    ]);
  });

  it('have tasks', () => {
    assert.deepEqual(items('- [ ] a\n- [x] b\n- [X]\n- [x]c\n- d\n  [x] e\n1. [X] f\n'), [
      'open - [ ] a',
      'done - [x] b',
      '- [X]',
      '- [x]c',
      '- d\n  [x] e',
      'done 1. [X] f',
    ]);
  });

  it('are others where their marks are', () => {
    const text = '- a\n+ b\n1. c\n2) d\n';
    assert.deepEqual(slices(text, scanMarkdown(text).lists), ['- a', '+ b', '1. c', '2) d']);
  });

  it('take tabs for columns', () => {
    assert.deepEqual(items('-\ta\n\n\tb\n\n- c\n\n  \t  d\n'), ['-\ta\n\n\tb', '- c\n\n  \t  d']);
  });
});

describe('offsets', () => {
  const text = '---\nid: é😀\n---\n# a 😀 [b](c)\r\n\r\n`d`\r> e\n';
  const from = text.indexOf('# a');

  it('count in the whole text where the body begins behind front matter', () => {
    const facts = scanMarkdown(text, from);
    assert.deepEqual(
      facts.headings.map(({ start, end }) => text.slice(start, end)),
      ['# a 😀 [b](c)'],
    );
    assert.deepEqual(
      facts.links.map(({ start, end }) => text.slice(start, end)),
      ['[b](c)'],
    );
    assert.deepEqual(slices(text, facts.code), ['`d`']);
    assert.deepEqual(slices(text, facts.paragraphs), ['`d`', 'e']);
  });

  it('are the same behind front matter and without it', () => {
    const shifted = scanMarkdown(text.slice(from));
    assert.deepEqual(
      scanMarkdown(text, from).links.map(({ start }) => start - from),
      shifted.links.map(({ start }) => start),
    );
  });

  it('are none in an empty text', () => {
    const { headings: none, ...others } = scanMarkdown('');
    assert.deepEqual([none, ...Object.values(others)], [[], [], [], [], [], [], [], [], []]);
  });
});
