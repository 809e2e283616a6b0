import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/touched.ts';
import { editDistance } from '../../text/distance.ts';

/** The folder that was meant by one in which no document lies; undefined where one does, or where none is near. */
export function nearFolder(folder: string, program: Program): string | undefined {
  const folders = new Set<string>();
  for (const one of program.folders()) {
    for (let around = one; around !== ''; around = folderOf(around)) folders.add(around);
  }
  if (folders.has(folder)) return undefined;
  const plain = folder.replace(/(?:\/\*+)+$/, '');
  return folders.has(plain) ? plain : [...folders].sort().find(one => isMisspelled(plain, one));
}

/** Whether a path is another one with a slip in one word: `2026-q2` and `team-b` are folders of their own. */
function isMisspelled(path: string, meant: string): boolean {
  const [written, right] = [path.toLowerCase(), meant.toLowerCase()];
  if (written.replace(word, 'w') !== right.replace(word, 'w')) return false;
  const words = right.match(word) ?? [];
  const slips = (written.match(word) ?? []).flatMap((one, i) => {
    const other = words[i] ?? '';
    return one === other ? [] : [{ one, other }];
  });
  return (
    slips.length < 2 && slips.every(({ one, other }) => other.length >= 5 && editDistance(one, other) === 1)
  );
}

const word = /[a-z]+/g;
