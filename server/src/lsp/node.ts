import { realpathSync, watch } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskFiles } from '../workspace/diskFiles.ts';
import type { Files } from '../workspace/files.ts';
import { localDate } from '../workspace/localDate.ts';
import { clientFiles } from './clientFiles.ts';
import type { Runtime } from './runtime.ts';
import { startServer } from './server.ts';

/** How long file events gather before they are passed on, in milliseconds: a switch of branches makes thousands. */
const gather = 50;

/** Serves over the channel named by the arguments: `--stdio`, `--node-ipc` or `--socket=PORT`. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection, nodeRuntime(clientFiles(connection)));
}

/** @param others what reads files that are not on disk */
function nodeRuntime(others: Files): Runtime {
  const filesOf = (key: string) => (isOnDisk(key) ? diskFiles : others);
  return {
    files: {
      list: folder => filesOf(folder).list(folder),
      read: file => filesOf(file).read(file),
      upwards: folder => filesOf(folder).upwards(folder),
    },
    keyOf: uri => (uri.startsWith('file:') ? realKey(fileURLToPath(uri)) : uri),
    uriOf: key => (isOnDisk(key) ? pathToFileURL(key).href : key),
    today: () => localDate(new Date()),
    now: () => performance.now(),
    pause: () => new Promise(resolve => setImmediate(resolve)),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
    watch: watchFolders,
  };
}

function isOnDisk(key: string): boolean {
  return key.startsWith('/') || /^[A-Za-z]:\//.test(key);
}

/** A path as everything names it: links resolved, with `/`. A file that is not there (yet) is named by its folder. */
function realKey(path: string): string {
  const slashed = (name: string) => name.replace(/\\/g, '/');
  try {
    return slashed(realpathSync(path));
  } catch {
    const cut = slashed(path).lastIndexOf('/');
    return cut <= 0 ? slashed(path) : `${realKey(path.slice(0, cut))}${slashed(path).slice(cut)}`;
  }
}

/** Watches folders with all that is below; a folder that cannot be watched is left out. */
function watchFolders(folders: readonly string[], changed: (keys: readonly string[]) => void): () => void {
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const pass = () => {
    timer = undefined;
    const keys = [...gathered];
    gathered.clear();
    changed(keys);
  };
  const watchers = folders.filter(isOnDisk).flatMap(folder => {
    try {
      const watcher = watch(folder, { recursive: true }, (_event, name) => {
        if (name === null || !/\.(?:md|markdown|mdx|md\.tmpl|ya?ml)$/i.test(name)) return;
        gathered.add(`${folder}/${name.replace(/\\/g, '/')}`);
        timer ??= setTimeout(pass, gather);
      });
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
