import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listItem } from '../../../client/src/commands/listItems.ts';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';

const findings = 'Findings of audits, tests, and scans are tracked to closure with an owner and a due date';

describe('a choice in a list', () => {
  it('is on one line where it fits there', () => {
    assert.deepEqual(listItem({ value: 'CC6.4', label: 'CC6.4 Physical access', description: 'missing' }), {
      id: 'CC6.4',
      label: 'CC6.4 Physical access',
      description: 'missing',
    });
    assert.deepEqual(listItem({ value: '', label: 'No control yet' }), { id: '', label: 'No control yet' });
  });

  it('has what is said of it below, where both are too long', () => {
    const description = 'A service commitment or system requirement: what you promise to your customers';
    assert.deepEqual(listItem({ value: 'commitment', label: 'Commitment', description }), {
      id: 'commitment',
      label: 'Commitment',
      detail: description,
    });
  });

  it('is whole below its first words, where it is too long itself', () => {
    const label = 'Findings of audits, tests, and scans are tracked to closure with an owner and a…';
    assert.deepEqual(listItem({ value: findings, label: findings }), {
      id: findings,
      label,
      detail: findings,
    });
    assert.equal(
      listItem({ value: 'a', label: findings, description: 'typical' }).detail,
      `${findings} · typical`,
    );
    assert.match(listItem({ value: 'a', label: '🔒'.repeat(80) }).label, /^🔒{79}…$/u);
  });

  it('is never cut off, whatever is typical for a criterion', () => {
    for (const { controls, evidence, policies } of tsc.criteria)
      for (const value of [...controls, ...evidence, ...policies]) {
        const { id, label, detail = label } = listItem({ value, label: value });
        assert.ok(label.length <= 80, label);
        assert.deepEqual([id, detail], [value, value]);
      }
  });
});
