import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SentTokens } from '../../server/src/lsp/sentTokens.ts';
import { edited } from './editedTokens.ts';

describe('what has changed of tokens', () => {
  it('makes the old ones the new ones, and is no more than whole tokens', () => {
    const number = fc.nat({ max: 2 });
    const tokens = fc.array(fc.tuple(number, number, number, number, number)).map(all => all.flat());
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, (before, old, now, behind) => {
        const [first, then] = [
          [...before, ...old, ...behind],
          [...before, ...now, ...behind],
        ];
        const sent = new SentTokens();
        const { resultId = '' } = sent.full('a', first);
        const changes = sent.since(resultId, 'a', then);
        assert.ok('edits' in changes);
        assert.deepEqual(edited(first, changes.edits), then);
        for (const { start, deleteCount, data = [] } of changes.edits) {
          assert.deepEqual([start % 5, deleteCount % 5, data.length % 5], [0, 0, 0]);
          assert.ok(deleteCount <= old.length && data.length <= now.length);
        }
      }),
    );
  });

  it('is told of each document by itself, and of one that was closed is nothing', () => {
    const sent = new SentTokens();
    const a = sent.full('a', [1, 0, 1, 0, 0]);
    const b = sent.full('b', [2, 0, 1, 0, 0]);
    assert.ok('edits' in sent.since(a.resultId ?? '', 'a', [1, 0, 1, 0, 0]));
    sent.keepOnly(key => key !== 'b');
    assert.ok('data' in sent.since(b.resultId ?? '', 'b', [2, 0, 1, 0, 0]));
  });
});
