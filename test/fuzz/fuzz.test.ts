// The fuzzer for a while: the same inputs each time, and some that are new.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOf } from './checks/check.ts';
import { signatureOf } from './fault.ts';
import { inputOf } from './input.ts';
import { freshSeed } from './options.ts';

/** So many take a small part of a minute; `npm run fuzz` tries any number. */
const numbers = { fixed: 1500, fresh: 1500 };

async function noFaultIn(seed: number, inputs: number): Promise<void> {
  for (let number = 0; number < inputs; number++) {
    const input = inputOf(seed, number);
    const fault = await faultOf(input);
    if (fault === undefined) continue;
    const again = `npm run fuzz -- --seed ${seed} --input ${number}`;
    assert.fail(`${signatureOf(fault)}\n${again}\n${JSON.stringify(input)}`);
  }
}

describe('made-up inputs', () => {
  it('are read, judged and edited without a fault', () => noFaultIn(1, numbers.fixed));

  it('are so with a seed that nobody has tried', () => noFaultIn(freshSeed(), numbers.fresh));
});
