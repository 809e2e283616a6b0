import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { isDocument, isRegister } from '../../core/formats/layouts/endings.ts';
import { below } from '../files.ts';

/** How long file events gather before they are passed on, in milliseconds: a switch of branches makes thousands. */
const gather = 50;
/** Each folder takes one of the few watches that a user has on Linux. */
const mostFolders = 10_000;
const skipped = /^(?:\.(?!gitignore$).*|node_modules|__pycache__|venv)$/;
/** Linux watches a folder alone; Node's own way of watching what is below takes a watch for every file. */
const isAlone = process.platform === 'linux';

/**
 * Watches folders with all that is below them, but for hidden ones and installed packages. A folder that cannot be watched
 * is left out.
 * @param folders their paths, with `/`
 * @param ignoreFilesIn folders of which only `.gitignore` and `.git` are watched
 * @param changed told of the paths of files and folders that were made, changed or deleted, some time later
 * @returns what ends it
 */
export function watchFolders(
  folders: readonly string[],
  ignoreFilesIn: readonly string[],
  changed: (paths: readonly string[]) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function add(folder: string, isNew: boolean): void {
    if (watchers.has(folder) || watchers.size >= mostFolders) return;
    try {
      const watcher = watch(folder, { recursive: !isAlone }, (event, name) => seen(folder, event, name));
      watcher.on('error', () => remove(folder));
      watchers.set(folder, watcher);
    } catch {
      return;
    }
    if (!isAlone) return;
    for (const entry of entriesOf(folder)) {
      if (skipped.test(entry.name)) continue;
      if (entry.isDirectory()) add(`${folder}/${entry.name}`, isNew);
      // What was written before the watch began has no event of its own.
      else if (isNew && (isDocument(entry.name) || isRegister(`${folder}/${entry.name}`)))
        tell(`${folder}/${entry.name}`);
    }
  }

  function remove(folder: string): void {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      watchers.delete(path);
    }
  }

  function seen(folder: string, event: string, name: string | null): void {
    if (name === null || name.split(/[\\/]/).some(step => skipped.test(step))) return;
    const path = `${folder}/${name.replace(/\\/g, '/')}`;
    tell(path);
    // A folder that has come, gone, or been put in the place of another.
    if (!isAlone || event !== 'rename' || isDocument(name)) return;
    if (watchers.has(path)) remove(path);
    if (isFolder(path)) add(path, true);
  }

  function tell(path: string): void {
    gathered.add(path);
    timer ??= setTimeout(() => {
      timer = undefined;
      const paths = [...gathered];
      gathered.clear();
      changed(paths);
    }, gather);
  }

  for (const folder of folders) add(folder, false);
  const alone = ignoreFilesIn.flatMap(folder => watcherOf(folder, tell));
  return () => {
    clearTimeout(timer);
    for (const watcher of [...watchers.values(), ...alone]) watcher.close();
  };
}

/** Watches what decides about ignored files in a folder; none where the folder cannot be watched. */
function watcherOf(folder: string, tell: (path: string) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (name === '.gitignore' || name === '.git') tell(below(folder, name));
    });
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
