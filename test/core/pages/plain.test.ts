import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Table } from '../../../server/src/core/pages/page.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';

describe('a page as plain text', () => {
  it('has the rows of a table as items', () => {
    const table: Table = { kind: 'table', caption: ['C'], head: ['A', 'B'], rows: [[['x'], ['y', 'z']]] };
    assert.equal(plainOfBlocks([table]), 'C\n\n- A · B\n- x · yz');
  });
});
