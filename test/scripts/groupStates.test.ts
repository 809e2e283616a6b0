// What `npm start` says of each group: in the words of the command, with every state.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupStates } from '../../scripts/groupStates.mjs';
import { stateCountsWords } from '../../server/src/core/pages/coverageTables.ts';
import { shownStates } from '../../server/src/core/program/ladder.ts';

/** A criterion that is shown as this, as the JSON of `coverage` has it. */
function criterion(group: string | null, shown: string) {
  if (shown === 'relies on a vendor') return { group, state: 'implemented', marks: ['relies-on-vendor'] };
  if (shown === 'excluded') return { group, state: 'implemented', marks: ['relies-on-vendor', shown] };
  return { group, state: shown, marks: [] };
}

describe('the states of a group', () => {
  it('are counted in the words of the command, one or several', () => {
    for (const many of [1, 2]) {
      const criteria = shownStates.flatMap(shown =>
        Array.from({ length: many }, () => criterion('CC6', shown)),
      );
      assert.deepEqual(groupStates(criteria), [`CC6     ${stateCountsWords(() => many)}`]);
    }
  });

  it('are those of its own criteria', () => {
    const criteria = [criterion('A1', 'missing'), criterion(null, 'evidenced'), criterion('A1', 'missing')];
    assert.deepEqual(groupStates(criteria), ['A1      2 missing', 'others  1 evidenced']);
  });
});
