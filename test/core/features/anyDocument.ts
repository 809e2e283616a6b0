// Any text that a document of a program may hold: whole, half-typed, mangled or noise.
import fc from 'fast-check';
import { documentText, recordsText, slippedText } from '../yaml/recordText.ts';

/** Any text: signs that YAML and Markdown know, halves of a surrogate pair, control characters, and letters of all kinds. */
export const noise: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(
    ...'abC6.1 -#:[]{}"\'`|>*&!%@\t\n\r\\/~_=<(',
    ...[
      '\r\n',
      '\u0000',
      '\ufeff',
      '\u2028',
      'é',
      'e\u0301',
      '𝒜',
      '\ud835',
      '\udc9c',
      '👩‍👩‍👧',
      'CC6.1',
      'satisfies: ',
    ],
  ),
  maxLength: 60,
});

const front = fc.tuple(documentText, fc.constantFrom('---\n', '', '---\r\n'), noise);
const markdown = fc.oneof(
  front.map(([yaml, fence, body]) => `---\n${yaml}${fence}${body}`),
  noise.map(body => `# Access\n\nSee CC6.1 and \`CC6.2\`.\n${body}`),
);
/** A mark at the very beginning is taken away before a document is read. */
const record = fc
  .oneof(documentText, recordsText, slippedText, noise)
  .map(text => (text.startsWith('\ufeff') ? text.slice(1) : text));
const manifest = fc.oneof(
  fc.constantFrom(
    'reports:\n  - {id: a, kind: soc2, type: 2}\nscope:\n  categories: [security]\n',
    'report:\r\n  id: a\r\nscope:\r\n  exclude:\r\n    - criterion: CC6.4\r\npeople: [{id: ana}]\r\n',
    'scope: {categories: [security',
  ),
  slippedText,
);

/** A document: its path and its text. */
export const anyDocument: fc.Arbitrary<{ readonly path: string; readonly text: string }> = fc.oneof(
  markdown.map(text => ({ path: 'policies/any.md', text })),
  record.map(text => ({ path: 'controls/any.yaml', text })),
  manifest.map(text => ({ path: 'tickmark.yaml', text })),
);
