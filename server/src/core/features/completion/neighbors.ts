import type { RecordShape } from '../../model/shape.ts';
import { folderOf } from '../../program/touched.ts';
import type { Editing } from '../editing.ts';

/** How many documents of a folder are looked at: more tell nothing new of what is usual there. */
const mostNeighbors = 200;

/**
 * How often the records beside a document, in its folder or in itself, say something.
 * @param said what a record says, each as a key
 */
export function neighborsOf(
  { path, program }: Editing,
  said: (shape: RecordShape) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const other of program.inFolder(folderOf(path))) {
    if (++looked > mostNeighbors) break;
    for (const { shape } of program.records(other))
      for (const key of new Set(said(shape))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
