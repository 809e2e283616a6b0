import { endingOf } from '../../core/formats/layouts/endings.ts';
import { tellsOf } from '../../core/formats/recognize.ts';
import type { SourceState } from '../../core/program/sources.ts';
import { sourceOf } from '../../core/text/source.ts';
import {
  type Awaitable,
  contentOf,
  type Files,
  isBelow,
  type Listing,
  pathBelow,
  type Unreadable,
} from '../files.ts';

/**
 * Files as they are while programs are looked for: each folder is listed once, and each file is read once. What pages told is
 * kept, so that a change of one that tells the same need not have the folders listed anew.
 */
export class ListedFiles implements Files {
  readonly #files: Files;
  readonly #lists = new Map<string, Listing>();
  readonly #contents = new Map<string, string | Unreadable | undefined>();
  /** What each page that was read told; undefined where it could not be read. */
  readonly #told = new Map<string, string | undefined>();

  constructor(files: Files) {
    this.#files = files;
  }

  async list(folder: string): Promise<Listing> {
    const listed = this.#lists.get(folder) ?? (await this.#files.list(folder));
    this.#lists.set(folder, listed);
    return listed;
  }

  async listSmall(folder: string): Promise<Listing | undefined> {
    const listed = this.#lists.get(folder) ?? (await this.#files.listSmall?.(folder));
    if (listed) this.#lists.set(folder, listed);
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

  /**
   * Forgets the contents, once the programs are found, and keeps what the pages told: any other change has the folders listed anew.
   * @param pauseIfDue called after each page: others may have their turn
   */
  async keepPages(pauseIfDue: () => Awaitable<void>): Promise<void> {
    for (const [key, content] of this.#contents) {
      this.#contents.delete(key);
      if (!isMarkdown(key)) continue;
      this.#told.set(key, toldBy(contentOf(content)));
      await pauseIfDue();
    }
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
    return now !== undefined && (!this.#told.has(key) || this.#told.get(key) === toldBy(now));
  }
}

function toldBy(content: string | undefined): string | undefined {
  return content === undefined ? undefined : tellsOf(sourceOf(content).text);
}

function isMarkdown(key: string): boolean {
  return endingOf(key.slice(key.lastIndexOf('/') + 1))?.language === 'markdown';
}
