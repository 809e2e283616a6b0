import { hash } from 'node:crypto';
import { hashOf, sameStamp, stateOf } from '../disk/fileState.ts';
import { lookOnDisk } from '../disk/lookOnDisk.ts';
import { readRegular } from '../disk/readRegular.ts';
import { stateOfRepository } from '../programRepository.ts';
import { atOnce } from '../steps.ts';
import type { LookedAt, Witness } from '../witness.ts';
import type { CacheFolder } from './cacheFolder.ts';
import { Packer, Unpacker } from './packing.ts';

/** What a command printed, and the exit code it ended with. */
export interface Answer {
  readonly code: number;
  readonly printed: Uint8Array;
}

/** An answer with all that it depends on. */
interface Kept extends Answer {
  readonly question: string;
  readonly files: readonly string[];
  /** The stamps of the files, one after the other; zeros for a file that could be written once more under the same stamp. */
  readonly stamps: Int32Array;
  /** The hashes of their contents. */
  readonly hashes: readonly string[];
  readonly absent: readonly string[];
  readonly lookedAt: readonly LookedAt[];
  readonly repositories: Witness['repositories'];
}

/** A longer answer is not kept, in bytes. */
export const longestAnswer = 1 << 26;

/**
 * The answer to a question about files, kept for whoever asks the same of the same files: nothing is judged again then. It
 * depends on the question, on every file that was looked at and on this build. What is damaged, or was written by another
 * build, is as if it had never been: nothing here throws.
 */
export class KeptAnswer {
  readonly #folder: CacheFolder;
  readonly #name: string;
  readonly #question: string;
  readonly #build: string;

  /**
   * @param question what is asked; of each question the last answer is kept
   * @param circumstances what the answer depends on beside the question and the files that are read for it
   */
  constructor(folder: CacheFolder, question: string, circumstances: string, build: string) {
    this.#folder = folder;
    this.#name = hash('sha256', question, 'hex').slice(0, 32);
    this.#question = hash('sha256', `${question}\n${circumstances}`, 'hex');
    this.#build = build;
  }

  /**
   * The answer, where none of its files has changed.
   * @param trusts whether a file whose times and size are what they were is taken for unchanged, or every content is compared
   */
  recall(trusts: 'metadata' | 'content'): Answer | undefined {
    try {
      const kept = this.#read();
      return kept?.question === this.#question && holds(kept, trusts) ? kept : undefined;
    } catch {
      // The seal was right and the content is not: a fault of another run.
      return undefined;
    }
  }

  /** Keeps an answer, unless it will not show when it holds no more. */
  keep(answer: Answer, witness: Witness): void {
    if (witness.hasMissed || answer.printed.length > longestAnswer) return;
    const { seen, absent, lookedAt, repositories } = witness;
    const stamps = new Int32Array(stampLength * seen.length);
    for (const [i, { state }] of seen.entries())
      if (state.isSettled) stamps.set(state.stamp, stampLength * i);
    const packer = new Packer();
    const kept: Kept = {
      ...answer,
      question: this.#question,
      files: seen.map(({ file }) => file),
      stamps,
      hashes: seen.map(({ hash: ofContent }) => ofContent),
      absent,
      lookedAt,
      repositories,
    };
    packer.add(kept);
    atOnce(this.#folder.write('answer', this.#name, this.#build, [packer.done()]));
  }

  #read(): Kept | undefined {
    const [packed] = atOnce(this.#folder.read('answer', this.#name, this.#build)) ?? [];
    // The seal and the build vouch for the form.
    return packed && (new Unpacker(packed).read(0) as Kept);
  }
}

/** How many numbers a stamp has. */
const stampLength = 8;

function holds(
  { files, stamps, hashes, absent, lookedAt, repositories }: Kept,
  trusts: 'metadata' | 'content',
): boolean {
  const isUntouched = (file: string, i: number) => {
    const state = trusts === 'metadata' ? stateOf(file) : undefined;
    return state && sameStamp(state.stamp, stamps.subarray(stampLength * i, stampLength * (i + 1)));
  };
  const isSame = (file: string, i: number) => {
    const read = readRegular(file);
    return typeof read === 'object' && hashOf(read.bytes) === hashes[i];
  };
  const isFoundSo = ({ file, within, sha256, state }: LookedAt) => lookOnDisk(file, within, sha256) === state;
  if (absent.some(stateOf) || !lookedAt.every(isFoundSo)) return false;
  if (repositories.some(([root, state]) => stateOfRepository(root) !== state)) return false;
  return files.every((file, i) => isUntouched(file, i) || isSame(file, i));
}
