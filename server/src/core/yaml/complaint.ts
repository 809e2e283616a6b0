import type { YamlProblem } from './node.ts';

/** An error of the `yaml` library that its own words do not explain to somebody who writes policies. */
interface Known {
  readonly error: RegExp;
  readonly code: string;
  readonly message: string;
}

const KNOWN: readonly Known[] = [
  {
    error: /^MULTILINE_IMPLICIT_KEY/,
    code: 'missing-colon',
    message:
      'Found a key that runs over several lines; expected "key: value" on each line. A line before it lacks its colon.',
  },
  {
    error: /^MISSING_CHAR Implicit map keys/,
    code: 'missing-colon',
    message: 'Found a word without a colon where a key belongs; expected "key: value".',
  },
  {
    error: /^BLOCK_AS_IMPLICIT_KEY Nested mappings/,
    code: 'second-colon',
    message: 'Found a second ": " on the line; expected one. Put a value that has a colon in quotes.',
  },
  {
    error: /^MISSING_CHAR Missing closing/,
    code: 'missing-quote',
    message: 'Found a text in quotes that does not end; expected the closing quote.',
  },
  {
    error: /Flow sequence .*must (?:be|end)/,
    code: 'missing-bracket',
    message:
      'Found a list in brackets that does not end; expected "]", or its further lines indented more than its key.',
  },
  {
    error: /Flow map .*must (?:be|end)/,
    code: 'missing-bracket',
    message:
      'Found a mapping in braces that does not end; expected "}", or its further lines indented more than its key.',
  },
  {
    error: /Missing ,/,
    code: 'missing-comma',
    message: 'Found two values side by side; expected a comma between them.',
  },
  {
    error: /^BAD_INDENT/,
    code: 'bad-indentation',
    message:
      'Found a line whose indentation fits none of the lines before it; expected it to begin in the column of its neighbours.',
  },
  {
    error: /^TAB_AS_INDENT/,
    code: 'tab-indentation',
    message: 'Found a tab as indentation; expected spaces.',
  },
  {
    error: /^BAD_SCALAR_START/,
    code: 'reserved-character',
    message: 'Found a value that begins with a character YAML keeps for itself; expected quotes around it.',
  },
  {
    error: /^BAD_DQ_ESCAPE/,
    code: 'bad-escape',
    message:
      'Found a backslash before a character that needs none; expected two backslashes, or single quotes around the text.',
  },
  {
    error: /^RESOURCE_EXHAUSTION/,
    code: 'too-deep',
    message: 'Found more levels of nesting than can be read; expected fewer.',
  },
];

/** What to tell the author about an error of the library: the library's own words where we have none. */
export function complaint(code: string, words: string): Pick<YamlProblem, 'code' | 'message'> {
  const known = KNOWN.find(({ error }) => error.test(`${code} ${words}`));
  return known ?? { code: code.toLowerCase().replaceAll('_', '-'), message: `${words}.` };
}
