// A process that tries inputs and tells of each before it begins: whoever started it sees at which one it hangs or ends.
import { faultOf } from './checks/check.ts';
import { Fault, signatureOf } from './fault.ts';
import { type Input, inputOf } from './input.ts';
import type { Found, Task, Told } from './messages.ts';
import { watchOperations } from './operation.ts';
import { shrunk } from './shrink.ts';

/** How long one operation may take, in milliseconds of this thread's own time. */
const mostTime = 1000;
/** How long a text is made smaller, and how many inputs are tried before memory is looked at. */
const shrinkTime = 20_000;
const warmingUp = 1000;
/** By how much the memory of the process may grow for one input: so many bytes, and so many for each character. */
const mostGrowth = 120_000_000;
const growthPerUnit = 2000;

const threadTime = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

watchOperations((name, call) => {
  const begin = threadTime();
  const result = call();
  const taken = threadTime() - begin;
  if (taken > mostTime) throw new Fault(`${name} takes long`, `${Math.round(taken)} ms`);
  return result;
});

const tell = (told: Told) => void process.send?.(told);

async function run(task: Task): Promise<void> {
  if ('input' in task) {
    tell({ begun: 0, kind: task.input.kind });
    await tryOne(task.input, 0, false);
    tell({ isDone: true });
    return;
  }
  const { seed, from, step, end, only } = task;
  for (let number = from, tried = 0; number < end; number += step, tried++) {
    const input = inputOf(seed, number, only);
    tell({ begun: number, kind: input.kind });
    const before = process.resourceUsage().maxRSS * 1024;
    await tryOne(input, number, true);
    const growth = process.resourceUsage().maxRSS * 1024 - before;
    if (tried > warmingUp && growth > mostGrowth + growthPerUnit * input.text.length)
      tell({ found: found(number, input, 'memory grows', `by ${Math.round(growth / 1e6)} MB`) });
    // What ends the run is heard between two inputs.
    if (tried % 20 === 0) await new Promise(resolve => setImmediate(resolve));
  }
  tell({ isDone: true });
}

async function tryOne(input: Input, number: number, isShrunk: boolean): Promise<void> {
  const fault = await faultOf(input);
  if (fault === undefined) return;
  const signature = signatureOf(fault);
  // The first time something runs it may be slow for other reasons.
  if (signature.includes('takes long') && signatureOf(await faultOf(input)) !== signature) return;
  const until = performance.now() + (isShrunk ? shrinkTime : 0);
  const fails = async (text: string) => signatureOf(await faultOf({ ...input, text })) === signature;
  const isNew = isShrunk && !known.has(signature);
  if (isNew) tell({ isShrinking: true });
  known.add(signature);
  const text = isNew ? await shrunk(input.text, fails, () => performance.now() < until) : input.text;
  tell({ found: found(number, { ...input, text }, signature, detailsOf(fault)) });
}

const known = new Set<string>();

function found(number: number, input: Input, signature: string, details: string): Found {
  return { number, input, signature, details };
}

function detailsOf(fault: unknown): string {
  if (fault instanceof Fault) return fault.message;
  return fault instanceof Error ? `${fault.stack}` : String(fault);
}

// Nobody is left to be told.
process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => void run(task));
