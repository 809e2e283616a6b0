import type { InitializeParams } from 'vscode-languageserver';
import { isBelow } from '../workspace/files.ts';
import type { Runtime } from './runtime.ts';

/** The folders that the client has open, and how it names what is in them. */
export class OpenFolders {
  readonly #runtime: Runtime;
  /** By the client's own URIs: a folder may be open by a link. */
  readonly #folders = new Map<string, OpenFolder>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  add(uri: string): void {
    const key = this.#runtime.keyOf(uri);
    const ownLength = withoutSlash(this.#runtime.uriOf(key)).length;
    this.#folders.set(uri, { key, shown: withoutSlash(uri), ownLength });
  }

  remove(uri: string): void {
    this.#folders.delete(uri);
  }

  /** The keys of the folders, each once. */
  get keys(): readonly string[] {
    return [...new Set([...this.#folders.values()].map(({ key }) => key))];
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
    let nearest: OpenFolder | undefined;
    for (const folder of this.#folders.values()) {
      const isAround = key === folder.key || isBelow(key, folder.key);
      if (isAround && folder.key.length > (nearest?.key.length ?? 0)) nearest = folder;
    }
    return nearest ? nearest.shown + uri.slice(nearest.ownLength) : uri;
  }
}

interface OpenFolder {
  readonly key: string;
  /** The client's own URI of it, without a slash at its end. */
  readonly shown: string;
  /** How long a URI of its key is. */
  readonly ownLength: number;
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}

/** The URIs of the folders that are open; older clients know one, or only its path. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  if (!rootPath) return [];
  const steps = rootPath.replace(/\\/g, '/').split('/').map(encodeURIComponent);
  return [`file://${steps[0] === '' ? '' : '/'}${steps.join('/')}`];
}
