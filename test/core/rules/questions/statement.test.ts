import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Sentence, sentencesInOrder } from '../../../../server/src/core/rules/questions/statement.ts';

describe('the sentence around a place', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '.', ';', '\n', '. '), maxLength: 40 });

  it('is the text between the full stops and semicolons around it', () => {
    fc.assert(
      fc.property(text, said => {
        const sentenceAt = sentencesInOrder(said);
        for (const { index } of said.matchAll(/a/g)) {
          const start = Math.max(
            0,
            ...[...said.slice(0, index).matchAll(/[.;](?=\s)/g)].map(end => end.index + 1),
          );
          const length = said.slice(index).search(/[.;](?:\s|$)/);
          assert.equal(sentenceAt(index).words, said.slice(start, length < 0 ? said.length : index + length));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is one for all places in it, and is asked once whether it says something', () => {
    const sentenceAt = sentencesInOrder('Access may be should be removed. It is.');
    assert.equal(sentenceAt(7), sentenceAt(14));
    assert.notEqual(sentenceAt(14), sentenceAt(34));
    const sentence = new Sentence('Access may be removed');
    let asked = 0;
    const expression = /may/;
    expression.test = words => {
      asked++;
      return words.includes('may');
    };
    for (let i = 0; i < 10; i++) assert.ok(sentence.says(expression));
    assert.equal(asked, 1);
  });
});
