import { idWordsIn, isIdWord } from '../core/features/at/said.ts';
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

  /** The paths of the documents of a program in whose texts one of these ids stands, whether as an id or not. */
  async documentsWith(
    ids: readonly string[],
    host: ProgramHost,
    context: EditsContext,
  ): Promise<readonly string[]> {
    const wanted = ids.filter(isIdWord).map(id => `\n${id}\n`);
    if (wanted.length === 0) return [];
    const found: string[] = [];
    this.#slices.begin();
    for (const path of [...host.engine.program.paths()]) {
      const words = this.#known(path, host) ?? (await this.#read(path, host, context));
      if (wanted.some(id => words.includes(id))) found.push(path);
    }
    return found;
  }

  #known(path: string, host: ProgramHost): string | undefined {
    const lines = host.lines(path);
    return lines && this.#words.get(lines);
  }

  async #read(path: string, host: ProgramHost, context: EditsContext): Promise<string> {
    await this.#slices.pauseIfDue();
    const lines = host.lines(path);
    const text = await textOf(context, below(host.folder.root, path));
    const words = text === undefined ? '' : idWordsIn(text);
    if (lines) this.#words.set(lines, words);
    return words;
  }
}
