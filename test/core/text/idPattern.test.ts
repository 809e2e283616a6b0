import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { idPattern } from '../../../server/src/core/text/idPattern.ts';

describe('a glob', () => {
  const cases: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
    ['ac-1', 'ac-1', true],
    ['ac-1', 'ac-11', false],
    ['ac-*', 'ac-2.1', true],
    ['ac-*', 'sac-2.1', false],
    ['ac-?', 'ac-', false],
    ['ac-?', 'ac-12', false],
    ['*.1', 'ac-2.1.1', true],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
    ['**a**', 'bab', true],
  ];
  for (const [pattern, text, matches] of cases) {
    it(`${pattern || 'of nothing'} ${matches ? 'matches' : 'does not match'} "${text}"`, () =>
      assert.equal(idPattern(pattern).matches(text), matches));
  }

  it('means what the expression of it means', () => {
    const sign = fc.constantFrom('a', 'b', '.', '*', '?');
    const pattern = fc.string({ unit: sign, maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (pattern, text) => {
        const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        assert.equal(idPattern(pattern).matches(text), new RegExp(`^${expression}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no time over a pattern that an expression would choke on', () => {
    assert.equal(idPattern(`${'*a'.repeat(50)}b`).matches('a'.repeat(5000)), false);
  });
});
