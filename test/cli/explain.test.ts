import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core/rules/rules.ts';
import { tickmark, tickmarkJson } from './tickmark.ts';

function explained(...words: readonly string[]): string {
  const { code, stdout, stderr } = tickmark(tmpdir(), 'explain', ...words);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return stdout;
}

describe('explain', () => {
  it('tells what a criterion asks for', () => {
    const page = explained('CC6.1');
    assert.match(page, /^# CC6\.1 .+\n\nSecurity · CC6 .+\n/);
    for (const heading of [
      'What auditors usually look at',
      'Typical controls',
      'Typical evidence',
      'Points of focus',
    ])
      assert.match(page, new RegExp(`^## ${heading}`, 'm'));
  });

  for (const spelling of [['cc6.1'], ['CC', '6.1'], ['TSC:CC6.1'], ['CC6.1-POF2'], ['CC6.1.b']]) {
    it(`understands ${spelling.join(' ')}`, () => assert.equal(explained(...spelling), explained('CC6.1')));
  }

  it('gives a criterion as JSON', () => {
    const { version, criterion, ...rest } = tickmarkJson(tmpdir(), 'explain', 'A1.2');
    assert.deepEqual([version, criterion.id, rest], [1, 'A1.2', {}]);
  });

  it('tells what a rule finds, why, and how to mend it', () => {
    const page = explained('criteria/unknown');
    assert.match(page, /^# criteria\/unknown\n/);
    for (const heading of ['Why it matters', 'How to fix it', 'What it says', 'Examples'])
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'));
  });

  it('gives a rule as JSON', () => {
    const { version, rule, ...rest } = tickmarkJson(tmpdir(), 'explain', 'criteria/unknown');
    const { name, severity } = rule;
    assert.deepEqual([version, name, severity, rest], [1, 'criteria/unknown', 'error', {}]);
    assert.deepEqual(rule.examples, rules.find(one => one.name === name)?.examples);
  });
});
