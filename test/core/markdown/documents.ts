// Documents made up at random from what Markdown is made of, for the tests that hold the scanner against remark.
import fc from 'fast-check';

const words = fc.constantFrom(
  'a',
  'CC6.1',
  'Zugriff',
  'é',
  '😀',
  'ẞ',
  '𝒳y',
  '中文',
  'x_y',
  '5.',
  '#',
  '!',
  '|',
  ':',
  '"',
  "'",
);

const plain = fc.constantFrom(
  ...[
    '\\',
    '\\\\',
    '\\[',
    '\\]',
    '\\`',
    '\\<',
    '\\!',
    '\\|',
    '\\*',
    '\\a',
    '&amp;',
    '&#35;',
    '&#x1F600;',
    '&nope;',
    '&',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '*a*',
    '**b** c',
    '_d_',
    '***e*** f',
    'g*h*i',
    '~',
    '\0',
    '  ',
    '\t',
    '\u00A0',
  ],
);

const brackets = fc.constantFrom(
  ...[
    '[',
    ']',
    '![',
    '][',
    '](',
    '](/u)',
    '[]',
    '[foo]',
    '[Foo]',
    '[bar][foo]',
    '[foo][]',
    '![foo]',
    '![bar][foo]',
    '[x]',
  ],
  ...[
    '[bar](/u)',
    '[b](<c d> "t")',
    "[b](/u 't')",
    '[b](/u (t))',
    '[b]( )',
    '[b](/u\\)v)',
    '[b](a(b)c)',
    '![i](/p.png "t")',
  ],
  ...[
    '[b](/&ouml;?a=1&amp;b=2)',
    '[b](<>)',
    '[ẞ]',
    '[ foo\tbar ]',
    '[`c`](/u)',
    '[*b*](/u)',
    '![*b*](/u)',
    '[^1]',
  ],
);

const code = fc.constantFrom(
  '`',
  '``',
  '```',
  '`c`',
  '`` c`d ``',
  '` `',
  '`[`',
  '`<a>`',
  '`\\`',
  '` c `',
  '`a\tb`',
);

const angles = fc.constantFrom(
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<br/>',
    '<a href="x">',
    "<a b='c' d>",
    '<a b="',
    '<!-- c -->',
    '<!--',
    '-->',
    '<?p?>',
    '<?',
  ],
  ...[
    '<!D e>',
    '<![CDATA[x]]>',
    '<https://e.org/a?b=c>',
    '<m.e+1@e-f.org>',
    '<a@b',
    '<a:b>',
    '<ab:c>',
    '<1>',
    '<x-y z:_.=1>',
  ],
);

const inline = fc.oneof(
  { arbitrary: words, weight: 6 },
  { arbitrary: plain, weight: 4 },
  { arbitrary: brackets, weight: 5 },
  { arbitrary: code, weight: 2 },
  { arbitrary: angles, weight: 2 },
);

/** The text of one line. */
const line = fc
  .array(fc.tuple(inline, fc.constantFrom('', ' ', ' ')), { minLength: 1, maxLength: 6 })
  .map(parts => parts.flat().join(''))
  // A tag alone on a line is read differently (differences.ts) where the line goes on with a paragraph lazily.
  .map(text => (/^\s*<[^!?].*>\s*$/.test(text) ? `${text}z` : text));

/** What stands before the content of a line: containers, indentation, marks. */
const prefix = fc.constantFrom(
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1) ',
    '2. ',
    '10. ',
    '-',
    '1.',
    '-   ',
    '-     ',
    '-\t',
    '>\t',
    '[ ] ',
    '[x] ',
  ],
  ...[
    ' ',
    '  ',
    '   ',
    '    ',
    '     ',
    '\t',
    ' \t',
    '      ',
    '# ',
    '## ',
    '###### ',
    '####### ',
    '#\t',
    '| ',
    ': ',
  ],
);

/** Lines that mean something as a whole. */
const special = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ' ',
    '    ',
    '\t',
    '---',
    '***',
    '_ _ _',
    '===',
    '==',
    '-',
    '=',
    '```',
    '```js',
    '~~~',
    '~~~~ a `b`',
    '````',
  ],
  ...[
    '| a | b |',
    '| - | - |',
    '|-|',
    ':-:',
    '--- | :-:',
    'a | b',
    '| a \\| b | c',
    '|',
    '||',
    '| `a|b` | [c](/d) |',
    '|:-|-:|',
  ],
  ...[
    '[foo]: /url',
    '[foo]: <u v> "t"',
    '[bar]:',
    "'title'",
    '[Foo]: /other',
    '[ẞ]: x',
    '[foo]: /u "t',
    '[foo bar]: /&auml;',
  ],
  ...[
    '<div>',
    '</div>',
    '<div',
    '<pre>',
    '</pre>',
    '<!-- c',
    '--> d',
    '<?php',
    '?>',
    '<!X',
    ']]>',
    '<![CDATA[',
  ],
  ...[
    '# a #',
    '## b ##  ',
    '#',
    '### ###',
    '# c \\#',
    '#d',
    '# e#',
    'a\\',
    'b  ',
    '    code',
    '\tcode',
    '1. a',
    '- a',
    '> a',
  ],
);

const content = fc.oneof({ arbitrary: line, weight: 3 }, { arbitrary: special, weight: 2 });

const documentLine = fc
  .tuple(fc.array(prefix, { maxLength: 3 }), content)
  .map(([prefixes, text]) => prefixes.join('') + text);

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** Any lines below each other: mostly nonsense, and every corner of the block structure. */
const chaos = fc.array(documentLine, { minLength: 1, maxLength: 12 });

/** Blocks in quotes and lists as a writer would indent them, with now and then a line that is not. */
const nested = fc.letrec<{ blocks: string[] }>(tie => ({
  blocks: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.array(content, { minLength: 1, maxLength: 4 }),
        tie('blocks').map(lines => lines.map(text => `> ${text}`)),
        fc
          .tuple(fc.constantFrom('- ', '* ', '1. ', '10) '), tie('blocks'))
          .map(([mark, lines]) =>
            lines.map((text, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + text),
          ),
        fc.array(line, { minLength: 1, maxLength: 3 }).map(lines => ['```', ...lines, '```']),
        fc
          .tuple(fc.constantFrom('<b>', '</b >', '<x y="z">', "<x y z='' />"), line)
          .map(lines => ['', ...lines]),
        fc
          .array(line, { minLength: 1, maxLength: 3 })
          .map(lines => ['| a | b |', '| --- | --- |', ...lines.map(row => `| ${row} |`)]),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .chain(blocks => fc.constantFrom([''], []).map(gap => blocks.flatMap(block => [...block, ...gap]))),
})).blocks;

/** What references refer to, behind the rest: without it most of them are none. */
const definitions = fc.constantFrom<readonly string[]>(
  [],
  ['', '[foo]: /url "t"'],
  ['', '> [Foo]:', '> <u v>', '', '[ẞ]: x'],
);

/** A whole document, with line ends of one kind or of all kinds. */
export const documents = fc
  .tuple(
    fc.oneof(chaos, nested),
    definitions,
    fc.oneof(
      lineEnd.map(end => [end]),
      fc.array(lineEnd, { minLength: 3, maxLength: 3 }),
    ),
    fc.boolean(),
  )
  .map(([body, tail, ends, isClosed]) => {
    const text = [...body, ...tail].map((text, index) => text + ends[index % ends.length]).join('');
    return isClosed ? text : text.replace(/(?:\r\n|[\r\n])$/, '');
  });
