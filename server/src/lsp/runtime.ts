import type { Files } from '../workspace/files.ts';
import type { Surroundings } from '../workspace/surroundings.ts';

/** What differs between a process of Node and a worker of a browser. */
export interface Runtime extends Omit<Surroundings, 'files'> {
  /** Where files come from, given those that the client reads. */
  readonly filesWith: (others: Files) => Files;
  /** The key (see Files) of what a URI names; a URI that names nothing here is its own. */
  readonly keyOf: (uri: string) => string;
  /** The URI of a key. */
  readonly uriOf: (key: string) => string;
  /**
   * What lies in a folder, by its key: files, and folders with `/` behind them; absent where nobody can list files.
   * @param within the folder that no link may lead out of
   */
  readonly entriesIn?: (folder: string, within: string) => readonly string[];
  /**
   * Writes a page into a file that is this user's alone, and in no open folder; absent where there are no files.
   * @param root the key of the folder that is open
   * @param about what the page is about, such as `CC6.1`
   * @returns the key of the file; undefined where none can be written
   */
  readonly pageFile?: (root: string, about: string, text: string) => string | undefined;
  /** Calls back after some milliseconds; the function returned calls that off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** Watches what the client does not; undefined where that cannot be done. The function returned ends it. */
  readonly watch: ((watched: Watched, changed: (keys: readonly string[]) => void) => () => void) | undefined;
}

/** What is watched, by keys. */
export interface Watched {
  /** Folders with all that is below them. */
  readonly folders: readonly string[];
  /** Folders in which only what decides about ignored files counts: `.gitignore` and `.git`. */
  readonly ignoreFilesIn: readonly string[];
}
