import { countIn, idWordsIn, isIdWord, lineOf } from '../core/features/at/said.ts';
import { idsAtPlaces, type References } from '../core/features/references.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import { below } from '../workspace/files.ts';
import { Slices } from '../workspace/kept/slices.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Pausing } from '../workspace/steps.ts';
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
   * The paths of the documents of a program that speak of what was found: one of its ids stands in their texts more often than
   * at the places that are known.
   */
  async documentsSaying(
    found: References,
    host: ProgramHost,
    context: EditsContext,
  ): Promise<readonly string[]> {
    const ids = found.ids.filter(isIdWord);
    if (ids.length === 0) return [];
    const saying: string[] = [];
    this.#slices.begin();
    const { program } = host.engine;
    for (const path of program.paths())
      if (this.#known(path, host) === undefined) await this.#read(path, host, context);
    const atPlaces = idsAtPlaces(found, program);
    const lines = ids.map(lineOf);
    for (const path of program.paths()) {
      const words = this.#known(path, host) ?? '';
      let count = 0;
      for (const line of lines) count += countIn(words, line);
      if (count > (atPlaces.get(path) ?? 0)) saying.push(path);
    }
    return saying;
  }

  #known(path: string, host: ProgramHost): string | undefined {
    const lines = host.lines(path);
    return lines && this.#words.get(lines);
  }

  async #read(path: string, host: ProgramHost, context: EditsContext): Promise<void> {
    await this.#slices.pauseIfDue();
    const lines = host.lines(path);
    if (!lines) return;
    const text = await textOf(context, below(host.folder.root, path));
    this.#words.set(lines, text === undefined ? '' : idWordsIn(text));
  }
}
