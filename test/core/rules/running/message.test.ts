import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { longestQuote, messageOf } from '../../../../server/src/core/rules/running/message.ts';

describe('a message', () => {
  it('names what it is about', () => {
    assert.equal(
      messageOf('`{id}` is {what}; {else} stays.', { id: 'X', what: 'new' }),
      '`X` is new; {else} stays.',
    );
  });

  it('quotes of a long text the beginning, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.constantFrom('a', '𝒜', 'é'), (shift, sign) => {
        const message = messageOf('{id}', { id: 'b'.repeat(shift) + sign.repeat(2 * longestQuote) });
        assert.ok(message.length <= longestQuote && message.length > longestQuote - 3, message);
        assert.match(message, /…$/);
        assert.ok(message.isWellFormed());
      }),
    );
  });

  it('says nothing of a credential, wherever it is cut', () => {
    // Made up, in the form of a token of GitHub.
    const token = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF6hJ9'}`;
    for (let at = longestQuote - token.length - 5; at <= longestQuote + 5; at++) {
      const message = messageOf('`{id}` is unknown.', { id: `${' '.repeat(at)}${token} ${'x'.repeat(500)}` });
      assert.doesNotMatch(message, /ghp_|aB3/);
    }
  });
});
