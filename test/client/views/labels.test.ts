import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutIcons, withoutLinks } from '../../../client/src/views/labels.ts';

describe('text of documents in lists and messages', () => {
  it('has no icons, and everything else as it is', () => {
    assert.equal(withoutIcons('a $(flame) $(sync~spin)$(x)'), 'a \\$(flame) \\$(sync~spin)\\$(x)');
    for (const text of ['$(a b)', '$(', '$x', '(x)', 'CC6.1']) assert.equal(withoutIcons(text), text);
  });

  it('has no links', () => {
    assert.equal(withoutLinks('See [x](command:y) [z]'), 'See [x] (command:y) [z]');
  });
});
