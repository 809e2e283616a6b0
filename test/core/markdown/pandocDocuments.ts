// Documents made up at random from Pandoc's lists, for the tests that hold the scanner against Pandoc.
import fc from 'fast-check';

/** The marks of the items of a list. */
const marks = fc.constantFrom(
  ...[
    ['-', '-', '-'],
    ['*', '+', '-'],
    ['1.', '2.', '3.'],
    ['9.', '10.', '11.'],
    ['1)', '2)', '3)'],
    ['(1)', '(2)', '(3)'],
    ['#.', '#.', '#.'],
    ['1)', '#)', '#)'],
    ['a.', 'b.', 'c.'],
    ['a.', 'a.', 'a.'],
    ['h)', 'i)', 'j)'],
    ['(a)', '(b)', '(c)'],
    ['A)', 'B)', 'C)'],
    ['A. ', 'B. ', 'C. '],
    ['i.', 'ii.', 'iv.'],
    ['i)', 'i)', 'i)'],
    ['(i)', '(v)', '(x)'],
    ['I)', 'IV)', 'X)'],
    ['I. ', 'II.', 'V. '],
    ['(@)', '(@b)', '(@c-d)'],
    ['@.', '@.', '@.'],
  ],
);

/** Stands for a word; in the end, each has its number. */
const word = 'W';
const text = fc.constantFrom(
  word,
  `${word} ${word}.`,
  `${word} a. b`,
  `${word}, (i) ${word}`,
  `See ${word}: a)`,
);

/** What an item is written like. */
const form = fc.record({
  /** The spaces behind its mark. */
  gap: fc.integer({ min: 1, max: 3 }),
  isIndentedByFour: fc.boolean(),
  isFollowedByBlank: fc.boolean(),
});

const { blocks } = fc.letrec<{ blocks: string[]; list: string[]; item: Item }>(tie => ({
  blocks: fc
    .array(
      fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        text.map(line => [line]),
        tie('list'),
        text.map(line => [`    ${line}`]),
        text.map(line => ['```', line, '', `    ${line}`, '```']),
        text.map(line => [`# ${line}`]),
        text.map(line => [line, '', `:   ${line}`, '', `    ${line}`]),
        tie('blocks').map(lines => lines.map(line => `> ${line}`.trimEnd())),
        tie('list'),
      ),
      { minLength: 1, maxLength: 2 },
    )
    // Without a paragraph between them, two lists may be one, and what follows a list may be in it.
    .map(all => all.flatMap((lines, i) => (i === 0 ? lines : ['', word, '', ...lines]))),
  list: fc
    .tuple(marks, fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([all, items]) => items.flatMap((item, i) => linesOf(all[i] ?? '', item))),
  item: fc.record({
    form,
    text,
    /** A list right below the text. */
    nested: fc.option(tie('list'), { freq: 1 }),
    rest: fc.option(tie('blocks'), { freq: 1 }),
  }),
}));

interface Item {
  readonly form: {
    readonly gap: number;
    readonly isIndentedByFour: boolean;
    readonly isFollowedByBlank: boolean;
  };
  readonly text: string;
  readonly nested: string[] | null;
  readonly rest: string[] | null;
}

function linesOf(
  mark: string,
  { form: { gap, isIndentedByFour, isFollowedByBlank }, text, nested, rest }: Item,
): string[] {
  const column = mark.length + gap;
  // An item with `@` is indented by four, whatever its mark.
  const columns = isIndentedByFour || mark.includes('@') ? Math.max(column, 4) : column;
  const below = [...(nested ?? []), ...(rest ? ['', ...rest] : [])];
  return [
    mark + ' '.repeat(gap) + text,
    ...below.map(line => (line === '' ? '' : ' '.repeat(columns) + line)),
    ...(isFollowedByBlank ? [''] : []),
  ];
}

/** Documents in which every block begins as Pandoc wants it to. */
export const pandocDocuments = blocks.map(numbered);

/** Any lines below each other. */
export const anyLines = fc
  .array(
    fc
      .tuple(fc.nat(9), fc.option(marks, { nil: [''], freq: 3 }), text, fc.boolean())
      .map(([columns, [mark], rest, isBlank]) =>
        isBlank ? '' : ' '.repeat(columns) + (mark ? `${mark} ` : '') + rest,
      ),
    { minLength: 2, maxLength: 9 },
  )
  .map(numbered);

/** A document as it is written here, each of its words with a number: `W` is one. */
export function numbered(lines: readonly string[]): string {
  let count = 0;
  return `${lines.join('\n')}\n`.replace(/\bW\b/g, () => `W${++count}`);
}
