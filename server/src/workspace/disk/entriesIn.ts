import { folderEntries } from './folderEntries.ts';
import { isInside } from './places.ts';

/** More entries of a folder nobody looks through. */
const most = 1000;

/**
 * What lies in a folder that somebody may name: its files, and its folders with `/` behind them, sorted. Hidden ones, installed
 * packages, and what is neither are left out; none where the folder is not there, cannot be listed, or lies outside of another.
 * @param within the folder that no link may lead out of
 */
export function entriesIn(folder: string, within: string): readonly string[] {
  try {
    if (!isInside(folder, within)) return [];
  } catch {
    return [];
  }
  const names: string[] = [];
  for (const { name, is } of folderEntries(folder)) {
    if (name.startsWith('.') || name === 'node_modules' || is === 'other') continue;
    names.push(is === 'folder' ? `${name}/` : name);
    if (names.length === most) break;
  }
  return names.sort();
}
