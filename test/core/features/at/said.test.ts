import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { idWordsWithPlaces, isIdWord } from '../../../../server/src/core/features/at/said.ts';

function wordsIn(text: string): string[] {
  return [...idWordsWithPlaces(text)].map(({ word, start }) => {
    assert.equal(text.slice(start, start + word.length), word);
    return word;
  });
}

/** The same by an expression, as words that may be ids are defined. */
function wordsByExpression(text: string): string[] {
  const words = [...text.matchAll(/(?<![\w.-])\w[\w.-]*/g)].map(([word]) => word.replace(/\.+$/, ''));
  return words.filter(isIdWord);
}

describe('the words of a text that may be ids', () => {
  it('have a digit or a hyphen, and no full stop at their end', () => {
    assert.deepEqual(wordsIn('Ana reads AC-01, access and access-review in CC6.1. See v2... (AC-02).'), [
      ...['AC-01', 'access-review', 'CC6.1', 'v2', 'AC-02'],
    ]);
  });

  it('begin behind a sign of no word', () => {
    assert.deepEqual(wordsIn('-AC-01 .AC-02 éAC-03 😀AC-04 _5 x/AC-06 '), ['AC-03', 'AC-04', '_5', 'AC-06']);
  });

  it('are those of the expression that defines them, in any text', () => {
    const signs = fc.constantFrom(...'aZ_09.-', ' ', '\n', '/', 'é', '😀', '\0', '\x7f');
    fc.assert(
      fc.property(fc.array(signs), all => {
        assert.deepEqual(wordsIn(all.join('')), wordsByExpression(all.join('')));
      }),
    );
  });
});
