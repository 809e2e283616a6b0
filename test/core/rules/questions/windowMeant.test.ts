import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowMeant } from '../../../../server/src/core/rules/questions/windowMeant.ts';

describe('the window that is meant', () => {
  it('has the month that is named or shortened', () => {
    for (const [text, window] of Object.entries({
      'March 2026': '2026-03',
      'mar 2026': '2026-03',
      'Sept 2026': '2026-09',
      '2026 September': '2026-09',
      '2026/Q1': '2026-Q1',
      'FY26 Q1': 'FY2026-Q1',
    }))
      assert.equal(windowMeant(text), window, text);
  });

  it('is none where a word only begins like a month', () => {
    for (const text of ['Marketing 2026', '2026-Mayor', 'Decision 2026', 'Ma 2026'])
      assert.equal(windowMeant(text), undefined, text);
  });
});
