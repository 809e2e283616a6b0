import { parseArgs } from 'node:util';
import { type InputKind, inputKinds } from './input.ts';

/** What a run of the fuzzer is to do. */
export interface FuzzOptions {
  readonly seed: number;
  /** How many inputs are tried at most, and for how many minutes. */
  readonly inputs: number;
  readonly minutes: number;
  readonly only: readonly InputKind[];
  readonly threads: number;
  /** The number of the one input to be tried again. */
  readonly input: number | undefined;
  /** A saved input to be tried again. */
  readonly file: string | undefined;
}

/** Reads the arguments. @throws Error naming the first that cannot be understood, with what was expected */
export function optionsOf(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      inputs: { type: 'string' },
      minutes: { type: 'string' },
      only: { type: 'string' },
      threads: { type: 'string' },
      input: { type: 'string' },
      file: { type: 'string' },
    },
  });
  return {
    seed: whole('seed', values.seed) ?? freshSeed(),
    inputs:
      whole('inputs', values.inputs) ?? (values.minutes === undefined ? 100_000 : Number.MAX_SAFE_INTEGER),
    minutes: whole('minutes', values.minutes) ?? Number.POSITIVE_INFINITY,
    only: kindsOf(values.only),
    threads: whole('threads', values.threads) ?? 1,
    input: whole('input', values.input),
    file: values.file,
  };
}

/** The seed of a run of the tests, which is another for each commit; elsewhere another each time. */
export function freshSeed(): number {
  return Number(process.env['TICKMARK_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
}

/** A whole number that an option gives; undefined where it is not given. @throws Error where it is none */
export function whole(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value))
    throw new Error(`--${name} is ${JSON.stringify(value)}; expected a whole number.`);
  return Number(value);
}

function kindsOf(value: string | undefined): readonly InputKind[] {
  if (value === undefined) return inputKinds;
  return value.split(',').map(name => {
    const kind = inputKinds.find(one => one === name);
    if (!kind)
      throw new Error(`--only names ${JSON.stringify(name)}; expected some of ${inputKinds.join(', ')}.`);
    return kind;
  });
}
