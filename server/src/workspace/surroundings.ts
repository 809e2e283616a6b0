import type { Files } from './files.ts';
import type { CachedFacts } from './kept/cachedFacts.ts';
import type { Pausing } from './steps.ts';

/** What the workspace needs of the world around it. */
export interface Surroundings extends Pausing {
  readonly files: Files;
  /** The calendar date that stands for today. */
  readonly today: () => string;
  /** What an earlier run read of the documents of a program, by its root; undefined where nothing is cached. */
  readonly cachedFacts?: (root: string) => Promise<CachedFacts | undefined>;
}

/** Told of what changes; calls come in the middle of the work and should only take note. */
export interface WorkspaceListener {
  /**
   * The findings of these documents (keys) may have changed, and with them anything about their programs.
   * @param edited the document whose buffer was opened or edited, where that is why
   */
  changed(keys: Iterable<string>, edited?: string): void;
  /** How far indexing is; undefined when it is over. */
  indexing(progress: { readonly done: number; readonly all: number } | undefined): void;
}
