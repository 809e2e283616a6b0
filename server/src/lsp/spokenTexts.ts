import type { FoundByWords } from '../core/catalog/words.ts';
import { spokenInText } from '../core/formats/spokenInText.ts';
import { couldCite, type TextsRead } from '../core/program/speaking.ts';
import type { LineTable } from '../core/text/lineTable.ts';
import { below } from '../workspace/files.ts';
import { Slices } from '../workspace/kept/slices.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { Pausing } from '../workspace/steps.ts';
import { type EditsContext, textOf } from './workspaceEdits.ts';

/** So many texts are looked into. */
const mostRead = 300;

/**
 * Of what the texts of documents speak. A program keeps no texts, so they are read where somebody asks, and again once they have
 * changed.
 */
export class SpokenTexts {
  readonly #slices: Slices;
  /** By the line table of a document, which is another one once the document has been read again. */
  readonly #spoken = new WeakMap<LineTable, readonly FoundByWords[]>();

  constructor(pausing: Pausing) {
    this.#slices = new Slices(pausing);
  }

  /** Reads the texts of the documents of a program that may come to cite more criteria, as far as that has not been done. */
  async of(host: ProgramHost, context: EditsContext): Promise<TextsRead> {
    const paths = new Set<string>();
    for (const { path, index } of couldCite(host.engine.program)) {
      if (paths.size === mostRead) break;
      if (index === 0 && host.roleOf(path)?.language === 'markdown') paths.add(path);
    }
    this.#slices.begin();
    for (const path of paths) await this.#read(path, host, context);
    return ({ path, index }) => {
      const lines = index === 0 ? host.lines(path) : undefined;
      return (lines && this.#spoken.get(lines)) ?? nothing;
    };
  }

  async #read(path: string, host: ProgramHost, context: EditsContext): Promise<void> {
    const lines = host.lines(path);
    if (!lines || this.#spoken.has(lines)) return;
    await this.#slices.pauseIfDue();
    const text = await textOf(context, below(host.folder.root, path));
    const role = host.roleOf(path);
    this.#spoken.set(lines, text === undefined || !role ? nothing : spokenInText(text, role));
  }
}

const nothing: readonly FoundByWords[] = [];
