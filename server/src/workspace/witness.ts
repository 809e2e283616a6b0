import type { SourceState } from '../core/program/sources.ts';
import { type FileState, hashOf, stateOf } from './disk/fileState.ts';
import { readRegular } from './disk/readRegular.ts';
import { type Files, unreadable } from './files.ts';
import type { ProgramRepository } from './programRepository.ts';

/** A file that was looked at: what it was just before. */
export interface SeenFile {
  readonly file: string;
  readonly state: FileState;
  /** Of its content. */
  readonly hash: string;
}

/** A file that was looked for, and what was found: the arguments of `Files.look` and its answer. */
export interface LookedAt {
  readonly file: string;
  readonly within: string;
  readonly sha256: string | undefined;
  readonly state: SourceState;
}

/** Takes note of the files that a piece of work looks at, and of what they are: it comes out the same while they are. */
export class Witness {
  readonly #seen = new Map<string, SeenFile>();
  readonly #absent = new Set<string>();
  readonly #lookedAt = new Map<string, LookedAt>();
  readonly #repositories = new Map<string, string>();
  #hasMissed = false;

  /** The files that were there, each once. */
  get seen(): readonly SeenFile[] {
    return [...this.#seen.values()];
  }

  /** The files that were looked for and were not there. */
  get absent(): readonly string[] {
    return [...this.#absent];
  }

  /** The files that were looked for and not read, each once. */
  get lookedAt(): readonly LookedAt[] {
    return [...this.#lookedAt.values()];
  }

  /** The folders whose repository was asked for the history of files, each with what the answer depends on. */
  get repositories(): readonly (readonly [root: string, state: string])[] {
    return [...this.#repositories];
  }

  /** Whether something was looked at of which it will not show that it has changed, such as a file that could not be read. */
  get hasMissed(): boolean {
    return this.#hasMissed;
  }

  /**
   * Takes note of a file that was read.
   * @param state what it was before it was read; undefined where there was no file
   * @param hash of its content; undefined where it could not be read
   */
  saw(file: string, state: FileState | undefined, hash: string | undefined): void {
    if (!state) this.#absent.add(file);
    else if (hash !== undefined) this.#seen.set(file, { file, state, hash });
    else this.#hasMissed = true;
  }

  /** Takes note of what git was asked of a program. */
  asked(root: string, { state, wasIndexRead }: Pick<ProgramRepository, 'state' | 'wasIndexRead'>): void {
    if (state !== undefined) this.#repositories.set(root, state);
    if (wasIndexRead) this.#hasMissed = true;
  }

  /** Takes note of a file that was looked for. */
  looked(found: LookedAt): void {
    this.#lookedAt.set([found.file, found.sha256].join('\n'), found);
  }
}

/** Files on disk, of which a witness takes note when they are read or looked for. */
export function witnessed(files: Files, witness: Witness): Files {
  return {
    ...files,
    async read(file, within) {
      const state = stateOf(file);
      const content = await files.read(file, within);
      witness.saw(file, state, typeof content === 'string' ? hashOf(Buffer.from(content)) : undefined);
      return content;
    },
    async look(file, within, sha256) {
      // What is judged by its content is as good as read.
      const read = sha256 === undefined ? undefined : readRegular(file, { within });
      if (typeof read === 'object') witness.saw(file, read.state, hashOf(read.bytes));
      const state = await files.look(file, within, sha256);
      if (state === unreadable) witness.saw(file, stateOf(file), undefined);
      else if (typeof read !== 'object') witness.looked({ file, within, sha256, state });
      return state;
    },
  };
}
