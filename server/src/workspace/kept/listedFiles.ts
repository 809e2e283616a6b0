import { endingOf } from '../../core/formats/layouts/endings.ts';
import { tellsOf } from '../../core/formats/recognize.ts';
import type { SourceState } from '../../core/program/sources.ts';
import { sourceOf } from '../../core/text/source.ts';
import { contentOf, type Files, isBelow, type Listing, pathBelow, type Unreadable } from '../files.ts';

/**
 * Files as they are while programs are looked for: each folder is listed once, and each file is read once. What pages told is
 * kept, so that a change of one that tells the same need not have the folders listed anew.
 */
export class ListedFiles implements Files {
  readonly #files: Files;
  readonly #lists = new Map<string, Listing>();
  readonly #contents = new Map<string, string | Unreadable | undefined>();

  constructor(files: Files) {
    this.#files = files;
  }

  async list(folder: string): Promise<Listing> {
    const listed = this.#lists.get(folder) ?? (await this.#files.list(folder));
    this.#lists.set(folder, listed);
    return listed;
  }

  async read(file: string): Promise<string | Unreadable | undefined> {
    if (this.#contents.has(file)) return this.#contents.get(file);
    const content = await this.#files.read(file);
    this.#contents.set(file, content);
    return content;
  }

  async look(...asked: Parameters<Files['look']>): Promise<SourceState | Unreadable> {
    return this.#files.look(...asked);
  }

  async upwards(folder: string): Promise<readonly string[]> {
    return this.#files.upwards(folder);
  }

  /** Forgets what is no page: any change of that has the folders listed anew. */
  keepPages(): void {
    for (const key of [...this.#contents.keys()]) if (!isMarkdown(key)) this.#contents.delete(key);
  }

  /** Whether a page was listed, is there still, and tells what it told; of a page that was not read nothing else counts. */
  async isAsBefore(key: string): Promise<boolean> {
    const lists = [...this.#lists].filter(([folder]) => isBelow(key, folder));
    if (!isMarkdown(key) || lists.length === 0) return false;
    for (const [folder, { documents }] of lists) {
      const path = pathBelow(key, folder);
      if (!documents.includes(path) || (await this.#files.wouldList?.(folder, path)) === false) return false;
    }
    const now = contentOf(await this.#files.read(key));
    if (now === undefined) return false;
    if (!this.#contents.has(key)) return true;
    const before = contentOf(this.#contents.get(key));
    if (before === undefined || tellsOf(sourceOf(before).text) !== tellsOf(sourceOf(now).text)) return false;
    this.#contents.set(key, now);
    return true;
  }
}

function isMarkdown(key: string): boolean {
  return endingOf(key.slice(key.lastIndexOf('/') + 1))?.language === 'markdown';
}
