// The soak for a while: one program that changes and changes again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freshSeed } from '../fuzz/options.ts';
import { soakEngine } from './engineSoak.ts';
import { soakInMemory } from './memorySoak.ts';

for (const [name, soak, steps] of [
  ['a workspace', soakInMemory, 1500],
  ['an engine', soakEngine, 150],
] as const) {
  describe(`${name} that changes for long`, () => {
    it('stays what it would be if it were read anew', async () => {
      const seed = freshSeed();
      const mismatch = await soak({ seed, steps, documents: 30 });
      assert.equal(
        mismatch,
        undefined,
        `seed ${seed}: ${JSON.stringify(mismatch?.batch?.steps)}\n${mismatch?.message}`,
      );
    });
  });
}
