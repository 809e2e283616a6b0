import { pairOf, pairsIn } from '../core/features/at/phrasePairs.ts';
import { idWordsWithPlaces, isIdWord } from '../core/features/at/said.ts';
import { idsAtPlaces, type References } from '../core/features/references.ts';
import { detach } from '../core/text/detach.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import { below } from '../workspace/files.ts';
import { Slices } from '../workspace/kept/slices.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Pausing } from '../workspace/steps.ts';
import { calledOff, type IsCalledOff } from './calledOff.ts';
import type { Done } from './workProgress.ts';
import { type EditsContext, textOf } from './workspaceEdits.ts';

/** The words of a document that may be ids, by their numbers, as often as they stand in it, and what may begin a name or title. */
interface Words {
  /** The line table of the text that was read: it is another one once the document has been taken up again. */
  readonly lines: LineTable;
  readonly numbers: Uint32Array;
  /** Undefined before somebody has asked for names and titles, which few do. */
  readonly pairs: Uint32Array | undefined;
}

/** The words of the documents of a program, by path. */
interface WordsOfProgram {
  readonly ofDocument: Map<string, Words>;
  /** How often documents had been taken up when all had been read, and when all had been read for names and titles too. */
  readAt: number | undefined;
  pairsReadAt: number | undefined;
}

/**
 * The words of the documents of programs that may be ids. A program keeps no texts, so they are read where somebody first asks,
 * in slices, and of what has changed again. Words have numbers: those of ten thousand documents are looked through for each
 * question.
 */
export class IdWords {
  readonly #slices: Slices;
  readonly #numbers = new Map<string, number>();
  readonly #programs = new WeakMap<ProgramHost, WordsOfProgram>();

  constructor(pausing: Pausing) {
    this.#slices = new Slices(pausing);
  }

  /**
   * Reads the texts of a program that have not been read, or have changed since. What changes while it reads is read again, so
   * that `documentsSaying` knows the latest texts right behind it.
   * @param forPhrases whether full names and titles are looked for too
   * @param isCalledOff whether nobody waits for it any more
   * @param progress told after each slice how far it is, and once it is over
   * @returns whether any had to be read: if not, nothing else had its turn
   * @throws {ResponseError} where it has been called off
   */
  async read(
    host: ProgramHost,
    context: EditsContext,
    forPhrases: boolean,
    isCalledOff: IsCalledOff,
    progress: (done: Done) => void,
  ): Promise<boolean> {
    const known = this.#of(host);
    if ((forPhrases ? known.pairsReadAt : known.readAt) === host.timesTakenUp) return false;
    this.#slices.begin();
    const isRead = (path: string) => {
      const words = known.ofDocument.get(path);
      return words?.lines === host.lines(path) && (!forPhrases || words?.pairs !== undefined);
    };
    const unread = () => [...host.engine.program.paths()].filter(path => host.lines(path) && !isRead(path));
    let hasRead = false;
    try {
      for (let paths = unread(); paths.length > 0; paths = unread()) {
        hasRead = true;
        for (const [done, path] of paths.entries()) {
          if (this.#slices.isOver) {
            await this.#slices.next();
            progress({ done, all: paths.length });
          }
          if (isCalledOff()) throw calledOff();
          await this.#readDocument(path, host, context, forPhrases);
        }
      }
    } finally {
      progress(undefined);
    }
    for (const path of known.ofDocument.keys()) if (!host.lines(path)) known.ofDocument.delete(path);
    known.readAt = host.timesTakenUp;
    if (forPhrases) known.pairsReadAt = host.timesTakenUp;
    return hasRead;
  }

  /**
   * The paths of the documents of a program that may speak of what was found: one of its ids stands in their texts more often than
   * at the places that are known, or what may be the beginning of its name or title does. Documents that have not been read are
   * left out.
   */
  documentsSaying(found: References, host: ProgramHost): readonly string[] {
    const numbers = found.ids.filter(isIdWord).flatMap(id => this.#numbers.get(id) ?? []);
    const pairs = found.called.phrases.flatMap(words => pairOf(words) ?? []);
    if (numbers.length === 0 && pairs.length === 0) return [];
    const atPlaces = idsAtPlaces(found, host.engine.program);
    const saying: string[] = [];
    for (const [path, words] of this.#of(host).ofDocument) {
      let count = 0;
      for (const number of numbers) count += countIn(words.numbers, number);
      const isSaid = count > (atPlaces.get(path) ?? 0) || pairs.some(pair => words.pairs?.includes(pair));
      if (isSaid && host.lines(path) === words.lines) saying.push(path);
    }
    return saying;
  }

  async #readDocument(
    path: string,
    host: ProgramHost,
    context: EditsContext,
    forPhrases: boolean,
  ): Promise<void> {
    const lines = host.lines(path);
    if (!lines) return;
    const text = await textOf(context, below(host.folder.root, path));
    const numbers = this.#numbersIn(text ?? '');
    const pairs = forPhrases ? Uint32Array.from(pairsIn(text ?? '')) : undefined;
    this.#of(host).ofDocument.set(path, { lines, numbers, pairs });
  }

  #of(host: ProgramHost): WordsOfProgram {
    let known = this.#programs.get(host);
    if (!known)
      this.#programs.set(
        host,
        (known = { ofDocument: new Map(), readAt: undefined, pairsReadAt: undefined }),
      );
    return known;
  }

  #numbersIn(text: string): Uint32Array {
    const numbers: number[] = [];
    for (const { word } of idWordsWithPlaces(text)) numbers.push(this.#numberOf(word));
    return Uint32Array.from(numbers);
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    // A slice would keep the whole text of its document in memory.
    this.#numbers.set(detach(word), number);
    return number;
  }
}

function countIn(numbers: Uint32Array, number: number): number {
  let count = 0;
  for (let at = numbers.indexOf(number); at >= 0; at = numbers.indexOf(number, at + 1)) count++;
  return count;
}
