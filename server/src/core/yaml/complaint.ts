import type { YamlProblem } from './node.ts';

/** What is wrong, without its place. */
export type Fault = Pick<YamlProblem, 'code' | 'message'>;

export const MISSING_COLON: Fault = {
  code: 'missing-colon',
  message: 'Found a line without a colon; expected "key: value".',
};

/** An error of the `yaml` library that its own words do not explain to somebody who writes policies. */
interface Known extends Fault {
  /** Fits the library's code and words. */
  readonly error: RegExp;
}

const KNOWN: readonly Known[] = [
  { error: /^MULTILINE_IMPLICIT_KEY|^MISSING_CHAR Implicit map keys/, ...MISSING_COLON },
  {
    error: /^BLOCK_AS_IMPLICIT_KEY Nested mappings/,
    code: 'second-colon',
    message: 'Found a second ": " on the line; expected quotes around a value that contains ": ".',
  },
  {
    error: /^MISSING_CHAR Missing closing/,
    code: 'missing-quote',
    message: 'Found quoted text without an end; expected the closing quote.',
  },
  {
    error: /Flow sequence .*must (?:be|end)/,
    code: 'missing-bracket',
    message: 'Found a list in brackets without an end; expected "]".',
  },
  {
    error: /Flow map .*must (?:be|end)/,
    code: 'missing-bracket',
    message: 'Found a mapping in braces without an end; expected "}".',
  },
  {
    error: /^MISSING_CHAR Missing ,/,
    code: 'missing-comma',
    message: 'Found two values side by side; expected a comma between them.',
  },
  {
    error: /^UNEXPECTED_TOKEN Unexpected (?:,|empty item)/,
    code: 'stray-comma',
    message: 'Found a comma with nothing before it; expected a value.',
  },
  {
    error: /^MISSING_CHAR (?:Missing space|Comments must)/,
    code: 'missing-space',
    message: 'Found ":" or "#" next to a value; expected a space between them.',
  },
  {
    error: /^UNEXPECTED_TOKEN Unexpected .* at node end/,
    code: 'text-after-value',
    message:
      'Found text after the end of a value; expected the end of the line, or quotes around the whole value.',
  },
  {
    error: /^MISSING_CHAR Sequence item/,
    code: 'missing-dash',
    message: 'Found a value among the items of a list; expected "- " before it.',
  },
  {
    error: /^BAD_INDENT/,
    code: 'bad-indentation',
    message: 'Found a line with an indentation of its own; expected the indentation of the lines around it.',
  },
  {
    error: /^TAB_AS_INDENT/,
    code: 'tab-indentation',
    message: 'Found a tab in the indentation; expected spaces.',
  },
  {
    error: /^BAD_SCALAR_START|^BAD_ALIAS/,
    code: 'reserved-character',
    message:
      'Found a value that starts with a character that YAML reserves; expected quotes around the value.',
  },
  {
    error: /^BAD_DQ_ESCAPE/,
    code: 'bad-escape',
    message:
      'Found a backslash that does not start a known escape; expected two backslashes, or single quotes around the text.',
  },
];

/** What to tell the author about an error of the library: the library's own words where we have none. */
export function complaint(code: string, words: string): Fault {
  const known = KNOWN.find(({ error }) => error.test(`${code} ${words}`));
  return known
    ? { code: known.code, message: known.message }
    : { code: code.toLowerCase().replaceAll('_', '-'), message: `${words}.` };
}
