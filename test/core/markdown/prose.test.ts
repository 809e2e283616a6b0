import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isProse, scanMarkdown } from '../../../server/src/core/markdown/scan.ts';

/** The numbers in a text that are prose. */
function proseIn(text: string): string[] {
  const facts = scanMarkdown(text);
  return [...text.matchAll(/\d/g)]
    .filter(({ index }) => isProse(facts, index, index + 1))
    .map(([digit]) => digit);
}

describe('prose', () => {
  it('is what stands in paragraphs, headings, lists and tables', () => {
    assert.deepEqual(proseIn('# 1\n\n2 *3*\n\n- 4\n\n> 5\n\n| 6 |\n| - |\n| 7 |\n'), [
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
  });

  it('is not in code', () => {
    assert.deepEqual(proseIn('1 `2` 3\n\n    4\n\n```5\n6\n```\n7\n'), ['1', '3', '7']);
  });

  it('is not in HTML', () => {
    assert.deepEqual(proseIn('1 <b c="2"> 3 <!-- 4 --> 5\n\n<div>\n6\n'), ['1', '3', '5']);
  });

  it('is what a link says, not where it leads', () => {
    assert.deepEqual(proseIn('[1](2 "3") ![4](5) [6][7] [7] <hh:8>\n\n[7]: 9 "0"\n'), ['1', '4', '6', '7']);
  });

  it('holds a stretch only where all of it is prose', () => {
    const facts = scanMarkdown('ab `cd` ef');
    assert.deepEqual(
      [
        isProse(facts, 0, 2),
        isProse(facts, 0, 3),
        isProse(facts, 0, 4),
        isProse(facts, 5, 9),
        isProse(facts, 7, 10),
      ],
      [true, true, false, false, true],
    );
  });

  it('holds an empty stretch unless it is inside of something else', () => {
    const facts = scanMarkdown('ab `cd` ef');
    assert.deepEqual(
      [isProse(facts, 0, 0), isProse(facts, 3, 3), isProse(facts, 4, 4), isProse(facts, 7, 7)],
      [true, true, false, true],
    );
  });
});
