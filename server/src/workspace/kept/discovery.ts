import { isPage } from '../../core/formats/documentation.ts';
import { isDocument, isRegister } from '../../core/formats/layouts/endings.ts';
import { markerPattern, tellingFolderPattern } from '../../core/formats/layouts/layouts.ts';
import { isSiteSetting } from '../../core/formats/sites/sites.ts';
import { folderFileOf } from '../../core/program/evidenceFiles.ts';
import { discover, type ProgramFolder } from '../discover.ts';
import { type Files, isBelow, pathBelow } from '../files.ts';
import type { KeptPrograms } from './keptPrograms.ts';
import { ListedFiles } from './listedFiles.ts';
import type { Slices } from './slices.ts';

const marker = new RegExp(`(?:^|/)(?:${markerPattern})$`);
const tellingFolder = new RegExp(`/(?:${tellingFolderPattern})/`);
const skipped = /\/(?:\.(?!gitignore$)[^/]*|node_modules)(?:\/|$)/;

/** Which programs lie in the open folders, and when that is to be found out anew. */
export class Discovery {
  readonly #files: Files;
  readonly #programs: KeptPrograms;
  readonly #slices: Slices;
  #folders: readonly string[] = [];
  #outside: readonly string[] = [];
  /** What was read while the programs were found. */
  #listed: ListedFiles;
  #isDue = false;
  /** Pages that have changed: the folders are to be listed only where one tells something else than it did. */
  #changedPages = new Set<string>();
  #isListing = false;
  #isKnown = false;

  /** @param slices those of the upkeep, of which looking for programs is a part */
  constructor(files: Files, programs: KeptPrograms, slices: Slices) {
    this.#files = files;
    this.#listed = new ListedFiles(files);
    this.#programs = programs;
    this.#slices = slices;
  }

  /** Whether the folders are to be listed, before anything is read. */
  get isDue(): boolean {
    return this.#isDue || this.#changedPages.size > 0;
  }

  /** The folders that are open. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Whether it is known which programs there are: the folders have been listed, and nothing has changed since. */
  get isKnown(): boolean {
    return this.#isKnown && !this.isDue && !this.#isListing;
  }

  /** The keys of folders (ending in `/`) and ignore files in no program that cannot be read, as they were last listed. */
  get outside(): readonly string[] {
    return this.#outside;
  }

  /** These folders are open from now on. */
  open(folders: readonly string[]): void {
    this.#folders = folders;
    this.#isDue = true;
  }

  /** Has the folders listed anew. */
  request(): void {
    this.#isDue = true;
  }

  /** A file or folder has changed: programs, or documents of one, may have come or gone. */
  changed(key: string): void {
    const may = this.#mayMovePrograms(key);
    if (may === 'byWhatItTells') this.#changedPages.add(key);
    else this.#isDue ||= may;
  }

  /** A document without a program was opened: a file made since the folder was listed may belong to one. */
  opened(key: string): void {
    this.#isDue ||= (isDocument(key) || isRegister(key)) && this.#programs.around(key).length > 0;
  }

  /**
   * Lists the folders, if that is needed; gives the programs in them, each once. Undefined where the pages that have changed tell
   * what they told: the programs are what they are, with the files that have come and gone since the folders were listed.
   */
  async find(): Promise<readonly ProgramFolder[] | undefined> {
    const [mustList, pages] = [this.#isDue, this.#changedPages];
    this.#isDue = false;
    this.#changedPages = new Set();
    this.#isListing = true;
    const found = mustList || !(await this.#areAsBefore(pages)) ? await this.#list() : undefined;
    this.#isListing = false;
    return found;
  }

  async #areAsBefore(pages: Iterable<string>): Promise<boolean> {
    for (const key of pages) if (!(await this.#listed.isAsBefore(key))) return false;
    return true;
  }

  async #list(): Promise<readonly ProgramFolder[]> {
    const files = new ListedFiles(this.#files);
    const found = new Map<string, ProgramFolder>();
    const outside = new Set<string>();
    for (const folder of this.#folders) {
      const { programs, unreadable } = await discover(files, folder, 'opened', () =>
        this.#slices.pauseIfDue(),
      );
      for (const key of unreadable) outside.add(key);
      for (const program of programs) found.set(program.root, program);
    }
    await files.keepPages(() => this.#slices.pauseIfDue());
    this.#listed = files;
    this.#isKnown = true;
    this.#outside = [...outside].sort();
    return [...found.values()];
  }

  /** Whether a change to this file or folder may add or take away programs, or documents of one. */
  #mayMovePrograms(key: string): boolean | 'byWhatItTells' {
    // What is ignored in a folder the repository around it says too.
    const name = key.slice(key.lastIndexOf('/'));
    if (name === '/.gitignore' || name === '/.git') {
      const around = key.slice(0, -name.length);
      if (this.#folders.some(folder => isBelow(folder, around))) return true;
    }
    // What is being listed may have been passed before the change, and a root may lie above the folders, and be known only once
    // they have been listed.
    if (this.#isListing || this.#mayMakeRootAbove(key)) return true;
    const listed = [...this.#folders, ...this.#programs.all.map(({ root }) => root)];
    if (isSiteSetting(key) && this.#mayTellSite(key)) return true;
    // With a folder goes what is in it.
    if (listed.some(root => root === key || isBelow(root, key))) return true;
    const folder = listed.find(root => isBelow(key, root));
    if (folder === undefined || skipped.test(`/${pathBelow(key, folder)}`)) return false;
    if (marker.test(key)) return true;
    if (!isDocument(key) && !isRegister(key)) return this.#mayHoldDocuments(key);
    const hosted = this.#programs.hostedAt(key);
    // What a page outside the conventional folders says may decide how all of them are read.
    if (hosted) {
      const isTelling = !hosted.program.isMarked || hosted.host.roleOf(hosted.path)?.pages !== undefined;
      return isTelling && 'byWhatItTells';
    }
    // It may be a document of the program around it.
    if (tellingFolder.test(key) || this.#programs.around(key).length > 0) return true;
    return isPage(pathBelow(key, folder)) && 'byWhatItTells';
  }

  /** Whether the settings of a site are those of one in an open folder, or around it. */
  #mayTellSite(key: string): boolean {
    if (key.includes('/node_modules/')) return false;
    const around = key.slice(0, key.lastIndexOf('/'));
    return this.#folders.some(folder => isBelow(key, folder) || isBelow(folder, around));
  }

  /** Whether a file may make a folder above one that is open the root of a program. */
  #mayMakeRootAbove(key: string): boolean {
    const [telling] = marker.exec(key) ?? tellingFolder.exec(key) ?? [];
    if (telling === undefined) return false;
    const root = key.slice(0, key.lastIndexOf(telling));
    return this.#folders.some(folder => isBelow(folder, root));
  }

  /** Whether a path that is no document says which are (`.gitignore`), or is a folder by its name or by what is in it. */
  #mayHoldDocuments(key: string): boolean {
    if (folderFileOf(key)) return true;
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (name === '.gitignore' || !name.includes('.')) return true;
    return this.#programs.all.some(program => program.isAtOrBelow(key));
  }
}
