import type { InitializeParams } from 'vscode-languageserver';
import { isBelow } from '../workspace/files.ts';
import type { Runtime } from './runtime.ts';

/** The folders that the client has open, and how it names what is in them. */
export class OpenFolders {
  readonly #runtime: Runtime;
  /** Keys by the client's own URIs: a folder may be open by a link. */
  readonly #keys = new Map<string, string>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  add(uri: string): void {
    this.#keys.set(uri, this.#runtime.keyOf(uri));
  }

  remove(uri: string): void {
    this.#keys.delete(uri);
  }

  /** The keys of the folders, each once. */
  get keys(): readonly string[] {
    return [...new Set(this.#keys.values())];
  }

  /** A key as it is shown to a person: relative to the open folder around it, with that folder's name. */
  shown(key: string): string {
    const around = this.keys.filter(folder => key === folder || isBelow(key, folder));
    const folder = around.toSorted((one, other) => other.length - one.length)[0];
    return folder === undefined ? key : key.slice(folder.lastIndexOf('/') + 1);
  }

  /** The URI of a key, written as that of the nearest open folder around it is. */
  uriOf(key: string): string {
    const uri = this.#runtime.uriOf(key);
    let [nearest, shown] = ['', uri];
    for (const [folder, folderKey] of this.#keys) {
      const isAround = key === folderKey || isBelow(key, folderKey);
      if (!isAround || folderKey.length <= nearest.length) continue;
      nearest = folderKey;
      shown = folder.replace(/\/$/, '') + uri.slice(this.#runtime.uriOf(folderKey).replace(/\/$/, '').length);
    }
    return shown;
  }
}

/** The URIs of the folders that are open; older clients know one, or only its path. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  if (!rootPath) return [];
  const steps = rootPath.replace(/\\/g, '/').split('/').map(encodeURIComponent);
  return [`file://${steps[0] === '' ? '' : '/'}${steps.join('/')}`];
}
