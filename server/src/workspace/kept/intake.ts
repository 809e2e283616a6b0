import { below } from '../files.ts';
import type { ReadDocument } from '../programHost.ts';
import type { KeptProgram, Reading } from './keptProgram.ts';
import type { KeptPrograms } from './keptPrograms.ts';
import type { StaleDocuments } from './staleDocuments.ts';

/** Told which documents (keys) may have other findings now; `edited` is the one whose buffer is why. */
export type Changed = (keys: Iterable<string>, edited?: string) => void;

/** What taking up documents touches. */
export interface IntakeOptions {
  /** The texts of the open documents, by their keys. */
  readonly buffers: ReadonlyMap<string, string>;
  readonly programs: KeptPrograms;
  readonly stale: StaleDocuments;
  readonly changed: Changed;
}

/** Has programs take up the documents that were read, and tells what has changed by it. */
export class Intake {
  readonly #buffers: ReadonlyMap<string, string>;
  readonly #programs: KeptPrograms;
  readonly #stale: StaleDocuments;
  readonly #changed: Changed;

  constructor({ buffers, programs, stale, changed }: IntakeOptions) {
    this.#buffers = buffers;
    this.#programs = programs;
    this.#stale = stale;
    this.#changed = changed;
  }

  /** Has documents of a program read. */
  expect(program: KeptProgram, paths: readonly string[]): void {
    this.#stale.addAll(program.root, paths, key => this.#buffers.has(key));
  }

  /** Has a program take up documents; gives the paths whose findings have changed. */
  takeUp(program: KeptProgram, read: readonly ReadDocument[]): ReadonlySet<string> {
    if (read.length === 0) return new Set();
    const { changed, readAgain, otherwise } = program.host.takeUp(read);
    for (const path of otherwise) this.#stale.add(below(program.root, path));
    if (readAgain) this.expect(program, [...program.listed]);
    return changed;
  }

  /**
   * Has a program take up what waits for that; gives the paths whose findings have changed.
   * @param most how many documents
   */
  takeUpWaiting(program: KeptProgram, most?: number): ReadonlySet<string> {
    return this.takeUp(program, this.#valid(program, program.nextReadings(most)));
  }

  /** What was read for a program, but for documents whose buffer has changed since and was taken up there itself. */
  #valid(program: KeptProgram, readings: readonly Reading[]): ReadDocument[] {
    const isTakenUp = (key: string) => this.#programs.readersOf(key).some(one => one.program === program);
    const isValid = ({ key, buffer }: Reading) => this.#buffers.get(key) === buffer || !isTakenUp(key);
    return readings.filter(isValid).map(({ document }) => document);
  }

  /**
   * Tells what has changed: of a program that is being read only what is open, and what is no document any more, until
   * everything has been judged.
   */
  tell({ host, root, isWhole }: KeptProgram, paths: Iterable<string>, edited?: string): void {
    const keys: string[] = [];
    for (const path of paths) {
      const key = below(root, path);
      if (isWhole || this.#buffers.has(key) || !host.engine.program.summary(path)) keys.push(key);
    }
    this.#changed(keys, edited);
  }
}
