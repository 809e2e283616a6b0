import { DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';
import { documentEndings, isDocument } from '../core/formats/layouts/endings.ts';
import { probedForSites } from '../core/formats/sites/sites.ts';
import { sourceEndings } from '../core/model/sourceFile.ts';
import { isBelow } from '../workspace/files.ts';
import type { ServerContext } from './context.ts';
import type { Watched } from './runtime.ts';
import { unawaited } from './unawaited.ts';

/** Of documents, catalogs, and files that evidence may name; in a glob case matters. */
const endings = [...new Set([...documentEndings, ...sourceEndings])].flatMap(ending => [
  ending,
  ending.toUpperCase(),
]);
/** Of sites: what decides how pages are read. */
const siteSettings = probedForSites.filter(path => !isDocument(path));
/** These, what says which files are ignored, and folders that come and go: their files have no events of their own. */
const watchers = [
  { globPattern: `**/*.{${endings.join(',')}}` },
  { globPattern: '**/.gitignore' },
  { globPattern: `**/{${siteSettings.join(',')}}` },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** How many changed files are taken note of before others have their turn. */
const handful = 200;

/** Watches files: has the client do it as far as it can, and watches the rest itself. */
export class Watching {
  readonly #context: ServerContext;
  readonly #attempt: (work: Promise<unknown>) => void;
  /** The folders above those that are open, as far up as their repositories reach. */
  #above: readonly string[] = [];
  #watched = '';
  #end: (() => void) | undefined;

  /** @param attempt lets work go on by itself */
  constructor(context: ServerContext, attempt: (work: Promise<unknown>) => void) {
    this.#context = context;
    this.#attempt = attempt;
  }

  /** Asks the client to watch, where it can be asked to. */
  register(): void {
    const { abilities, connection } = this.#context;
    if (!abilities.watches) return;
    unawaited(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }

  /** Finds out which folders lie above those that are open. */
  async lookAbove(): Promise<void> {
    const { files, folders } = this.#context;
    const above = await Promise.all(folders.keys.map(folder => files.upwards(folder)));
    this.#above = [...new Set(above.flatMap(found => found.slice(1)))];
    this.update();
  }

  /**
   * Watches what the client does not: its folders, where it watches nothing, roots of programs above them, and what decides
   * there about ignored files.
   */
  update(): void {
    const { abilities, folders, runtime, workspace } = this.#context;
    const open = folders.keys;
    const above = workspace.programs
      .map(({ folder }) => folder.root)
      .filter(root => !open.some(folder => root === folder || isBelow(root, folder)));
    const wanted = abilities.watches ? above : outermost([...open, ...above]);
    const watched: Watched = {
      folders: wanted,
      ignoreFilesIn: this.#above.filter(folder => !wanted.includes(folder)),
    };
    const key = JSON.stringify(watched);
    if (!runtime.watch || key === this.#watched) return;
    this.#watched = key;
    this.#end?.();
    this.#end = runtime.watch(watched, keys => this.#attempt(workspace.filesChanged(keys)));
  }

  /** Takes note of files that the client says have changed. Another branch may bring thousands: some are taken at a time. */
  async changed(uris: readonly string[]): Promise<void> {
    const { runtime, workspace } = this.#context;
    for (let from = 0; from < uris.length; from += handful) {
      if (from > 0) await runtime.pause();
      const keys = uris.slice(from, from + handful).map(uri => runtime.keyOf(uri));
      this.#attempt(workspace.filesChanged(keys));
    }
  }

  end(): void {
    this.#end?.();
  }
}

/** Folders without those that lie in another of them. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter(folder => !folders.some(other => isBelow(folder, other)));
}
