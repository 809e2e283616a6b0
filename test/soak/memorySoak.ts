import { Random } from '../../bench/generator/random.ts';
import { shrunkList } from '../fuzz/shrink.ts';
import { Player, type Rest } from './player.ts';
import { pathsOf, type Step, stepOf } from './step.ts';

/** What a soak is to do. */
export interface SoakOptions {
  readonly seed: number;
  readonly steps: number;
  readonly documents: number;
  /** Asked before each batch. */
  readonly mayGoOn?: () => boolean;
  /** Told after each batch. */
  readonly progress?: (steps: number, comparisons: number) => void;
}

/** A comparison that has failed, with as few steps as bring it about, and what they begin with. */
export interface Mismatch {
  /** The number of the step after which it was found. */
  readonly step: number;
  /** Undefined where it does not come about again from any of the last rests: then only the whole run has it. */
  readonly batch: Batch | undefined;
  readonly message: string;
}

/** Steps since a rest, and the seed of the turns. */
export interface Batch {
  readonly begins: Rest;
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** How many batches back a mismatch is looked for. */
const mostKept = 8;
const longestBatch = 200;
/** How long a failure is made smaller, in milliseconds. */
const shrinkTime = 180_000;

/** Has steps happen to one program, and compares after batches of them; ends at the first mismatch. */
export async function soakInMemory({
  seed,
  steps,
  documents,
  mayGoOn = () => true,
  progress = () => {},
}: SoakOptions): Promise<Mismatch | undefined> {
  const random = new Random(seed);
  const paths = pathsOf(documents);
  const player = new Player(seed);
  await player.take({ does: 'look', folders: ['/w'] });
  const batches: Batch[] = [];
  for (let done = 0, comparisons = 0; done < steps && mayGoOn(); ) {
    const batch: Step[] = [];
    const begins = player.rest;
    const batchSeed = random.whole(0, 2 ** 31);
    player.reseed(batchSeed);
    const length = Math.min(
      steps - done,
      random.chance(0.3) ? random.whole(1, 8) : random.whole(1, longestBatch),
    );
    const failure = await failureOf(async () => {
      for (let i = 0; i < length; i++) {
        const step = stepOf(random, { files: player.files, buffers: player.buffers, paths });
        batch.push(step);
        await player.take(step);
      }
      await player.compare();
    });
    done += batch.length;
    batches.push({ begins, seed: batchSeed, steps: batch });
    if (batches.length > mostKept) batches.shift();
    if (failure !== undefined) return smallest(done, batches, failure);
    progress(done, ++comparisons);
  }
  return undefined;
}

/** Looks for the fewest steps and files that bring a failure about, from the last rests on, the nearest first. */
async function smallest(step: number, batches: readonly Batch[], failure: string): Promise<Mismatch> {
  for (let from = batches.length - 1; from >= 0; from--) {
    const [first, ...others] = batches.slice(from);
    if (!first) continue;
    const steps = [first, ...others].flatMap(batch => batch.steps);
    if ((await replay(first.begins, first.seed, steps)) === undefined) continue;
    const fewest = await fewer({ ...first, steps }, kindOf(failure));
    const message = (await replay(fewest.begins, fewest.seed, fewest.steps)) ?? failure;
    return { step, batch: fewest, message };
  }
  return { step, batch: undefined, message: failure };
}

/** Takes out steps, files and buffers as long as the rest of them fails. */
async function fewer(batch: Batch, kind: string): Promise<Batch> {
  const until = performance.now() + shrinkTime;
  const mayGoOn = () => performance.now() < until;
  const failsWith = async (change: Partial<Batch>) => {
    const { begins, seed, steps } = { ...batch, ...change };
    const failure = await replay(begins, seed, steps);
    return failure !== undefined && kindOf(failure) === kind;
  };
  for (let round = 0; round < 2; round++) {
    const steps = await shrunkList(batch.steps, some => failsWith({ steps: some }), mayGoOn);
    batch = { ...batch, steps };
    for (const name of ['files', 'buffers'] as const) {
      const without = (some: readonly (readonly [string, string])[]) => ({
        ...batch.begins,
        [name]: new Map(some),
      });
      const some = await shrunkList(
        [...batch.begins[name]],
        less => failsWith({ begins: without(less) }),
        mayGoOn,
      );
      batch = { ...batch, begins: without(some) };
    }
  }
  return batch;
}

/** What tells one failure from another: its first words. */
function kindOf(failure: string): string {
  return failure.split('\n', 1).join('').slice(0, 40);
}

/** Has steps happen to a workspace that begins at a rest; gives what goes wrong, undefined where nothing does. */
export function replay(begins: Rest, seed: number, steps: readonly Step[]): Promise<string | undefined> {
  return failureOf(async () => {
    const player = await Player.from(begins, seed);
    player.reseed(seed);
    for (const step of steps) await player.take(step);
    await player.compare();
  });
}

async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.stack}` : String(error);
  }
}
