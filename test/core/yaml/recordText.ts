// Generates YAML as people write it in records, and small accidents in it.
import fc from 'fast-check';

/** What stands behind a `:` or `-` in a collection of column `column`, with its last line end. */
type Rendered = (column: number) => string;

const pad = (column: number): string => ' '.repeat(Math.max(0, column));

const comment = fc.constantFrom('', '', '', ' # why', '   # a: b', ' #', ' #"open');
const word = fc.constantFrom(
  ...[
    'AC-1',
    'CC6.1',
    'no',
    '1.10',
    '2024-01-31',
    'https://tick.example/a#b?c=d:e',
    'a:b',
    'C#',
    'ops',
    '~',
    '-x',
    '?x',
  ],
  ...[
    'naïve',
    '日本',
    '😀',
    'e\u0301',
    '10:30',
    '<<',
    '=',
    "it's",
    'say "x"',
    '|',
    'a|b',
    'x,y',
    'f(x)',
    '$1',
    '\u2028',
    '\u0085',
  ],
);
const plainWord = word.filter(text => !/^[|]/.test(text));
const words = fc
  .array(plainWord, { minLength: 1, maxLength: 4 })
  .chain(list => fc.constantFrom(' ', '  ', ' - ', ', ').map(space => list.join(space)));
const flowWord = plainWord.filter(text => !/[,[\]{}]/.test(text));

const key = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('id', 'title', 'owner', 'satisfies', 'a b', 'TSC', 'x.y', 'größe', '😀', '1'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"quoted key"', "'it''s'", '"a: b"', '"\\u00e9"', '<<', 'a:b', 'c#d'),
  },
);
const colon = fc.constantFrom(':', ':', ':', ':', ' :', '  :');
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '    ');

const singleLine = fc.oneof(
  words,
  fc.array(word, { maxLength: 3 }).map(list => `'${list.join(' ').replaceAll("'", "''")}'`),
  fc
    .array(
      fc.oneof(
        word.map(escaped),
        fc.constantFrom('\\n', '\\x41', '\\u00e9', '\\U0001F600', '\\ ', '\\\\', '\\"', ' ', '\t'),
      ),
      {
        maxLength: 4,
      },
    )
    .map(list => `"${list.join('')}"`),
);

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

/** A line end in a scalar of several lines: with blank lines, and the next line's indentation from `column` on. */
const lineBreak = fc
  .record({
    before: fc.constantFrom('', '', ' '),
    blank: fc.constantFrom('', '', '\n', '   \n', '\n\n'),
    deeper: fc.nat(3),
  })
  .map(
    ({ before, blank, deeper }) =>
      (column: number): string =>
        `${before}\n${blank}${pad(column + 1 + deeper)}`,
  );

const multiLine: fc.Arbitrary<Rendered> = fc
  .record({
    quote: fc.constantFrom('', "'", '"'),
    parts: fc.array(
      fc.tuple(
        plainWord.filter(text => !/['"]/.test(text)),
        lineBreak,
      ),
      { minLength: 1, maxLength: 3 },
    ),
    last: plainWord.filter(text => !/['"]/.test(text)),
    fold: fc.constantFrom('', '', '\\'),
  })
  .map(({ quote, parts, last, fold }) => column => {
    const lines = parts.map(([text, line]) => `${text}${quote === '"' ? fold : ''}${line(column)}`).join('');
    return ` ${quote}${lines}${last}${quote}\n`;
  });

const blockLine = fc.constantFrom(
  'text',
  'a: b',
  '- c',
  '# no comment',
  '  deeper',
  ' one',
  '',
  '',
  'end  ',
  '😀',
  "'",
  'a\tb',
);
const blockScalar: fc.Arbitrary<Rendered> = fc
  .record({
    header: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'),
    indicator: fc.boolean(),
    deeper: fc.integer({ min: 1, max: 4 }),
    first: fc.constantFrom('text', '😀', 'a: b', '- c'),
    lines: fc.array(blockLine, { maxLength: 6 }),
    note: comment,
    lead: fc.constantFrom('', '', '\n'),
  })
  .map(({ header, indicator, deeper, first, lines, note, lead }) => column => {
    const inside = Math.max(0, column) + deeper;
    const body = [first, ...lines].map(line => (line === '' ? '' : pad(inside) + line)).join('\n');
    return ` ${header}${indicator ? inside - Math.max(0, column) : ''}${note}\n${lead}${body}\n`;
  });

const flowBreak = fc.record({ note: comment, deeper: fc.nat(2), many: fc.boolean() }).map(
  ({ note, deeper, many }) =>
    (column: number): string =>
      many ? `${note}\n${pad(column + 1 + deeper)}` : '',
);

const flow: fc.Arbitrary<Rendered> = fc.letrec<{ node: Rendered; list: Rendered; map: Rendered }>(tie => ({
  node: fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .oneof(flowWord, fc.constantFrom('"a, b"', "'c]'", 'two words', '""'))
        .map(text => () => text),
    },
    { weight: 1, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('map') },
  ),
  list: fc
    .record({
      items: fc.array(fc.tuple(tie('node'), flowBreak), { maxLength: 4 }),
      end: flowBreak,
      comma: fc.boolean(),
    })
    .map(({ items, end, comma }) => column => {
      const inside = items.map(([item, line]) => `${line(column)}${item(column)}`).join(', ');
      return `[${inside}${comma && items.length > 0 ? ',' : ''}${end(column)}]`;
    }),
  map: fc
    .record({
      items: fc.array(
        fc.tuple(fc.constantFrom('a', 'b c', '"q"', "'s'"), fc.option(tie('node')), flowBreak),
        { maxLength: 3 },
      ),
      end: flowBreak,
    })
    .map(({ items, end }) => column => {
      const inside = items.map(
        ([name, value, line]) => `${line(column)}${name}${value ? `: ${value(column)}` : ''}`,
      );
      return `{${inside.join(', ')}${end(column)}}`;
    }),
})).node;

/** Blank lines and comments between the lines of a collection. */
const between = fc.constantFrom('', '', '', '', '\n', '# note\n', '\n  # indented note\n', '   \n');

/** A type and no interface: `letrec` wants an index signature. */
type Levels = {
  readonly value: Rendered;
  readonly mapping: Rendered;
  readonly sequence: Rendered;
  readonly item: Rendered;
};

const { mapping, sequence } = fc.letrec<Levels>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    {
      weight: 8,
      arbitrary: fc.tuple(gap, singleLine, comment).map(
        ([space, text, note]) =>
          () =>
            `${space}${text}${note}\n`,
      ),
    },
    { weight: 1, arbitrary: comment.map(note => () => `${note}\n`) },
    { weight: 2, arbitrary: multiLine },
    { weight: 2, arbitrary: blockScalar },
    {
      weight: 2,
      arbitrary: fc.tuple(flow, comment).map(
        ([text, note]) =>
          (column: number) =>
            ` ${text(column)}${note}\n`,
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.oneof(tie('mapping'), tie('sequence')), comment, between, fc.integer({ min: 1, max: 4 }))
        .map(
          ([nested, note, lines, deeper]) =>
            (column: number) =>
              `${note}\n${lines}${pad(column + deeper)}${nested(column + deeper)}`,
        ),
    },
    {
      weight: 2,
      arbitrary: tie('sequence').map(
        nested => (column: number) => (column < 0 ? ' x\n' : `\n${pad(column)}${nested(column)}`),
      ),
    },
  ),
  /** From its first key on, which stands in `column`. */
  mapping: fc.array(fc.tuple(key, colon, tie('value'), between), { minLength: 1, maxLength: 4 }).map(
    entries => column =>
      lines(
        entries.map(([name, sign, text, note]) => [`${name}${sign}${text(column)}`, note]),
        column,
      ),
  ),
  sequence: fc.array(fc.tuple(tie('item'), between), { minLength: 1, maxLength: 4 }).map(
    items => column =>
      lines(
        items.map(([text, note]) => [`-${text(column)}`, note]),
        column,
      ),
  ),
  item: fc.oneof(
    tie('value'),
    fc.tuple(gap, fc.oneof(tie('mapping'), tie('sequence'))).map(
      ([space, nested]) =>
        (column: number) =>
          `${space}${nested(column + 1 + space.length)}`,
    ),
  ),
}));

/** A collection's lines, each with the text that goes before the next, the first of which stands in `column` already. */
function lines(parts: readonly (readonly [string, string])[], column: number): string {
  return parts.map(([text, note]) => text + note).join(pad(column));
}

const root = fc.oneof(
  { weight: 6, arbitrary: mapping.map(text => text(0)) },
  { weight: 2, arbitrary: sequence.map(text => text(0)) },
  { weight: 1, arbitrary: mapping.map(text => `  ${text(2)}`) },
);

/** One document, as a person might have written it: the library reads nearly every one without an error. */
export const documentText: fc.Arbitrary<string> = fc
  .record({
    before: fc.constantFrom('', '', '', '---\n', '# a comment\n', '\n', '# c\n--- # d\n'),
    text: root,
    after: fc.constantFrom('', '', '', '\n\n', '# the end', '...\n', '... # over\n\n'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
    cut: fc.boolean(),
  })
  .map(({ before, text, after, lineEnd, cut }) => {
    const whole = `${before}${text}${after}`;
    return (cut ? whole.trimEnd() : whole).replaceAll('\n', lineEnd);
  });

/** A file of many records: documents, or a list, or documents of which some are lists. */
export const recordsText: fc.Arbitrary<string> = fc
  .record({
    first: fc.constantFrom('', '', '---\n', '# records\n', '%YAML 1.2\n---\n'),
    documents: fc.array(root, { minLength: 1, maxLength: 4 }),
    between: fc.constantFrom(
      '---\n',
      '--- # next\n',
      '...\n',
      '...\n---\n',
      '---\n---\n',
      '...\n# note\n%YAML 1.2\n---\n',
    ),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ first, documents, between: marker, lineEnd }) =>
    (first + documents.join(marker)).replaceAll('\n', lineEnd),
  );

const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('insert', 'insert', 'delete', 'replace', 'cut'),
  text: fc.constantFrom(
    ...[
      ' ',
      ' ',
      '\n',
      '\n',
      '\n  ',
      ':',
      ': ',
      '-',
      '- ',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>',
      '\t',
    ],
    ...[
      '&',
      '*',
      '!',
      '?',
      '%',
      '@',
      '`',
      '\\',
      'a',
      '1',
      '+',
      '\r\n',
      '---',
      '\n---\n',
      '\n...\n',
      '\uFEFF',
      '😀',
      '\0',
    ],
  ),
});

/** The same with some single slips of the hand anywhere. */
export const slippedText: fc.Arbitrary<string> = fc
  .tuple(documentText, fc.array(slip, { minLength: 1, maxLength: 3 }))
  .map(([text, slips]) =>
    slips.reduce((written, { at, kind, text: typed }) => {
      const offset = Math.round(at * written.length);
      if (kind === 'cut') return written.slice(0, Math.max(offset, 1));
      return (
        written.slice(0, offset) +
        (kind === 'delete' ? '' : typed) +
        written.slice(offset + (kind === 'insert' ? 0 : 1))
      );
    }, text),
  );
