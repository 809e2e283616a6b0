// Bars, matrices, and maps where nothing can be drawn: in Markdown, and as plain text.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { textsOf, withTexts } from '../../../server/src/core/pages/texts.ts';
import { bars, map, matrix } from './blocks.ts';

const inMarkdown = (block: typeof bars | typeof matrix | typeof map) =>
  markdownOfBlocks([block], target => ('page' in target ? target.page : undefined));

describe('in Markdown', () => {
  it('bars are a table', () => {
    assert.equal(
      inMarkdown(bars),
      `4 criteria

| State | Criteria |  |
| --- | --- | --- |
| ○ missing | 0 |  |
| ● done | 4 | ████████████████████ |
| ◐ begun | 1 | █████ |`,
    );
  });

  it('a matrix is a table with the meaning of its signs below', () => {
    assert.equal(
      inMarkdown(matrix),
      `2 controls

| Criterion | A-1 | B\\|&#60;2> | Others |
| --- | --- | --- | --- |
| [X1](X1) | ● |  | 0 |
| X2 | ● | ◐ | 3 |
| X3 |  |  | 0 |

● in place · ◐ not yet`,
    );
  });

  it('a map is a list of its groups with the meaning of its signs below', () => {
    assert.equal(
      inMarkdown(map),
      `3 criteria

- [X Group](X): ● [X1](X1) · ◐ X2.10
- ◐ Y

● in place · ◐ not yet`,
    );
  });
});

describe('as plain text', () => {
  it('bars are counts', () => {
    assert.equal(plainOfBlocks([bars]), '4 criteria\n\n- ○ missing: 0\n- ● done: 4\n- ◐ begun: 1');
  });

  it('a matrix names the columns of each row', () => {
    assert.equal(
      plainOfBlocks([matrix]),
      '2 controls\n\n- X1: A-1 (in place)\n- X2: A-1 (in place), B|<2> (not yet), 3 more\n- X3: none',
    );
  });

  it('a map names the cells of each group', () => {
    assert.equal(
      plainOfBlocks([map]),
      '3 criteria\n\n- X Group: X1 (in place), X2.10 (not yet)\n- Y (not yet)',
    );
  });
});

describe('the texts of a block', () => {
  it('are those that are shown, each in its place', () => {
    for (const block of [bars, matrix, map]) {
      const marked = withTexts(block, { text: () => ['!'], words: () => '?' });
      const left = plainOfBlocks([marked]).replace(/[!?\d\s:,()-]|more|none/g, '');
      assert.equal(left, '');
      assert.deepEqual(withTexts(block, { text: text => text, words: words => words }), block);
    }
    assert.equal(textsOf(map).length, 5);
  });
});
