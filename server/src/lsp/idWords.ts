import { countIn, idWordsIn, isIdWord, lineOf } from '../core/features/at/said.ts';
import { idsAtPlaces, type References } from '../core/features/references.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import { below } from '../workspace/files.ts';
import { Slices } from '../workspace/kept/slices.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Pausing } from '../workspace/steps.ts';
import { calledOff, type IsCalledOff } from './calledOff.ts';
import { type EditsContext, textOf } from './workspaceEdits.ts';

/**
 * The words of the documents of programs that may be ids. A program keeps no texts, so they are read where somebody first asks,
 * in slices, and of what has changed again.
 */
export class IdWords {
  readonly #slices: Slices;
  /** By the line table of a document, which is another one once the document has been read again. */
  readonly #words = new WeakMap<LineTable, string>();

  constructor(pausing: Pausing) {
    this.#slices = new Slices(pausing);
  }

  /**
   * Reads the texts of a program that have not been read, or have changed since. What changes while it reads is read again, so
   * that `documentsSaying` knows the latest texts right behind it.
   * @param isCalledOff whether nobody waits for it any more
   * @returns whether any had to be read: if not, nothing else had its turn
   * @throws {ResponseError} where it has been called off
   */
  async read(host: ProgramHost, context: EditsContext, isCalledOff: IsCalledOff): Promise<boolean> {
    this.#slices.begin();
    const { program } = host.engine;
    let hasRead = false;
    for (let isRead = false; !isRead; ) {
      isRead = true;
      for (const path of program.paths()) {
        const lines = host.lines(path);
        if (!lines || this.#words.has(lines)) continue;
        isRead = false;
        hasRead = true;
        await this.#slices.pauseIfDue();
        if (isCalledOff()) throw calledOff();
        const text = await textOf(context, below(host.folder.root, path));
        this.#words.set(lines, text === undefined ? '' : idWordsIn(text));
      }
    }
    return hasRead;
  }

  /**
   * The paths of the documents of a program that speak of what was found: one of its ids stands in their texts more often than
   * at the places that are known. Documents that have not been read are left out.
   */
  documentsSaying(found: References, host: ProgramHost): readonly string[] {
    const ids = found.ids.filter(isIdWord);
    if (ids.length === 0) return [];
    const { program } = host.engine;
    const atPlaces = idsAtPlaces(found, program);
    const lines = ids.map(lineOf);
    const saying: string[] = [];
    for (const path of program.paths()) {
      const table = host.lines(path);
      const words = (table && this.#words.get(table)) ?? '';
      let count = 0;
      for (const line of lines) count += countIn(words, line);
      if (count > (atPlaces.get(path) ?? 0)) saying.push(path);
    }
    return saying;
  }
}
