import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core/rules/rules.ts';
import { tickmark, tickmarkJson } from './inOneProcess.ts';

describe('rules', () => {
  it('lists every rule with what it finds', async () => {
    const { code, stdout, stderr } = await tickmark(tmpdir(), 'rules');
    assert.deepEqual([code, stderr], [0, '']);
    for (const { name, summary } of rules) {
      const line = stdout.split('\n').find(one => one.includes(`\`${name}\``));
      assert.ok(line?.includes(summary), name);
    }
  });

  it('lists them in Markdown', async () => {
    assert.match(
      (await tickmark(tmpdir(), 'rules', '--format', 'markdown')).stdout,
      /^# Rules\n[\s\S]*^## criteria\n/m,
    );
  });

  it('gives JSON, each with what there is to say of it', async () => {
    const { version, rules: listed, ...rest } = await tickmarkJson(tmpdir(), 'rules');
    assert.deepEqual([version, rest, listed.length], [1, {}, rules.length]);
    for (const { name, summary, why, fix, examples, presets, help } of listed) {
      assert.ok(
        [summary, why, fix].every(text => text !== ''),
        name,
      );
      assert.ok(examples.bad.length > 0 && examples.good.length > 0, name);
      assert.deepEqual(Object.keys(presets), ['start', 'recommended', 'strict']);
      assert.ok(existsSync(help), help);
    }
    const spelling = listed.find(({ name }: { name: string }) => name === 'criteria/spelling');
    assert.deepEqual([spelling.quickFix, spelling.fixAll], [true, true]);
  });
});
