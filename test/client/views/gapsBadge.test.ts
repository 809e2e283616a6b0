import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsBadge } from '../../../client/src/views/gapsBadge.ts';
import type { ProgramStatus } from '../../../protocol/status.ts';

const program = (withoutControl?: number): ProgramStatus => ({
  root: 'file:///p',
  name: 'P',
  reports: [],
  report: 'soc2',
  categories: [],
  unreadable: [],
  summary: '',
  ...(withoutControl === undefined ? {} : { withoutControl }),
});
const badge = (...programs: ProgramStatus[]) => gapsBadge({ indexing: false, programs });

test('the criteria without a control are counted, of all programs', () => {
  assert.deepEqual(badge(program(1)), { value: 1, tooltip: '1 criterion without a control that counts' });
  assert.deepEqual(badge(program(3), program(), program(4)), {
    value: 7,
    tooltip: '7 criteria without a control that counts',
  });
});

test('there is no badge where none is known, and while programs are read', () => {
  assert.equal(badge(), undefined);
  assert.equal(badge(program(), program(0)), undefined);
  assert.equal(gapsBadge({ indexing: true, programs: [program(3)] }), undefined);
});
