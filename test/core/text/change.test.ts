import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { changeBetween } from '../../../server/src/core/text/change.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁', 'e\u0301'), maxLength: 12 });

it('makes the one text of the other, and cuts no character or line end', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, text: put } = changeBetween(before, after);
      assert.equal(before.slice(0, start) + put + before.slice(end), after);
      for (const [of, at] of [
        [before, start],
        [before, end],
        [after, start],
        [after, start + put.length],
      ] as const)
        assert.doesNotMatch(of.slice(at - 1, at + 1), /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/);
    }),
  );
});

it('is as short as it can be, and puts whole lines in', () => {
  assert.deepEqual(changeBetween('- a\n- c\n', '- a\n- b\n- c\n'), { start: 4, end: 4, text: '- b\n' });
  assert.deepEqual(changeBetween('[a]', '[a, b]'), { start: 2, end: 2, text: ', b' });
  assert.deepEqual(changeBetween('same', 'same'), { start: 4, end: 4, text: '' });
});
