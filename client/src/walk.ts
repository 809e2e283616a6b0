import type { FilesBelow } from '../../protocol/files.ts';

/** Folders of installed packages, by name. The server passes over them and hidden folders on disk too. */
export const installedFolders: readonly string[] = ['node_modules', '__pycache__', 'venv'];

/** Something in a folder. */
export interface Entry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'other';
}

/** What is looked for. */
export interface Wanted {
  /** Asked of the path of a file, relative to the folder. */
  readonly isWanted: (path: string) => boolean;
  /** Whether a file, by its path relative to the folder, is kept as evidence. */
  readonly isKept?: (path: string) => boolean;
  /** Whether something may tell the generator of a site; it may be a folder, a hidden one too. */
  readonly tellsSite: (entry: Entry) => boolean;
}

/**
 * The files below a folder, found by looking into each folder, the outer ones first.
 * @param entries what lies in a folder, by its path relative to the first with `/` at its end; undefined where it cannot be listed
 * @param mostFound how many files are wanted
 * @param mostWalked how many entries are looked at: in a virtual workspace each folder may be a request
 */
export async function walk(
  entries: (folder: string) => Promise<readonly Entry[] | undefined>,
  { isWanted, isKept = () => false, tellsSite }: Wanted,
  mostFound: number,
  mostWalked: number,
): Promise<FilesBelow> {
  const files: string[] = [];
  const unlisted: string[] = [];
  const sites: string[] = [];
  const evidence: string[] = [];
  const kept = () => (evidence.length > 0 ? { evidence } : {});
  const waiting = [''];
  let walked = 0;
  for (let base = waiting.shift(); base !== undefined; base = waiting.shift()) {
    // So many folders may be left that naming them would tell nothing more.
    if (files.length >= mostFound || walked >= mostWalked)
      return { files: files.slice(0, mostFound), unlisted: [''], sites, ...kept() };
    const inside = await entries(base);
    if (!inside) unlisted.push(base);
    for (const entry of inside ?? []) {
      const { name, is } = entry;
      walked++;
      if (is === 'file' && isKept(base + name)) evidence.push(base + name);
      if (tellsSite(entry)) sites.push(is === 'folder' ? `${base}${name}/` : base + name);
      if (is === 'folder' && !isForeign(name)) waiting.push(`${base}${name}/`);
      else if (is === 'file' && isWanted(base + name)) files.push(base + name);
    }
  }
  return { files, unlisted, sites, ...kept() };
}

function isForeign(name: string): boolean {
  return name.startsWith('.') || installedFolders.includes(name);
}
