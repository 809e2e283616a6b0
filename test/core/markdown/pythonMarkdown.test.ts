// Notes of python-markdown: what python3-markdown 3.4.1 with `admonition`, and `pymdownx.details` and `pymdownx.tabbed` of
// pymdown-extensions 9.5, prints as text and as code.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commonMark } from '../../../server/src/core/markdown/commonMark.ts';
import type { Ranges } from '../../../server/src/core/markdown/facts.ts';
import { pythonMarkdown } from '../../../server/src/core/markdown/pythonMarkdown.ts';
import { scanMarkdown } from '../../../server/src/core/markdown/scan.ts';

/** The words of the paragraphs and of the code of a text; line by line, whatever its line ends. */
function read(text: string, dialect = pythonMarkdown) {
  const { paragraphs, code } = scanMarkdown(text, 0, dialect);
  const words = (ranges: Ranges) =>
    Array.from({ length: ranges.length / 2 }, (_, i) =>
      text
        .slice(ranges[2 * i], ranges[2 * i + 1])
        .split(/\r\n?|\n/)
        .map(line => line.trim())
        .join(' '),
    );
  return { text: words(paragraphs), code: words(code) };
}

describe('a note of python-markdown', () => {
  it('holds what is indented by four below its first line', () => {
    const lines = [
      'Before',
      '!!! note "SOC 2"',
      '',
      '    One.',
      '',
      '        code',
      '',
      '    - item',
      '    ??? warning',
      '        Deep.',
      '    !!! danger highlight "T"',
      '        Nested.',
      '',
      '        Still.',
      '',
      '    Out one.',
      '',
      'Outside.',
      '',
      '    code too',
    ];
    const expected = {
      text: ['Before', 'SOC 2"', 'One.', 'item', 'Deep.', 'T"', 'Nested.', 'Still.', 'Out one.', 'Outside.'],
      code: ['code', 'code too'],
    };
    for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(read(lines.join(end)), expected);
    const quoted = lines.map(line => `> ${line}`).join('\n');
    assert.deepEqual(read(quoted), expected);
  });

  it('is a tab, details, open or not, and stands in lists', () => {
    const text = [
      ...['=== "Tab"', '', '    One.', '', '    ```', '    fenced', '    ```', ''],
      ...['===! "Other"', '    Two.', '', '???+ tip', '', '    Three.', ''],
      ...['- a', '', '    !!! tip', '', '        Four.', '', '!!!note', '', '    Five.'],
    ].join('\n');
    assert.deepEqual(read(text), {
      text: ['Tab"', 'One.', 'Other"', 'Two.', 'Three.', 'a', 'Four.', 'Five.'],
      code: ['``` fenced ```'],
    });
  });

  it('has headings, links and tables in it', () => {
    const text =
      '!!! note\n\n    ## Title\n\n    Setext\n    ------\n\n    | a |\n    | - |\n    | b |\n\n    [x](y.md)';
    const { headings, links, tables } = scanMarkdown(text, 0, pythonMarkdown);
    assert.deepEqual(
      headings.map(one => one.text),
      ['Title', 'Setext'],
    );
    assert.deepEqual(
      links.map(one => one.destination),
      ['y.md'],
    );
    assert.equal(tables.length, 1);
  });

  it('is none without a name, or in another dialect', () => {
    assert.deepEqual(read('!!!\n\n    code').code, ['code']);
    assert.deepEqual(read('=== Tab\n\n    code').code, ['code']);
    assert.deepEqual(read('What!!! note "x"\n\n    code').code, ['code']);
    assert.deepEqual(read('!!! note "x"\n\n    code', commonMark).code, ['code']);
  });
});
